// The columns of the sheets that hold choices: `choices`, `external_choices`, and our own `_choices` and `_questions`.
import type { KnownColumns } from './headings.ts';

const MEDIA = ['image', 'audio', 'video', 'big-image'] as const;

const ALIASES = {
  caption: 'label',
  value: 'name',
  list: 'list_name',
  listname: 'list_name',
  big_image: 'big-image',
};

/** Any other column is one to filter by. */
export const CHOICE_COLUMNS: KnownColumns = {
  names: new Set(['list_name', 'name', 'label', 'score', 'description', 'exclusive', ...MEDIA]),
  aliases: ALIASES,
  translatable: new Set(['label', 'description', ...MEDIA]),
  foreign: new Set(['sms_option']),
};

export const OWN_CHOICE_COLUMNS: KnownColumns = {
  names: new Set(['list_name', 'name', 'score', 'description', 'exclusive']),
  aliases: ALIASES,
  translatable: new Set(['description']),
  foreign: new Set(),
};

export const OWN_QUESTION_COLUMNS: KnownColumns = {
  names: new Set(['name', 'max_length']),
  aliases: {},
  translatable: new Set(),
  foreign: new Set(),
};

export const OWN_SETTING_COLUMNS: KnownColumns = {
  names: new Set(['setting', 'value']),
  aliases: {},
  translatable: new Set(['value']),
  foreign: new Set(),
};

/** Of a sheet that stands for a file: every heading is its own name. */
export const FILE_COLUMNS: KnownColumns = {
  names: new Set(),
  aliases: {},
  translatable: new Set(),
  foreign: new Set(),
};
