// Takes a roster in, row by row: good rows are added, the others told with their line.
import { accepted, type Result, refused } from '../../domain/result.ts';
import { checkRow } from '../../domain/roster/check-row.ts';
import { foreignKind } from '../../domain/roster/file-kind.ts';
import type { RosterRow } from '../../domain/roster/read-roster.ts';
import type { RosterReport } from '../../protocol/office/roster.ts';
import type { Problem } from '../../protocol/problem.ts';
import type { Centre } from '../centre.ts';
import { addParticipant } from '../store/roster/participants.ts';

/** Text of an uploaded file, which must be UTF-8. */
export function readText(bytes: Uint8Array): Result<string, Problem> {
  const found = foreignKind(bytes);
  if (found) return refused('file.not_text', { found });
  try {
    return accepted(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused('file.not_text', { found: 'ANSI / Windows-1252' });
  }
}

type Line = RosterReport['refused'][number];

/** All in one transaction: after a crash the same file can simply be sent again. */
export function addRoster(
  { db, newId }: Centre,
  event: { readonly id: string; readonly unit_id: string },
  rows: readonly RosterRow[],
): Promise<RosterReport> {
  const report = { added: 0, already: 0, refused: [] as Line[], warnings: [] as Line[] };
  return db.transaction().execute(async trx => {
    for (const row of rows) {
      const tell = (list: Line[], { code, details }: Problem) =>
        list.push({
          line: row.line,
          name: row.name.slice(0, 120),
          problem: { code, details: { ...details } },
        });
      const checked = checkRow(row);
      if (!checked.ok) {
        tell(report.refused, checked.problem);
        continue;
      }
      const { participant, known_as } = await addParticipant(trx, event, checked.value, newId);
      if (participant) report.added += 1;
      else report.already += 1;
      if (checked.value.warning) tell(report.warnings, checked.value.warning);
      if (known_as !== null)
        tell(report.warnings, {
          code: 'nip.known_as',
          details: { nip: checked.value.nip ?? '', name: known_as },
        });
    }
    return report;
  });
}
