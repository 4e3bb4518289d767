// Cases of the reference compiler that say nothing of what this project does, each with the reason.
import { ENTITY_CASES } from './entities.ts';

const REASONS: readonly (readonly [reason: string, cases: readonly string[]])[] = [
  [
    'entities: records that several forms share, which no tier has; the sheet is told and left out',
    ENTITY_CASES,
  ],
  [
    'audit: a log of every touch, which no tier has; its parameters are not read',
    [
      'audit.test_audit',
      'audit.test_audit_blank_parameters',
      'audit.test_audit_identify_user_false',
      'audit.test_audit_location_min_interval_positive',
      'audit.test_audit_random_name',
      'audit.test_audit_track_changes_reasons_foo',
    ],
  ],
  [
    'holds a broken expression, which the reference does not read; it leaves that to a validator',
    [
      'external_instances.test_external_instances_multiple_diff_pulldatas',
      'validate_unicode_exception.test_validate_unicode_exception',
    ],
  ],
  [
    'recorded as a Python object without its table',
    [
      'j2x_question.test_select_one_question_multilingual',
      'j2x_question.test_simple_select_all_question_multilingual',
      'xls2json_backends.test_case_insensitivity (1)',
      'xls2json_backends.test_case_insensitivity (2)',
      'xls2json_backends.test_case_insensitivity (3)',
      'xls2json_backends.test_case_insensitivity (4)',
    ],
  ],
  [
    'loop: a group copied for each choice, which no tier has; it becomes one group, and is told',
    [
      'loop.test_loop',
      'loop.test_loop__groups_error',
      'loop.test_loop__label__translated__appearance__ok',
      'loop.test_loop__no_label__ok',
      'loop.test_loop__no_label__translated__ok',
      'loop.test_loop__references_error',
    ],
  ],
  ['osm: tags of a map service, which no tier has', ['osm.test_osm_type', 'osm.test_osm_type_with_select']],
  [
    "asserts the reference's own test harness, not a form",
    [
      'pyxform_test_case.test_error__contains__wrong_type__error',
      'pyxform_test_case.test_xml__1_xpath_0_match_fail__xpath_match',
      'pyxform_test_case.test_xml__1_xpath_1_match_pass__xpath_count',
      'pyxform_test_case.test_xml__1_xpath_1_match_pass__xpath_exact',
      'pyxform_test_case.test_xml__1_xpath_1_match_pass__xpath_match',
      'pyxform_test_case.test_xml__1_xpath_n_match_fail__xpath_count',
      'pyxform_test_case.test_xml__1_xpath_n_match_fail__xpath_exact',
      'pyxform_test_case.test_xml__1_xpath_n_match_fail__xpath_match',
      'pyxform_test_case.test_xml__n_xpath_1_match_pass__xpath_count',
      'pyxform_test_case.test_xml__n_xpath_1_match_pass__xpath_exact',
      'pyxform_test_case.test_xml__n_xpath_n_match_fail__xpath_exact',
      'pyxform_test_case.test_xml__n_xpath_n_match_pass__xpath_count',
      'pyxform_test_case.test_xml__n_xpath_n_match_pass__xpath_exact',
    ],
  ],
  [
    'about the name of a file, which a workbook does not have',
    ['settings.test_name__from_file__invalid_characters__error'],
  ],
  [
    'sms: a compact format for sending by text message; only its XML is asserted',
    ['sms.test_prefix_only', 'sms.test_sms_tag'],
  ],
];

/** Reason by case name; nothing here is a pattern. */
export const OUT_OF_SCOPE: Readonly<Record<string, string>> = Object.fromEntries(
  REASONS.flatMap(([reason, cases]) => cases.map(name => [name, reason] as const)),
);
