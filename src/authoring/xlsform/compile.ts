// The compiler: an XLSForm workbook in, an instrument and a report out. Whatever the workbook holds, it never throws.
import type { FunctionSet, Instrument } from '../../domain/instrument/definition.ts';
import type { Finding } from '../finding.ts';
import type { Workbook } from '../workbook.ts';
import { sayOfLostCodes } from './against-previous.ts';
import { wordingOf } from './expressions/wording.ts';
import type { Writing } from './expressions/writing.ts';
import { buildLists } from './lists/list-rows.ts';
import { buildNodes } from './nodes/build-nodes.ts';
import { readExtras } from './own-extras.ts';
import { type Parts, readParts } from './read-parts.ts';
import { createReport, type Report } from './report.ts';
import { formCode } from './settings/form-code.ts';
import { sayOfInstanceName } from './settings/instance-name.ts';
import { giveCodes } from './survey/codes.ts';
import type { Draft } from './survey/draft.ts';
import { withoutCycles } from './without-cycles.ts';

/** `version`: counted by the centre. `previous`: the version before, whose codes stay with their questions. */
export type Compiling = { readonly version: number; readonly previous?: Instrument };

/** `instrument` is null exactly where a finding is an error. */
export type Compiled = { readonly instrument: Instrument | null; readonly findings: Finding[] };

export const compile = (workbook: Workbook, { version, previous }: Compiling): Compiled => {
  const report = createReport();
  const parts = readParts(workbook, report);
  const built = parts && build(parts, { version, ...(previous && { previous }) }, report);
  const sound = built && !report.hasErrors() ? withoutCycles(built, parts.survey.drafts, report) : null;
  if (sound) sayOfLostCodes(sound.nodes, previous, report);
  return { instrument: report.hasErrors() ? null : sound, findings: report.findings() };
};

const build = (parts: Parts, { version, previous }: Compiling, report: Report): Instrument => {
  const { survey, settings, own, languages, lists, tables } = parts;
  const { drafts } = survey;
  const needs = new Set<FunctionSet>();
  const listNames = new Set(lists.all().map(list => list.name));
  const writing: Writing = {
    questionsByName: firstByName(drafts),
    spent: { characters: 0 },
    nodes: drafts,
    lists,
    listNames,
    languages,
    needs,
    isAnonymous: own.anonymous,
    report,
  };
  const extras = readExtras(tables.ownQuestions, new Set(drafts.map(draft => draft.name)), report);
  const nodes = buildNodes(drafts, giveCodes(drafts, previous), extras, writing);
  sayOfInstanceName(settings, writing);
  const named = { ...settings, title: settings.title || survey.title, id: settings.id || survey.id };
  const code = formCode(named, previous?.code, report);
  const title = wordingOf(own.title, FORM, writing) ??
    wordingOf(settings.titles, FORM, writing) ?? {
      [languages.all[0]?.code ?? 'default']: named.title || code,
    };
  return {
    format: 2,
    code,
    version,
    kind: own.kind,
    view: own.view,
    anonymous: own.anonymous,
    scoring: own.scoring,
    languages: languages.all,
    title,
    notice: own.notice && {
      version: own.notice.version,
      text: wordingOf(own.notice.text, FORM, writing) ?? {},
    },
    nodes,
    lists: buildLists(drafts, writing),
    needs: [...needs].sort(),
  };
};

const firstByName = (drafts: readonly Draft[]): ReadonlyMap<string, number> => {
  const byName = new Map<string, number>();
  for (const [at, { kind, name }] of drafts.entries())
    if (kind === 'question' && !byName.has(name)) byName.set(name, at);
  return byName;
};

/** Titles and notices belong to no node. */
const FORM = -1;
