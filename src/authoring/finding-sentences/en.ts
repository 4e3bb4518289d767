// Every finding as English sentences: what is wrong in the spreadsheet, and what to do.
import type { FindingSentences, Instead } from './sentence.ts';

const INSTEAD: Instead = {
  nothing: 'This part is left out.',
  empty: 'The value stays empty.',
  today: 'Only the day is kept.',
  text: 'A written answer is asked for in its place.',
  group: 'A plain group takes its place.',
  plain: 'The question looks as usual.',
};

const maybe = (similar: unknown): string => (similar ? ` Did you mean "${similar}"?` : '');
const known = (words: unknown): string => (words ? ` Known are: ${words}.` : '');

const WHATS: Readonly<Record<string, string>> = {
  group: 'The group',
  repeat: 'The repeat',
  loop: 'The loop',
};
const whatOf = (what: unknown): string => WHATS[String(what)] ?? String(what);

const sentences: FindingSentences = {
  'findings.more': d => `There are ${d.left} more findings that are not shown. Mend these first.`,

  'sheet.missing': d => `There is no sheet "${d.sheet}".${maybe(d.similar)} Rename the sheet.`,
  'sheet.misspelt': d =>
    `The sheet "${d.similar}" is not used. If it is meant as ${d.sheet}, rename it to "${d.sheet}".`,
  'sheet.duplicate': d => `Two sheets are called "${d.sheet}". Only the first is used.`,
  'sheet.foreign': d => `The sheet "${d.sheet}" belongs to another tool and is not used here.`,
  'column.missing': d => `There is no column "${d.column}". Add it in the first row.`,
  'column.duplicate': d => `The column "${d.column}" means the same as "${d.other}". Delete one of them.`,
  'column.unknown': d => `The column "${d.column}" is not known. It stays in the file, but is not used.`,
  'column.foreign': d => `The column "${d.column}" belongs to another tool and is not used here.`,
  'column.without_heading': () =>
    'A column without a heading has content. It is not used; give it a heading if it is needed.',
  'cell.too_long': d => `This cell is too long (${d.length} characters; at most ${d.most}). Shorten it.`,
  'cell.control_characters': () => 'Invisible characters in the cell were removed.',

  'setting.unknown': d =>
    `The setting "${d.setting}" is not known.${maybe(d.similar)}${known(d.known)} Correct its spelling.`,
  'setting.duplicate': d => `The setting "${d.setting}" is there twice. Delete one of them.`,
  'setting.invalid': d =>
    `"${d.value}" cannot be used for the setting "${d.setting}".${known(d.known)} Choose one.`,
  'setting.unsupported': d => `The setting "${d.setting}" is not supported.`,
  'settings.further_rows': () => 'Only the first row below the headings is used.',
  'form.code': d => `The questionnaire's code "${d.written}" is written as "${d.code}".`,
  'languages.too_many': d => `There are ${d.count} languages; at most ${d.most}. Remove some columns.`,
  'language.no_code': d =>
    `The language "${d.language}" has no code. Write the code in brackets, such as "English (en)".`,
  'language.missing': d =>
    `The column "${d.column}" is not there in ${d.language}. The first language is shown in its place.`,

  'survey.empty': () => 'The sheet survey holds no question. Add at least one row.',
  'survey.too_large': d =>
    `There are too many rows (at most ${d.most}). Divide it into several questionnaires.`,
  'row.disabled': () => 'This row is marked as disabled, so it is left out.',
  'row.comment': () => 'This row has no type, so it is taken for a comment and left out.',
  'type.missing': d => `The type of "${d.name}" is empty. Fill in the column type, such as "text".`,
  'type.unknown': d => `The type "${d.type}" is not known.${maybe(d.similar)} Correct the column type.`,
  'type.written': d => `The type "${d.written}" is read as "${d.type}".`,
  'type.unsupported': d => `The type "${d.type}" cannot be used here yet.`,
  'type.from_answers': () => 'Choices taken from earlier answers cannot be used here yet.',
  'metadata.unsupported': d => `"${d.type}" of the device is not recorded here.`,
  'name.missing': d => `The row of type "${d.type}" has no name. Fill in the column name.`,
  'name.invalid': d =>
    `The name "${d.name}" cannot be used. Begin with a letter; use letters, digits and underscores, no blanks.`,
  'name.blanks': d => `The name "${d.written}" is written as "${d.name}", without blanks.`,
  'name.reserved': d => `The name "${d.name}" is used by the system. Choose another.`,
  'name.duplicate': d => `The name "${d.name}" is taken in the same group. Choose another.`,
  'name.duplicate_repeat': d => `The repeat's name "${d.name}" is taken. Choose another.`,
  'name.differs_by_case': d =>
    `The name "${d.name}" differs from "${d.other}" only in capital letters. They are easily confused; better rename one.`,
  'group.unclosed': d => `${whatOf(d.what)} "${d.name}" is not closed. Add a row end_${d.what} at its end.`,
  'group.unopened': d =>
    d.inside
      ? `This closing row is not for "${d.inside}", which is still open. Close the innermost part first.`
      : `This closing row has no beginning. Delete it, or add begin_${d.what} before it.`,
  'group.too_deep': d => `Groups are nested too deeply (at most ${d.most} levels). Simplify them.`,
  'group.column': d => `The column "${d.column}" does not apply to groups.`,
  'label.missing': d => `The question "${d.name}" has no words. Fill in the column label or hint.`,
  'calculation.missing': d => `The calculation "${d.name}" is empty. Fill in the column calculation.`,
  'calculation.not_allowed': d => `The type "${d.type}" cannot hold a calculation. Empty this cell.`,
  'media.big_image_alone': d =>
    `The question "${d.name}" has a big-image without an image. Fill in the column image too.`,
  'appearance.unsupported': d => `The appearance "${d.appearance}" cannot be used here yet.`,
  'max_length.invalid': d => `The length "${d.value}" cannot be used. Write a number from 1 to ${d.most}.`,

  'parameters.malformed': d =>
    `The parameters "${d.parameters}" cannot be read. Write them like "start=0 end=10 step=1".`,
  'parameter.unknown': d =>
    `The parameter "${d.parameter}" is not known for the type "${d.type}".${known(d.known)} Correct or delete it.`,
  'parameter.invalid': d => `"${d.value}" is no valid value of the parameter "${d.parameter}".`,
  'parameter.unsupported': d => `The parameter "${d.parameter}" cannot be used here yet.`,
  'parameter.seed_alone': () => 'The parameter seed works only together with randomize=true.',
  'range.step_zero': () => 'The step cannot be zero. Write step=1, for example.',
  'range.step_too_large': d => `The step ${d.step} is larger than the range. Make it smaller.`,
  'range.off_step': d =>
    `The parameter "${d.parameter}" is ${d.value}, which steps of ${d.step} do not reach.`,
  'range.label_off_step': d =>
    `The choice "${d.choice}" of the list "${d.list}" lies on no step of the scale.`,

  'choices.missing': d =>
    `There is no list "${d.list}" on the sheet ${d.sheet || 'choices'}.${maybe(d.similar)} Add its choices.`,
  'choices.too_many': d => `There are ${d.count} choices; at most ${d.most}. Remove some rows.`,
  'choice.no_name': d => `A choice of the list "${d.list}" has no code. Fill in the column name.`,
  'choice.no_list': d => `The choice "${d.choice}" belongs to no list, so it is not used.`,
  'choice.no_label': d =>
    `The choice "${d.choice}" of the list "${d.list}" has no words. Its code is shown instead.`,
  'choice.blank_in_name': d =>
    `The code "${d.choice}" (list "${d.list}") has a blank. Put an underscore in its place.`,
  'choice.repeated': d =>
    `The choice "${d.choice}" of the list "${d.list}" is the same as row ${d.first}. This row is left out.`,
  'choice.shared_name': d =>
    `The code "${d.choice}" of the list "${d.list}" is used in row ${d.first} too. The data cannot tell them apart.`,
  'choice.duplicate': d =>
    `The code "${d.choice}" of the list "${d.list}" is taken by row ${d.first}. Give it another code.`,
  'score.invalid': d => `The score "${d.score}" is no number. Write a number, or leave it empty.`,
  'choice.unknown': d =>
    `The list "${d.list}" has no choice "${d.choice}". Write it as on the sheet choices.`,
  'list.file_missing': d =>
    `The file "${d.file}" is not there. Choose it together with the Excel file, or add its content as a sheet called "${d.file}".`,
  'list.two_files': d => `Two files share the list name "${d.list}". Rename one of them.`,
  'list.no_column': d =>
    `The file "${d.file}" has no column "${d.column}". Add the column on the sheet "${d.sheet}".`,
  'list.unknown': d => `There is no list "${d.name}". Check its name or add the list.`,
  'filter.missing': d => `The type "${d.type}" usually has a choice_filter. All choices are shown.`,
  'filter.no_column': d => `The list "${d.list}" has no column "${d.column}" to filter by. Check its name.`,
  'or_other.filtered': () =>
    'or_other cannot be combined with a choice_filter. Write the choice "Other" yourself.',
  'table_list.filtered': () => 'A table (table-list) cannot have a choice_filter. Empty this cell.',
  'table_list.mixed': d =>
    `All questions of a table need the same list: "${d.list}" and "${d.other}" differ.`,

  'expression.broken': d =>
    `The formula cannot be read at character ${d.at}: there is ${d.found || 'its end'}, expected was ${d.expected}.`,
  'expression.too_long': d =>
    `The formula is too long (${d.length} characters; at most ${d.most}). Divide it in two.`,
  'expression.too_deep': d =>
    `The formula is nested too deeply at character ${d.at} (at most ${d.most} levels). Divide it in two.`,
  'expression.repaired': d =>
    d.what === 'quote' ? 'Curly quotes are read as straight ones.' : 'Special blanks are read as plain ones.',
  'expression.unsupported': d => `"${d.what}" cannot be computed here yet.`,
  'expressions.too_many': d =>
    `There are too many formulas (at most ${d.most}). Divide it into several questionnaires.`,
  'reference.unknown': d =>
    `No question is called "${d.name}".${maybe(d.similar)} Correct the name inside \${…}.`,
  'reference.ambiguous': d =>
    `Several questions are called "${d.name}". Give them different names, so that it is clear which is meant.`,
  'path.unknown': d => `The path "${d.path}" leads to nothing in this questionnaire. Use \${name} instead.`,
  'function.arity': d =>
    `The function ${d.name}() is given ${d.found} values; it takes ${d.fewest === d.most ? d.fewest : `${d.fewest} to ${d.most}`}.`,
  'regex.broken': d => `The pattern "${d.pattern}" cannot be read. Check its brackets.`,
  cycle: d => `These questions wait for each other: ${d.names}. Break the circle.`,
  'cycle.opened': d =>
    `These questions wait for each other: ${d.names}. The circle was broken at the column "${d.column}".`,
  'trigger.malformed': d => `The trigger "${d.trigger}" cannot be read. Write it like \${name}.`,
  'trigger.missing': d => `The type "${d.type}" needs a trigger. Fill in the column trigger.`,
  'trigger.not_visible': d => `The trigger "${d.name}" is never shown. Choose a question that is.`,

  'anonymous.metadata': d => `"${d.type}" is not recorded, since this questionnaire is without names.`,
  'anonymous.time': () => 'The time of day is not recorded, since this questionnaire is without names.',
  'anonymous.may_tell': d =>
    `An answer of type "${d.type}" may tell who filled it in. Check whether it is needed.`,

  'code.gone': d =>
    `The question "${d.code}" is gone. Its old answers stay in the export, in the last columns.`,
  'code.retyped': d =>
    `The type of "${d.code}" changes from ${d.before} to ${d.after}. In the export, old and new answers share one column.`,
};

export default { sentences, INSTEAD };
