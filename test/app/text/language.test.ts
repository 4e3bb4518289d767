// Areas of texts come in chunks, and one that comes in the middle of a change of language must not be left behind.
// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { area, speak } from '../../../src/app/text/language.ts';

afterEach(() => speak('id'));

const english = (greeting: string) => async () => ({ default: { greeting } });

test('an area is read in the language that was chosen, and again in the other', async () => {
  const texts = area({ greeting: 'Selamat datang' }, english('Welcome'));
  expect(texts().greeting).toBe('Selamat datang');
  await speak('en');
  expect(texts().greeting).toBe('Welcome');
  await speak('id');
  expect(texts().greeting).toBe('Selamat datang');
});

test('an area that is first loaded while the language changes is in the new one too', async () => {
  let come = (): void => {};
  const slow = new Promise<void>(resolve => {
    come = resolve;
  });
  area({ greeting: 'Halo' }, async () => {
    await slow;
    return { default: { greeting: 'Hello' } };
  });
  const speaking = speak('en');
  const late = area({ greeting: 'Sampai jumpa' }, english('Goodbye'));
  come();
  await speaking;
  await Promise.resolve();
  expect(late().greeting).toBe('Goodbye');
});
