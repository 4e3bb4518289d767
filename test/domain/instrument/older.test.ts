// A version that an earlier build published means the same today.
import { expect, it } from 'vitest';
import type { Instrument, QuestionNode } from '../../../src/domain/instrument/definition.ts';
import { upgrade } from '../../../src/domain/instrument/older.ts';
import { observation } from '../../../src/domain/instrument/shipped/observation.ts';
import { skm9 } from '../../../src/domain/instrument/shipped/skm9.ts';

const questions = ({ nodes }: Instrument): QuestionNode[] => nodes.filter(node => node.kind === 'question');

it.each([skm9, observation])(
  'the first build’s $code keeps its name, its questions and its choices',
  older => {
    const made = upgrade(older);
    expect(made).toMatchObject({
      format: 2,
      code: older.code,
      version: older.version,
      kind: older.kind,
      anonymous: older.anonymous,
      scoring: older.scoring,
      title: older.title,
      notice: older.notice,
    });
    expect(questions(made).map(({ code, label, hint, type }) => ({ code, label, hint, type }))).toEqual(
      older.questions.map(({ code, label, hint, type }) => ({ code, label, hint, type })),
    );
    for (const question of older.questions) {
      const node = questions(made).find(({ code }) => code === question.code);
      expect(node?.required === true).toBe(question.required);
      if (question.type === 'text') expect(node?.max_length).toBe(question.max_length);
      else {
        expect(made.lists[node?.list ?? '']).toEqual(question.choices);
        expect(node?.appearance ?? ['list']).toEqual([question.appearance]);
      }
    }
  },
);

it('a survey is laid out for the kiosk, an observation as one sheet', () => {
  expect(upgrade(skm9).view).toBe('kiosk');
  expect(upgrade(observation).view).toBe('sheet');
});

it('what is of today’s form already comes back as it is', () => {
  const made = upgrade(skm9);
  expect(upgrade(made)).toBe(made);
});
