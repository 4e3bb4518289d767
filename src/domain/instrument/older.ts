// Definitions as earlier builds stored them, brought to today's form when they are read: a published version is never rewritten.
import type { Texts } from '../language.ts';
import type { Instrument, QuestionNode } from './definition.ts';

export type OlderSelect = {
  readonly type: 'select_one';
  readonly code: string;
  readonly label: Texts;
  readonly hint?: Texts;
  readonly appearance: 'kiosk-smileys' | 'rubric' | 'list';
  readonly required: boolean;
  readonly choices: readonly {
    readonly code: string;
    readonly label: Texts;
    readonly description?: Texts;
    readonly score?: number;
  }[];
};

export type OlderText = {
  readonly type: 'text';
  readonly code: string;
  readonly label: Texts;
  readonly hint?: Texts;
  readonly required: boolean;
  readonly max_length: number;
};

/** Format 1, of the first builds: questions in one row, two languages. */
export type OlderInstrument = {
  readonly code: string;
  readonly version: number;
  readonly kind: 'survey' | 'observation';
  readonly anonymous: boolean;
  readonly scoring: 'skm-2017' | 'levels';
  readonly title: Texts;
  readonly notice: { readonly version: number; readonly text: Texts } | null;
  readonly questions: readonly (OlderSelect | OlderText)[];
};

/** The same code, version, questions and choices; what is of today's form already comes back as it is. */
export function upgrade(stored: OlderInstrument | Instrument): Instrument {
  if ('format' in stored) return stored;
  const { code, version, kind, anonymous, scoring, title, notice, questions } = stored;
  return {
    format: 2,
    code,
    version,
    kind,
    view: kind === 'survey' ? 'kiosk' : 'sheet',
    anonymous,
    scoring,
    languages: LANGUAGES,
    title,
    notice,
    nodes: questions.map(toNode),
    lists: Object.fromEntries(questions.filter(isSelect).map(select => [select.code, select.choices])),
    needs: [],
  };
}

const LANGUAGES: Instrument['languages'] = [
  { code: 'id', name: 'Bahasa Indonesia' },
  { code: 'en', name: 'English' },
];

const isSelect = (question: OlderSelect | OlderText): question is OlderSelect =>
  question.type === 'select_one';

function toNode(question: OlderSelect | OlderText): QuestionNode {
  const { code, label, hint, required } = question;
  const asked = {
    kind: 'question',
    name: code,
    code,
    parent: -1,
    label,
    ...(hint && { hint }),
    ...(required && { required }),
  } as const;
  if (!isSelect(question)) return { ...asked, type: 'text', max_length: question.max_length };
  const { appearance } = question;
  return {
    ...asked,
    type: 'select_one',
    list: code,
    ...(appearance !== 'list' && { appearance: [appearance] }),
  };
}
