// What the data of a recorded form holds when it is opened, as answers that our sheet begins with.
import type { Answers } from '../../../../src/domain/instrument/definition.ts';
import type { Form } from './form-parts.ts';
import { withoutPlaces } from './path.ts';

/** Answers that make the sheet begin with the instances that the form's data came with. */
export function presentOf({ tree, body, setValues, binds }: Form): Answers {
  const isEntered = (path: string) =>
    setValues.some(one => one.target === path && one.events.includes('odk-instance-first-load')) ||
    binds.get(path)?.calculate !== undefined;
  // A count makes its instances by itself.
  const counts = [...tree.present.counts]
    .filter(([key]) => body.repeats.get(withoutPlaces(key))?.attributes['jr:noAddRemove'] === undefined)
    .map(
      ([key, count]) =>
        [key, 'jr:count' in (body.repeats.get(withoutPlaces(key))?.attributes ?? {}) ? 0 : count] as const,
    );
  const texts = [...tree.present.texts].filter(([key]) => !isEntered(withoutPlaces(key)));
  return Object.fromEntries([
    ...counts.map(([key, count]) => [answerKey(key), String(count)]),
    ...texts.map(([key, text]) => [answerKey(key), text]),
  ]);
}

/** Codes are whole paths here: `/data/a[2]/b` is answered under `/data/a[2]//data/a/b`. */
/** The answer key of a recorded one. */
export function answerKey(recorded: string): string {
  const repeats = Array.from(
    recorded.matchAll(/\[\d+\]/g),
    ({ index, 0: place }) => withoutPlaces(recorded.slice(0, index)) + place,
  );
  return [...repeats, withoutPlaces(recorded)].join('/');
}
