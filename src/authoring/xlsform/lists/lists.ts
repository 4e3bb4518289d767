// Every list that a form may choose from or look up in, found by the name that its cells use.

import type { Report, Spot } from '../report.ts';
import type { Sheets } from '../table/find-sheets.ts';
import { nearest } from '../table/nearest.ts';
import type { ChoiceList } from './choice.ts';
import { type FileList, type FileUse, readFileList } from './file-list.ts';

/** `isTable`: by `pulldata`, which reads .csv only. */
export type Asked = { readonly name: string; readonly isTable: boolean };

export type Lists = {
  readonly ofChoices: (name: string) => ChoiceList | null;
  readonly ofExternal: (name: string) => ChoiceList | null;
  /** The list of a file, for a select; null (and told) where it is not there or lacks a column. */
  readonly ofFile: (file: string, use: FileUse, spot: Spot) => ChoiceList | null;
  /** The name of the list that an expression calls so; null (and told) where there is none. */
  readonly forLookUp: (asked: Asked, spot: Spot) => string | null;
  readonly similar: (name: string) => string;
  /** Whether the workbook has a sheet of external choices at all. */
  readonly hasExternal: boolean;
  /** Whether an expression or a map may call a list so. */
  readonly isKnown: (name: string) => boolean;
  /** Declares that `name` stands for a file (`csv-external`); that it is not there is an error only where it is looked up in. */
  readonly declare: (name: string, file: string, spot: Spot) => void;
  /** All that were asked for, and all of the sheet `choices`. */
  readonly all: () => readonly ChoiceList[];
};

type Sources = {
  readonly choices: ReadonlyMap<string, ChoiceList>;
  readonly external: ReadonlyMap<string, ChoiceList>;
  readonly sheets: Sheets;
  readonly report: Report;
};

export const createLists = (sources: Sources): Lists => {
  const { choices, external, sheets, report } = sources;
  const declared = new Map<string, string>();
  const used = new Map<string, ChoiceList>();
  const files = fileReader(sources, used);
  return {
    ofChoices: name => choices.get(name) ?? null,
    ofExternal: name => externalList(name, sources, used),
    ofFile: (file, use, spot) => {
      const read = files.read(file, use, spot);
      for (const column of read?.missing ?? [])
        report.error('list.no_column', spot, { file, column, sheet: read?.sheet ?? '' });
      return read?.list ?? null;
    },
    forLookUp: ({ name, isTable }, spot) => {
      if (isTable && declared.get(name)?.endsWith('.xml'))
        report.error('list.two_files', spot, { list: name });
      if (choices.has(name)) return name;
      return files.read(withExtension(declared.get(name) ?? name), PLAIN, spot)?.list.name ?? null;
    },
    similar: name => nearest(name, choices.keys()) ?? '',
    hasExternal: external.size > 0,
    isKnown: name => choices.has(name) || declared.has(name) || files.has(name) || name === 'itemsets',
    declare: (name, file, spot) => {
      if (declared.has(name)) report.error('list.two_files', spot, { list: name });
      declared.set(name, file);
      if (sheets.findFile(file) === null) report.warn('list.file_missing', spot, { file, list: name });
      else files.read(file, PLAIN, spot);
    },
    all: () => [...choices.values(), ...used.values()],
  };
};

/** A list of external choices; called otherwise where the sheet `choices` has one of its name. */
const externalList = (
  name: string,
  { choices, external }: Sources,
  used: Map<string, ChoiceList>,
): ChoiceList | null => {
  const list = external.get(name);
  if (list === undefined) return null;
  const called = choices.has(name) ? `external:${name}` : name;
  const renamed = used.get(called) ?? { ...list, name: called };
  used.set(called, renamed);
  return renamed;
};

type FileReader = {
  /** Null where there is no such sheet; that is told once. */
  readonly read: (file: string, use: FileUse, spot: Spot) => FileList | null;
  readonly has: (name: string) => boolean;
};

const fileReader = ({ choices, sheets, report }: Sources, used: Map<string, ChoiceList>): FileReader => {
  const files = new Map<string, FileList | null>();
  return {
    read: (file, use, spot) => {
      const name = nameOf(file, use);
      const known = files.get(name);
      if (known !== undefined) return known;
      const read = readFileList(sheets, file, name, use, report);
      if (read === null) report.error('list.file_missing', spot, { file, list: baseOf(file) });
      else used.set(name, read.list);
      if (choices.has(name)) report.error('list.two_files', spot, { list: name });
      files.set(name, read);
      return read;
    },
    has: name => files.has(name),
  };
};

export const PLAIN: FileUse = { value: 'name', label: 'label' };

const nameOf = (file: string, { value, label }: FileUse): string =>
  value === PLAIN.value && label === PLAIN.label ? baseOf(file) : `${baseOf(file)}:${value}:${label}`;

const baseOf = (file: string): string => file.replace(/\.[^.]*$/, '');

const withExtension = (file: string): string => (/\.(csv|xml|geojson)$/i.test(file) ? file : `${file}.csv`);
