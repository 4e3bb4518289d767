// Several choices, and long lists behind one field.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findChoices } from '../../../../src/app/parts/widgets/choosing/find-choices.ts';
import { speak } from '../../../../src/app/text/language.ts';
import type { QuestionNode } from '../../../../src/domain/instrument/definition.ts';
import { instrumentOf, question, rows } from './instrument-of.ts';
import { showWidgets, takeAway } from './show-widget.tsx';

const kota = rows({ bangkalan: 'Bangkalan', batu: 'Kota **Batu**', blitar: 'Blitar', none: 'Tidak ada' });
const one = (type: QuestionNode['type'], more: Partial<QuestionNode> = {}) =>
  instrumentOf([question('q', { type, list: 'kota', label: { id: 'Di mana?' }, ...more })], { kota });

beforeEach(() => speak('id'));
afterEach(takeAway);

describe('several choices', () => {
  test('are kept in the list’s order, whatever the order of the taps', async () => {
    const screen = await showWidgets(one('select_multiple'));
    for (const code of ['blitar', 'bangkalan']) await screen.tap(screen.choice(code));
    expect(screen.raw('q')).toBe('bangkalan blitar');
    await screen.tap(screen.choice('bangkalan'));
    expect(screen.raw('q')).toBe('blitar');
  });

  test('a choice that goes with no other takes the rest away, and the rest takes it away', async () => {
    const screen = await showWidgets(one('select_multiple', { exclusive: ['none'] }), {
      answers: { q: 'batu blitar' },
    });
    await screen.tap(screen.choice('none'));
    expect(screen.raw('q')).toBe('none');
    await screen.tap(screen.choice('batu'));
    expect(screen.raw('q')).toBe('batu');
  });

  test('a digit ticks a box while a paper is typed in', async () => {
    const screen = await showWidgets(one('select_multiple'), { look: 'entry' });
    await screen.press(window, '2');
    expect(screen.raw('q')).toBe('batu');
  });
});

describe('a long list', () => {
  const field = (screen: { find: (selector: string) => HTMLElement }) =>
    screen.find('[role=combobox]') as HTMLInputElement;

  test('is found by a few letters and chosen by the keyboard alone', async () => {
    const screen = await showWidgets(one('select_one', { appearance: ['autocomplete'] }));
    await screen.type(field(screen), 'bat');
    expect(screen.root.querySelectorAll('[role=option]')).toHaveLength(1);
    expect(field(screen).getAttribute('aria-activedescendant')).toBe(screen.find('[role=option]').id);
    await screen.press(field(screen), 'Enter');
    expect(screen.raw('q')).toBe('batu');
    expect(field(screen).value).toBe('Kota Batu');
    expect(field(screen).getAttribute('aria-expanded')).toBe('false');
  });

  test('opens at a touch with all of it, and a touch chooses', async () => {
    const screen = await showWidgets(one('select_one', { appearance: ['minimal'] }), {
      answers: { q: 'batu' },
    });
    await screen.tap(field(screen));
    expect(screen.root.querySelectorAll('[role=option]')).toHaveLength(4);
    expect(screen.choice('batu').getAttribute('aria-selected')).toBe('true');
    await screen.tap(screen.choice('blitar'));
    expect(screen.raw('q')).toBe('blitar');
  });

  test('Escape leaves it as it was, and words that fit nothing say so', async () => {
    const screen = await showWidgets(one('select_one', { appearance: ['minimal'] }), {
      answers: { q: 'batu' },
    });
    await screen.type(field(screen), 'zzz');
    expect(screen.text()).toContain('Tidak ada pilihan yang cocok');
    await screen.press(field(screen), 'Escape');
    expect([screen.raw('q'), field(screen).value]).toEqual(['batu', 'Kota Batu']);
  });

  test('several chosen stand above it, each with a way back', async () => {
    const screen = await showWidgets(one('select_multiple', { appearance: ['minimal'] }), {
      answers: { q: 'batu blitar' },
    });
    await screen.tap('Kota Batu, batalkan');
    expect(screen.raw('q')).toBe('blitar');
    await screen.tap(field(screen));
    await screen.tap(screen.choice('bangkalan'));
    expect(screen.raw('q')).toBe('bangkalan blitar');
  });

  test('words are found in any order and without their accents, beginnings first', () => {
    const offered = ['Kota São Paulo', 'Paulo de Frontin', 'Bahia'].map((label, index) => ({
      row: { code: `${index}` },
      label,
    }));
    const found = (typed: string) => findChoices(offered, typed).map(({ label }) => label);
    expect(found('paulo')).toEqual(['Paulo de Frontin', 'Kota São Paulo']);
    expect(found('PAULO sao')).toEqual(['Kota São Paulo']);
    expect(found('  ')).toHaveLength(3);
  });
});
