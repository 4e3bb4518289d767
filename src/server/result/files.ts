// The files that an officer takes away: one table each, Indonesian titles, made of the figures on the page.
import type { Mark } from '../../domain/attendance/mark.ts';
import { type Cell, toCsv } from '../../domain/export/csv.ts';
import { questionAt } from '../../domain/instrument/check-answers.ts';
import type { Instrument } from '../../domain/instrument/definition.ts';
import { spacedNip } from '../../domain/person/nip.ts';
import { GRADES, PERFORMANCE } from '../../domain/skm/grade.ts';
import type { Session } from '../../protocol/office/plan.ts';
import type { EventResult, QuestionResult } from '../../protocol/office/result.ts';
import type { Participant } from '../../protocol/office/roster.ts';
import type { StoredAssignment } from '../store/roster/assignments.ts';
import type { CurrentMark } from './attendance.ts';
import type { ObservedAssignment } from './observation.ts';
import { choiceLabel, choicesOf, labelOf, questionsOf } from './words.ts';

const MARK_WORDS: Readonly<Record<Mark, string>> = {
  present: 'Hadir',
  late: 'Terlambat',
  excused: 'Izin',
  sick: 'Sakit',
  absent: 'Alpa',
};
const PERSON_TITLES = ['Nama', 'NIP', 'Golongan', 'Jabatan', 'Unit kerja'];

const decimal = (value: string | null): Cell => (value === null ? null : { decimal: value });
const nipCell = (nip: string | null): Cell => (nip === null ? null : spacedNip(nip));

/** A line an unsur, then the index with its printed-weight variants. */
export function surveyFile({ survey }: Pick<EventResult, 'survey'>): string {
  const scores = [1, 2, 3, 4];
  const header = ['Unsur', 'Responden', 'Jumlah nilai', 'NRR', 'Nilai', 'Mutu', 'Kinerja'];
  const hidden = `disembunyikan: responden kurang dari ${survey.least_shown}`;
  const isIndexHeld = survey.questions.some(({ suppressed }) => suppressed);
  const graded = (label: string, n: Cell, value: string | null, grade: string | null): Cell[] => [
    label,
    n,
    null,
    null,
    decimal(value),
    grade,
    isIndexHeld ? hidden : kinerja(grade),
  ];
  const unsurLine = (question: QuestionResult): Cell[] => [
    question.label.id,
    question.n,
    question.total,
    decimal(question.nrr),
    decimal(question.value),
    question.grade,
    question.suppressed ? hidden : kinerja(question.grade),
    ...scores.map((_, index) => question.choices?.[index]?.n ?? null),
  ];
  return toCsv(
    [...header, ...scores.map(score => `Jawaban ${score}`)],
    [
      ...survey.questions.map(unsurLine),
      graded(
        `IKM (${survey.scheme})`,
        survey.responses,
        survey.index?.value ?? null,
        survey.index?.grade ?? null,
      ),
      ...(survey.index?.variants ?? []).map(({ weight, value, grade }) =>
        graded(`IKM bila memakai bobot cetak ${weight}`, survey.responses, value, grade),
      ),
    ],
  );
}

const kinerja = (grade: string | null): string | null => {
  const known = GRADES.find(letter => letter === grade);
  return known ? PERFORMANCE[known].id : null;
};

/** A line a participant, a column a session. */
export function attendanceFile(
  participants: readonly Participant[],
  sessions: readonly Session[],
  marks: readonly CurrentMark[],
): string {
  const markOf = new Map(
    marks.map(({ participant_id, session_id, mark }) => [`${participant_id} ${session_id}`, mark]),
  );
  return toCsv(
    ['No', ...PERSON_TITLES, ...sessions.map(({ name, day }) => `${name} (${day})`)],
    participants.map((person, index) => [
      index + 1,
      person.name,
      nipCell(person.nip),
      person.rank,
      person.position,
      person.unit_name,
      ...sessions.map(({ id }) => {
        const mark = markOf.get(`${person.id} ${id}`);
        return mark ? MARK_WORDS[mark] : null;
      }),
    ]),
  );
}

/** A line an assignment; levels as numbers, everything else in words. */
export function observationsFile(
  instrument: Instrument,
  observed: readonly (ObservedAssignment & StoredAssignment)[],
): string {
  const header = ['Nama', 'NIP', 'Jabatan', 'Unit kerja', 'Atasan', 'Tenggat', 'Tanggal observasi'];
  const questions = questionsOf(instrument);
  return toCsv(
    [...header, ...questions.map(node => labelOf(instrument, node).id)],
    observed.map(row => [
      row.participant_name,
      nipCell(row.nip),
      row.position,
      row.unit_name,
      row.supervisor_name,
      row.due_on,
      row.sheet?.day ?? null,
      ...questions.map(({ code }) => answerCell(row.sheet, code)),
    ]),
  );
}

function answerCell(sheet: ObservedAssignment['sheet'], code: string): Cell {
  const answer = sheet?.answers[code];
  const node = sheet && questionAt(sheet.instrument, code);
  if (!node || !answer) return null;
  if (node.type !== 'select_one') return answer;
  const chosen = choicesOf(sheet.instrument, node).find(choice => choice.code === answer);
  return chosen ? (chosen.score ?? choiceLabel(sheet.instrument, chosen).id) : null;
}
