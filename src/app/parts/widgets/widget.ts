// What every widget is given, and the ids that tie it to its stem.
import type { ComponentType } from 'preact';
import type { LiveQuestion, Sheet } from '../../../domain/instrument/sheet/sheet.ts';

/** `kiosk`: one large step after another. `page`: a person's own screen. `entry`: dense, for typing in from paper. */
export const LOOKS = ['kiosk', 'page', 'entry'] as const;
export type Look = (typeof LOOKS)[number];

export type WidgetProps = {
  question: LiveQuestion;
  sheet: Sheet;
  look: Look;
  /** The person is done with this question: a choice was tapped that needs nothing more, or Enter was pressed. */
  onAnswered: () => void;
  /** Takes no answer now: while a screen settles, or an answer is on its way to the disk. */
  closed?: boolean | undefined;
};

export type WidgetComponent = ComponentType<WidgetProps>;

type Ids = { control: string; label: string; hint: string; wrong: string };

/** Keys hold no blanks, so each is one id. */
export const idsOf = ({ key }: LiveQuestion): Ids => ({
  control: `q-${key}`,
  label: `q-${key}-label`,
  hint: `q-${key}-hint`,
  wrong: `q-${key}-wrong`,
});

/** For the element that takes the answer, or the group of those that do. */
export function named(question: LiveQuestion) {
  const { control, label, hint, wrong } = idsOf(question);
  return { id: control, 'aria-labelledby': label, 'aria-describedby': `${hint} ${wrong}` };
}

/** For a group: no fieldset, whose legend could not be the page's heading. */
export const namedGroup = (question: LiveQuestion) => ({ role: 'group' as const, ...named(question) });

/** A part of a widget (day, latitude): its own words after the question's. */
export const namedPart = (question: LiveQuestion, part: string) => ({
  id: `${idsOf(question).control}-${part}`,
  'aria-labelledby': `${idsOf(question).label} ${idsOf(question).control}-${part}-label`,
  'aria-describedby': `${idsOf(question).hint} ${idsOf(question).wrong}`,
});

export const hasAppearance = ({ node }: Pick<LiveQuestion, 'node'>, ...tokens: readonly string[]): boolean =>
  node.appearance?.some(token => tokens.includes(token)) ?? false;

/** Chosen codes in the order that they are kept in. */
export const codesOf = (value: string): string[] => value.split(' ').filter(code => code !== '');
