// What an event asks is chosen in its plan: one survey, any other forms, each in a version that stays until another is asked for.
// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Asked } from '../../../../src/app/screens/office/event/Asked.tsx';
import type { EventDetail } from '../../../../src/protocol/office/plan.ts';
import type { Shown } from '../../show.tsx';
import { type FakeCentre, fakeCentre, problem, showOffice } from './fake-centre.tsx';
import { EVENT } from './samples.ts';

const instrument = (code: string, kind: string, newest: number) => ({
  code,
  title: { id: `Judul ${code}`, en: `Title ${code}` },
  kind,
  anonymous: kind === 'survey',
  versions: [{ version: newest, published_at: null, published_by: null, questions: 3, has_file: true }],
  events: 0,
});
const named = (code: string, version: number) => ({ code, version, title: { id: code, en: code } });
const detail: EventDetail = {
  event: EVENT,
  sessions: [],
  survey: named('skm9', 1),
  forms: [named('periksa', 1)],
};

let centre: FakeCentre;
let screen: Shown;
let reloads = 0;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  reloads = 0;
  centre = fakeCentre({
    'GET /instruments': {
      status: 200,
      body: {
        instruments: [
          instrument('skm9', 'survey', 1),
          instrument('panitia', 'survey', 2),
          instrument('periksa', 'form', 3),
          instrument('observasi', 'observation', 1),
        ],
      },
    },
    'PATCH /events/event-1': { status: 200, body: detail },
  });
  screen = await showOffice(<Asked detail={detail} reload={() => reloads++} />, centre);
  await screen.pass(0);
  await screen.pass(0);
});
afterEach(() => {
  screen.end();
  vi.useRealTimers();
});

const press = async (name: string) => {
  [...screen.root.querySelectorAll('button')].find(button => button.textContent === name)?.click();
  await screen.pass(0);
  await screen.pass(0);
};
const sent = () => JSON.parse(centre.asked.at(-1)?.body || '{}');

test('observations are not among them, and the survey is not offered as another form too', () => {
  expect(screen.text()).not.toContain('Judul observasi');
  expect([...screen.root.querySelectorAll('input')].map(({ type, name }) => `${type} ${name}`)).toEqual([
    'radio survey',
    'radio survey',
    'checkbox panitia',
    'checkbox periksa',
  ]);
});

test('a version in use stays until the newest is asked for', async () => {
  await press('Simpan');
  expect(sent()).toMatchObject({ forms: [{ code: 'periksa', version: 1 }] });
  await press('Pakai versi 3');
  await press('Simpan');
  expect(sent()).toMatchObject({
    survey: { code: 'skm9', version: 1 },
    forms: [{ code: 'periksa', version: 3 }],
  });
  expect(reloads).toBe(2);
});

test('another survey comes in its newest version, and what is unticked goes', async () => {
  screen.root.querySelectorAll<HTMLInputElement>('[type=radio]')[1]?.click();
  await screen.pass(0);
  screen.find<HTMLInputElement>('[name=periksa]').click();
  await screen.pass(0);
  await press('Simpan');
  expect(sent()).toMatchObject({ survey: { code: 'panitia', version: 2 }, forms: [] });
});

test('a refusal is told, and nothing that was chosen is lost', async () => {
  centre.answer('PATCH /events/event-1', problem(409, 'event.has_responses'));
  screen.root.querySelectorAll<HTMLInputElement>('[type=radio]')[1]?.click();
  await screen.pass(0);
  await press('Simpan');
  expect(screen.find('[role=alert]').textContent).not.toBe('');
  expect(screen.root.querySelectorAll<HTMLInputElement>('[type=radio]')[1]?.checked).toBe(true);
  expect(reloads).toBe(0);
});
