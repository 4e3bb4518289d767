// The widgets of the kiosk's first bundle: lists, faces, words, a box to tick, and what stands around them.
// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { speak } from '../../../../src/app/text/language.ts';
import type { QuestionNode } from '../../../../src/domain/instrument/definition.ts';
import { instrumentOf, question, rows } from './instrument-of.ts';
import { showWidgets, takeAway } from './show-widget.tsx';

const scale = [
  { code: 'x', label: { id: 'Tidak berlaku' } },
  ...['Buruk', 'Kurang', 'Baik', 'Sangat baik'].map((label, index) => ({
    code: `${index + 1}`,
    label: { id: label },
    score: index + 1,
  })),
];
const lists = { mutu: rows({ a: 'Satu', b: 'Dua', c: 'Tiga' }), scale };
const select = (more: Partial<QuestionNode> = {}, code = 'q') =>
  question(code, { type: 'select_one', label: { id: 'Pilih yang mana?' }, list: 'mutu', ...more });
const only = (node: QuestionNode) => instrumentOf([node], lists);

beforeEach(() => speak('id'));
afterEach(takeAway);

describe('a list in the kiosk', () => {
  test('a tap answers and says that the person is done', async () => {
    const screen = await showWidgets(only(select()), { look: 'kiosk' });
    await screen.tap(screen.choice('b'));
    expect([screen.raw('q'), screen.answered()]).toEqual(['b', 1]);
    expect(screen.choice('b').getAttribute('aria-pressed')).toBe('true');
  });

  test('a digit answers, and the arrows go from button to button', async () => {
    const screen = await showWidgets(only(select()), { look: 'kiosk' });
    await screen.press(window, '3');
    expect(screen.raw('q')).toBe('c');
    screen.choice('c').focus();
    await screen.press(screen.choice('c'), 'ArrowDown');
    expect(document.activeElement).toBe(screen.choice('a'));
  });

  test('with two lists on the screen a digit is for the one that has the focus', async () => {
    const screen = await showWidgets(instrumentOf([select(), select({}, 'r')], lists), { look: 'kiosk' });
    await screen.press(document.body, '1');
    expect([screen.raw('q'), screen.raw('r')]).toEqual(['', '']);
    const second = screen.root.querySelectorAll<HTMLElement>('[data-choice="a"]')[1];
    await screen.press(second ?? window, '2');
    expect([screen.raw('q'), screen.raw('r')]).toEqual(['', 'b']);
  });

  test('takes neither a tap nor a digit while it is closed', async () => {
    const screen = await showWidgets(only(select()), { look: 'kiosk', closed: true });
    await screen.tap(screen.choice('a'));
    await screen.press(window, '1');
    expect([screen.raw('q'), screen.answered()]).toEqual(['', 0]);
  });

  test('faces go with what counts, and a choice that counts nothing has none', async () => {
    const screen = await showWidgets(only(select({ list: 'scale', appearance: ['kiosk-smileys'] })), {
      look: 'kiosk',
    });
    const faces = scale.map(row =>
      screen.choice(row.code).querySelector('.face circle')?.getAttribute('fill'),
    );
    expect(faces[0]).toBeUndefined();
    expect(new Set(faces.slice(1)).size).toBe(4);
  });
});

describe('a list on a page', () => {
  test('is a named group of radio buttons with its hint and whether it is required', async () => {
    const node = select({ required: true, hint: { id: 'Satu saja.' } });
    const screen = await showWidgets(only(node));
    const group = screen.find('[role=radiogroup]');
    const [label, hint] = [
      group.getAttribute('aria-labelledby'),
      group.getAttribute('aria-describedby')?.split(' ')[0],
    ];
    expect(document.getElementById(label ?? '')?.textContent).toContain('Pilih yang mana?');
    expect(document.getElementById(hint ?? '')?.textContent).toBe('Satu saja.');
    expect(group.getAttribute('aria-required')).toBe('true');
    expect(screen.text()).not.toContain('tidak wajib');
  });

  test('a choice stays on the page; the arrow keys never go on by themselves', async () => {
    const screen = await showWidgets(only(select({ appearance: ['quick'] })));
    await screen.tap(screen.choice('a'));
    expect([screen.raw('q'), screen.answered()]).toEqual(['a', 0]);
  });

  test('"quick" goes on after a tap of a finger', async () => {
    const screen = await showWidgets(only(select({ appearance: ['quick'] })));
    const radio = screen.find<HTMLInputElement>('[data-choice="b"] input');
    radio.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    expect([screen.raw('q'), screen.answered()]).toEqual(['b', 1]);
  });

  test('can be cleared where it is not required, and the keyboard stays at the question', async () => {
    const screen = await showWidgets(only(select()), { answers: { q: 'b' } });
    await screen.tap('Kosongkan');
    expect(screen.raw('q')).toBe('');
    expect(screen.find('[role=radiogroup]').contains(document.activeElement)).toBe(true);
    expect(screen.text()).not.toContain('Kosongkan');
  });

  test('cannot be cleared where it is required', async () => {
    const screen = await showWidgets(only(select({ required: true })), { answers: { q: 'b' } });
    expect(screen.text()).not.toContain('Kosongkan');
  });

  test('levels show what they look like on the job', async () => {
    const levels = [{ code: '1', label: { id: 'Mandiri' }, description: { id: 'Tanpa **dibantu**.' } }];
    const screen = await showWidgets(
      instrumentOf([select({ list: 'levels', appearance: ['rubric'] })], { levels }),
    );
    expect(screen.choice('1').textContent).toBe('1 · MandiriTanpa dibantu.');
    expect(screen.choice('1').querySelectorAll('strong')).toHaveLength(2);
  });

  test('columns are as many as the form says, up to ten', async () => {
    const nodes = ['columns-3', 'columns-99', 'columns'].map((token, index) =>
      select({ appearance: [token] }, `q${index}`),
    );
    const screen = await showWidgets(instrumentOf(nodes, lists));
    const counts = [...screen.root.querySelectorAll<HTMLElement>('.lies-in-columns')].map(one =>
      one.style.getPropertyValue('--columns'),
    );
    expect(counts).toEqual(['3', '10', '']);
  });
});

describe('words', () => {
  test('are kept as they are typed, and Enter on one line goes on', async () => {
    const screen = await showWidgets(only(question('t', { type: 'text', label: { id: 'Nama' } })));
    const field = screen.find<HTMLInputElement>('input');
    await screen.type(field, 'Bagian Umum');
    await screen.press(field, 'Enter');
    expect([screen.raw('t'), screen.answered()]).toEqual(['Bagian Umum', 1]);
    await screen.type(field, '');
    expect(screen.raw('t')).toBe('');
  });

  test('the label leads to the field', async () => {
    const screen = await showWidgets(only(question('t', { type: 'text', label: { id: 'Nama' } })));
    expect(screen.find<HTMLLabelElement>('label').htmlFor).toBe(screen.find('input').id);
  });

  test.each<[string, Partial<QuestionNode>, string]>([
    ['one line by itself', {}, 'INPUT'],
    ['several lines where the form asks for them', { appearance: ['multiline'] }, 'TEXTAREA'],
    ['several lines where the form allows sentences', { max_length: 1000 }, 'TEXTAREA'],
    ['one line for a short code', { max_length: 20 }, 'INPUT'],
  ])('%s', async (_, more, tag) => {
    const screen = await showWidgets(only(question('t', { type: 'text', ...more })));
    expect(screen.find('.input').tagName).toBe(tag);
  });

  test('near the end it says how many letters are left', async () => {
    const screen = await showWidgets(only(question('t', { type: 'text', max_length: 300 })));
    await screen.type(screen.find<HTMLTextAreaElement>('textarea'), 'a'.repeat(99));
    expect(screen.text()).not.toContain('Sisa');
    await screen.type(screen.find<HTMLTextAreaElement>('textarea'), 'a'.repeat(100));
    expect(screen.text()).toContain('Sisa 200 huruf');
  });
});

describe('the rest', () => {
  test('a box to tick is OK or nothing', async () => {
    const screen = await showWidgets(only(question('ok', { type: 'acknowledge' })));
    await screen.tap(screen.find('label.widget-option'));
    expect(screen.raw('ok')).toBe('OK');
    await screen.tap(screen.find('label.widget-option'));
    expect(screen.raw('ok')).toBe('');
  });

  test('a note has its words and nothing to answer', async () => {
    const screen = await showWidgets(only(question('n', { type: 'note', label: { id: 'Baca **dulu**.' } })));
    expect(screen.text()).toBe('Baca dulu.');
    expect(screen.root.querySelector('input, button, .widget')).toBeNull();
  });

  test('what is wrong is said by the form’s own words, else by ours, and only once it is asked for', async () => {
    const own = select({ required: true, required_message: { id: 'Tolong pilih.' } }, 'own');
    const ours = select({ required: true }, 'ours');
    const quiet = await showWidgets(instrumentOf([own, ours], lists));
    expect(quiet.text()).not.toContain('Tolong pilih.');
    const loud = await showWidgets(instrumentOf([own, ours], lists), { complaining: true });
    const alerts = [...loud.root.querySelectorAll('[role=alert]')].map(one => one.textContent);
    expect(alerts).toEqual(['Tolong pilih.', 'Pertanyaan ini perlu dijawab.']);
  });

  test('what cannot be changed is shown as a person reads it', async () => {
    const fixed = { readonly: true };
    const nodes = [
      select(fixed, 'one'),
      question('many', { type: 'select_multiple', list: 'mutu', ...fixed }),
      question('day', { type: 'date', ...fixed }),
      question('at', { type: 'dateTime', ...fixed }),
      question('part', { type: 'decimal', ...fixed }),
      question('empty', { type: 'text', ...fixed }),
    ];
    const answers = {
      one: 'b',
      many: 'a c',
      day: '2026-11-23',
      at: '2026-11-23T09:30:00.000+07:00',
      part: '2.5',
    };
    const screen = await showWidgets(instrumentOf(nodes, lists), { answers });
    const shown = [...screen.root.querySelectorAll('.widget-fixed')].map(one =>
      [...one.querySelectorAll('p')].map(line => line.textContent),
    );
    expect(shown).toEqual([
      ['Dua'],
      ['Satu', 'Tiga'],
      ['23 November 2026'],
      ['23 November 2026, 09.30'],
      ['2,5'],
      ['Belum ada isinya.'],
    ]);
    expect(screen.root.querySelector('input, button')).toBeNull();
  });

  test('everything around the answer speaks English too', async () => {
    await speak('en');
    const screen = await showWidgets(only(select()), { answers: { q: 'b' } });
    expect(screen.text()).toContain('(optional)');
    expect(screen.button('Clear')).toBeDefined();
  });
});
