// What ships is complete: it imports without a word, speaks both languages, and says what the first build said.
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/authoring/xlsform/compile.ts';
import { readXlsx } from '../../../src/authoring/xlsx/read.ts';
import { writeXlsx } from '../../../src/authoring/xlsx/write.ts';
import type { Instrument, Wording } from '../../../src/domain/instrument/definition.ts';
import { upgrade } from '../../../src/domain/instrument/older.ts';
import { observation } from '../../../src/domain/instrument/shipped/observation.ts';
import { skm9 } from '../../../src/domain/instrument/shipped/skm9.ts';
import { compiled, instrumentOf, SHIPPED, shippedFiles, workbookOf } from './shipped-forms.ts';

it('the folder holds these questionnaires and nothing else', () => {
  expect(shippedFiles()).toEqual(SHIPPED.map(code => `${code}.xlsx`).toSorted());
});

describe.each(SHIPPED)('%s', code => {
  it('imports without a finding', () => {
    const { instrument, findings } = compiled(code);
    expect(findings).toEqual([]);
    expect(instrument).toMatchObject({ format: 2, code, version: 1 });
  });

  it('has all its words in Indonesian and in English', () => {
    const instrument = instrumentOf(code);
    expect(instrument.languages).toEqual([
      { code: 'id', name: 'Bahasa Indonesia' },
      { code: 'en', name: 'English' },
    ]);
    const lacking = wordingsOf(instrument).filter(wording => !isSaid(wording.id) || !isSaid(wording.en));
    expect(lacking).toEqual([]);
  });

  it('labels everything that a person sees', () => {
    const { nodes, lists } = instrumentOf(code);
    const seen = nodes.filter(node => node.kind !== 'question' || node.type !== 'calculate');
    expect([...seen, ...Object.values(lists).flat()].filter(({ label }) => !label)).toEqual([]);
  });

  it('is the same workbook, and the same definition, after it was written and read again', () => {
    const workbook = workbookOf(code);
    const again = readXlsx(writeXlsx(workbook));
    expect(again.ok && again.value.workbook).toEqual(workbook);
    if (again.ok) expect(compile(again.value.workbook, { version: 1 })).toEqual(compiled(code));
  });

  it('has no formula, so that it reads alike everywhere', () => {
    const again = readXlsx(writeXlsx(workbookOf(code)));
    expect(again.ok && again.value.formulas).toEqual([]);
  });

  it('opens in other form tools: what is ours alone stands in sheets that begin with an underscore', () => {
    const { sheets } = workbookOf(code);
    const headings = sheets
      .filter(({ name }) => !name.startsWith('_'))
      .flatMap(({ rows }) => rows[0] ?? [])
      .map(heading => String(heading).split('::')[0]);
    expect(headings.filter(heading => !STANDARD.has(heading ?? ''))).toEqual([]);
  });
});

it('the satisfaction survey is the one that the first build published', () => {
  expect(instrumentOf('skm9')).toEqual(upgrade(skm9));
});

it('the observation sheet is the one that the first build published', () => {
  expect(instrumentOf('observasi')).toEqual(upgrade(observation));
});

it('anonymous forms ask nothing that could tell who, where or when', () => {
  const telling = ['barcode', 'geopoint', 'image', 'audio', 'video', 'file', 'date', 'time', 'dateTime'];
  const anonymous = SHIPPED.map(instrumentOf).filter(instrument => instrument.anonymous);
  expect(anonymous.map(({ code }) => code)).toEqual(['skm9', 'penyelenggaraan', 'pengajar', 'narasumber']);
  for (const { nodes, notice } of anonymous) {
    expect(nodes.filter(node => node.kind === 'question' && telling.includes(node.type))).toEqual([]);
    expect(notice).not.toBeNull();
  }
});

const STANDARD: ReadonlySet<string> = new Set([
  ...['type', 'name', 'label', 'hint', 'required', 'required_message', 'relevant', 'constraint'],
  ...['constraint_message', 'calculation', 'appearance', 'parameters', 'repeat_count', 'list_name'],
  ...['form_title', 'form_id', 'default_language'],
]);

const isSaid = (template: Wording[string] | undefined): boolean =>
  template !== undefined && template.length > 0;

function wordingsOf({ title, notice, nodes, lists }: Instrument): Wording[] {
  const ofNodes = nodes.flatMap(node => [
    node.label,
    ...(node.kind === 'question' ? [node.hint, node.required_message, node.constraint_message] : []),
  ]);
  const ofChoices = Object.values(lists).flatMap(rows => rows.flatMap(row => [row.label, row.description]));
  return [title, notice?.text, ...ofNodes, ...ofChoices].filter(wording => wording !== undefined);
}
