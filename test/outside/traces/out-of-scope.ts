// Recorded sessions that are not asked to agree, each by its name and with the reason; a name that agrees must go from here.

/** What an XLSForm cannot say or this project does not offer; by reason. */
export const OUT_OF_SCOPE: Readonly<Record<string, readonly string[]>> = {
  'an expression that refers to nothing: import refuses it': ['45 smoketests/form-init: parsesForm2'],
  'an instance that is no table of items': [
    '46 smoketests/form-init: parsesSecondaryInstanceForm',
    '205 secondary-instances: [does] do not get confused',
    '291 calculate: support[s] multiple predicates in multiple parts of [the expression] path',
  ],
  'choices made of other answers': [
    '85 select: updates choices',
    '86 select: updates choices',
    '87 select: updates choices',
  ],
  'what it records came of chance': [
    '142 repeat: repeatInstanceDeletion_withoutReferencesToRepeat_evaluatesNoTriggersInInstances',
  ],
  'a list that is fetched from a file beside the form': [
    '209 secondary-instances: can be selected',
    '210 secondary-instances: parses without error',
    '211 secondary-instances: BOM is not treated as part of first column header',
    '212 secondary-instances: column delimiter: semicolon',
    '213 secondary-instances: column delimiter: tab',
    '214 secondary-instances: row delimiter: CRLF',
    '215 secondary-instances: whitespace padding around column delimiter is not ignored (by default)',
    '313 instance-output: is [~~]successfully[~~] deserialized',
  ],
  'a value set in one instance that a predicate picks': [
    "255 actions-events/set-value-action: sets value of node in first repeat instance, as specified in the action's predicate",
    '256 actions-events/set-value-action: sets value of node in repeat instance added after form load',
  ],
  'it begins from an earlier submission': [
    '263 actions-events/set-value-action: is not triggered when loading form for editing',
  ],
  'attributes as values': [
    '265 actions-events/set-value-action: sets the value of a bound attribute',
    '312 bind-attributes: attribute values can be bound',
    "318 xpath/functions/pulldata: 'returns empty string when there are n…'",
    "319 xpath/functions/pulldata: 'returns first match when there are mu…'",
    "320 xpath/functions/pulldata: 'returns first match when there are mu…'",
  ],
  'different values set on different events': [
    '266 actions-events/set-value-action: allows multiple `setvalue` elements with the same `ref`',
  ],
  'jr:itext(): a spreadsheet has no ids of texts': ['292 calculate: should retrieve the correct itext value'],
  'values set whenever a form is opened': [
    '323 actions-events/instance-load-events: is triggered for all pre-existing repeat instances',
  ],
};

/** Within scope, and meant to be otherwise here; by what is otherwise. */
export const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'a fraction typed for a whole number stays as typed and stands in the way; theirs is cut': [
    '42 bind-types: casts an updated fractional value',
  ],
  'the sum of nothing is 0; theirs is blank until there is something': ['138 repeat: updates'],
  'of a label in several forms the long one is read; theirs joins them': [
    '169 validity-state: enforces `constraint`s defined [on] in a field',
  ],
  'a time without seconds is a time, as browsers’ own fields give it': [
    '227 time-bind-type: has null when incorrect value 22:02 is passed',
  ],
  'a computed default is entered also while its question is not relevant': [
    '259 actions-events/set-value-action: does not update after field becomes relevant',
  ],
  'what the form’s own data holds is kept as it is, also where it is no value of its type': [
    '273 data-types/geo: is zero',
  ],
};
