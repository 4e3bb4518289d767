// The closed list of what the compiler can say of a spreadsheet; sentences for a person are kept by these codes.

/** Each with the names of its details. `instead`: a key of what happens in its place (`FINDING_INSTEAD`). */
export const FINDING_DETAILS = {
  /** Further findings that are not listed. */
  'findings.more': ['left'],

  // Sheets and columns
  'sheet.missing': ['sheet', 'similar'],
  'sheet.misspelt': ['sheet', 'similar'],
  'sheet.duplicate': ['sheet'],
  /** `entities`, `osm`: of other tools. */
  'sheet.foreign': ['sheet'],
  'column.missing': ['column'],
  'column.duplicate': ['column', 'other'],
  /** A comment column: kept in the file, not used. */
  'column.unknown': ['column'],
  /** Other tools use it, this one does not. */
  'column.foreign': ['column'],
  'column.without_heading': [],
  'cell.too_long': ['length', 'most'],
  'cell.control_characters': [],

  // Settings and languages
  'setting.unknown': ['setting', 'similar', 'known'],
  'setting.duplicate': ['setting'],
  'setting.invalid': ['setting', 'value', 'known'],
  'setting.unsupported': ['setting', 'instead'],
  'settings.further_rows': [],
  /** The form's id was no code, and became one. */
  'form.code': ['written', 'code'],
  'languages.too_many': ['count', 'most'],
  'language.no_code': ['language'],
  /** A column that is there in other languages. */
  'language.missing': ['column', 'language'],

  // Rows, types and names
  'survey.empty': [],
  'survey.too_large': ['most'],
  'row.disabled': [],
  'row.comment': [],
  'type.missing': ['name'],
  'type.unknown': ['type', 'similar'],
  /** Known, but written otherwise. */
  'type.written': ['written', 'type'],
  'type.unsupported': ['type', 'instead'],
  /** A select over earlier answers. */
  'type.from_answers': ['instead'],
  'metadata.unsupported': ['type', 'instead'],
  'name.missing': ['type'],
  'name.invalid': ['name'],
  'name.blanks': ['written', 'name'],
  'name.reserved': ['name'],
  'name.duplicate': ['name'],
  'name.duplicate_repeat': ['name'],
  'name.differs_by_case': ['name', 'other'],
  /** `what`: group, repeat or loop. */
  'group.unclosed': ['what', 'name'],
  'group.unopened': ['what', 'name', 'inside'],
  'group.too_deep': ['most'],
  'group.column': ['column', 'instead'],
  'label.missing': ['name'],
  'calculation.missing': ['name'],
  'calculation.not_allowed': ['type'],
  'media.big_image_alone': ['name'],
  'appearance.unsupported': ['appearance', 'instead'],
  'max_length.invalid': ['value', 'most'],

  // Parameters
  'parameters.malformed': ['parameters'],
  'parameter.unknown': ['parameter', 'type', 'known'],
  'parameter.invalid': ['parameter', 'value'],
  'parameter.unsupported': ['parameter', 'instead'],
  'parameter.seed_alone': [],
  'range.step_zero': [],
  'range.step_too_large': ['step'],
  'range.off_step': ['parameter', 'value', 'step'],
  'range.label_off_step': ['list', 'choice'],

  // Choices and lists
  'choices.missing': ['list', 'similar', 'sheet'],
  'choices.too_many': ['count', 'most'],
  'choice.no_name': ['list'],
  'choice.no_list': ['choice'],
  'choice.no_label': ['list', 'choice'],
  'choice.blank_in_name': ['list', 'choice'],
  /** The same row twice: the later one is left out. `first`: the row of the earlier one. */
  'choice.repeated': ['list', 'choice', 'first'],
  /** One name for several rows, each offered where its filter lets it. */
  'choice.shared_name': ['list', 'choice', 'first'],
  'choice.duplicate': ['list', 'choice', 'first'],
  'score.invalid': ['score'],
  /** Of `_choices`: no list has such a choice. */
  'choice.unknown': ['list', 'choice'],
  /** The file is to be added as a sheet called like it. */
  'list.file_missing': ['file', 'list'],
  /** One name for two lists: a .csv and an .xml, declared twice, or a file and a list of `choices`. */
  'list.two_files': ['list'],
  'list.no_column': ['file', 'column', 'sheet'],
  'list.unknown': ['name'],
  'filter.missing': ['type'],
  'filter.no_column': ['column', 'list'],
  'or_other.filtered': [],
  'table_list.filtered': [],
  'table_list.mixed': ['list', 'other'],

  // Expressions
  'expression.broken': ['at', 'found', 'expected'],
  'expression.too_long': ['length', 'most'],
  'expression.too_deep': ['at', 'most'],
  /** All of them together hold too many characters. */
  'expressions.too_many': ['most'],
  /** `what`: quote or blank. */
  'expression.repaired': ['what'],
  'expression.unsupported': ['what', 'instead'],
  'reference.unknown': ['name', 'similar'],
  /** A path to nothing, which stays empty; an error where a cell has many. */
  'path.unknown': ['path', 'step', 'at', 'instead'],
  'reference.ambiguous': ['name'],
  'function.arity': ['name', 'found', 'fewest', 'most'],
  'regex.broken': ['pattern'],
  cycle: ['names'],
  /** `column`: what was left out (`choice_filter`), so that nothing depends on itself. */
  'cycle.opened': ['names', 'column', 'instead'],
  'trigger.malformed': ['trigger'],
  'trigger.missing': ['type'],
  'trigger.not_visible': ['name'],

  // Anonymous instruments
  'anonymous.metadata': ['type', 'instead'],
  'anonymous.time': ['instead'],
  'anonymous.may_tell': ['type'],

  // Against the version before
  'code.gone': ['code'],
  'code.retyped': ['code', 'before', 'after'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type FindingCode = keyof typeof FINDING_DETAILS;
export const FINDING_CODES = Object.keys(FINDING_DETAILS) as readonly FindingCode[];

/**
 * What `details.instead` says. `nothing`: it is left out. `empty`: the value stays empty. `today`: the day in place of the
 * time. `text`: a text is asked for. `group`: a group in its place. `plain`: it looks as usual.
 */
export const FINDING_INSTEAD = ['nothing', 'empty', 'today', 'text', 'group', 'plain'] as const;
