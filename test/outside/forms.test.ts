// Field questionnaires of others: each becomes an instrument or a refusal that says why, and no row is lost on the way.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/authoring/finding.ts';
import { ALL_FUNCTIONS } from '../../src/domain/instrument/evaluate/all.ts';
import { createSheet } from '../../src/domain/instrument/sheet/create-sheet.ts';
import { stillWorld } from '../domain/instrument/sheet/form.ts';
import { FORMS_ARE_THERE, readForms, surveyRows } from './forms/field-forms.ts';
import { compileWithFiles } from './stand-in-files.ts';

/** One refers to a question that is not there; the other has two choices of one name with different labels. */
const BROKEN = ['forms/100c60b23bfaf4e7.xlsx', 'forms/108abb57de1aeb0d.xlsx'];

const countsOf = (findings: readonly Finding[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { level, code } of findings)
    counts.set(`${level} ${code}`, (counts.get(`${level} ${code}`) ?? 0) + 1);
  return counts;
};

const whatIsThere = () => {
  const compiled = readForms().map(form => ({ ...form, ...compileWithFiles(form.workbook) }));

  it('become an instrument or a refusal with errors that name their place', () => {
    for (const { name, instrument, findings } of compiled) {
      const errors = findings.filter(({ level }) => level === 'error');
      expect(instrument === null, name).toBe(errors.length > 0);
      expect(
        errors.every(({ sheet }) => sheet !== null),
        name,
      ).toBe(true);
    }
  });

  it('lose no row silently: each is a node or is named in a finding', () => {
    for (const { name, instrument, findings, workbook } of compiled) {
      const names = new Set(instrument?.nodes.map(node => node.name));
      const told = new Set(
        findings.filter(({ sheet }) => sheet?.toLowerCase() === 'survey').map(({ row }) => row),
      );
      const lost = surveyRows(workbook).filter(
        row => instrument !== null && !names.has(row.name) && !told.has(row.row),
      );
      expect(lost, name).toEqual([]);
    }
  });

  it('open as live sheets whose every question says whether it is asked and what it is worth', () => {
    for (const { name, instrument } of compiled) {
      if (instrument === null) continue;
      const sheet = createSheet(instrument, { surroundings: stillWorld(), functions: ALL_FUNCTIONS });
      for (const question of sheet.questions())
        expect(
          [typeof question.relevant.value, typeof question.value.value, typeof question.label.value],
          name,
        ).toEqual(['boolean', 'string', 'string']);
      sheet.end();
    }
  });

  it('work, but for two whose meaning nobody can tell', () => {
    const working = compiled.filter(({ instrument }) => instrument !== null);
    console.log(`forms: ${working.length} of ${compiled.length} become instruments`);
    for (const { name, findings, files, instrument } of compiled) {
      console.log(
        `  ${name}: ${instrument?.nodes.length ?? 'refused'}${files.length > 0 ? `, without ${files.join(', ')}` : ''}`,
      );
      for (const [what, count] of countsOf(findings)) console.log(`    ${count} × ${what}`);
    }
    expect(compiled.filter(({ instrument }) => instrument === null).map(({ name }) => name)).toEqual(BROKEN);
  });
};

const whatIsAbsent = () =>
  it('says that the field forms are not beside the project', () => {
    expect(FORMS_ARE_THERE).toBe(false);
    console.log('forms: ../shared/data/outside/forms is absent; only the own cases run');
  });

// What is not there cannot be read; that it is not is said, never passed over.
if (FORMS_ARE_THERE) describe('field forms', whatIsThere);
else whatIsAbsent();
