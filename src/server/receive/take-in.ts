// The second road: a file of signed batches, taken in by the same function as those that come by HTTPS.
import { Compile } from 'typebox/compile';
import { accepted, type Result, refused } from '../../domain/result.ts';
import { foreignKind } from '../../domain/roster/file-kind.ts';
import { BATCH_FILE_HEADER, BatchLine } from '../../protocol/batch-file.ts';
import type { TakeInReport } from '../../protocol/office/device.ts';
import type { Problem } from '../../protocol/problem.ts';
import { PushRequest, type RecordResult } from '../../protocol/push.ts';
import type { Centre } from '../centre.ts';
import { isSigned } from '../identity/device-signature.ts';
import { type EnrolledDevice, findDevice } from '../store/people/devices.ts';
import { isNamed } from './examine.ts';
import { keepUnverified, type Receiving, receive } from './receive.ts';

export type TakingIn = {
  /** Whose quarantine takes what cannot be verified. */
  readonly unit_id: string;
  /** Of devices of other units only kinds and results are told; null: everything. */
  readonly units: readonly string[] | null;
  readonly report: Receiving['report'];
};

/** Enough for every tablet of a big event; beyond it records are counted only, so that a report has an end. */
export const LISTED_MAX = 20_000;

const isBatchLine = Compile(BatchLine);
const isPush = Compile(PushRequest);

/**
 * `file.not_batches` where the first line is not a file's header: nothing was taken in then. A line that cannot be read is
 * told with its number and costs its own batch only. Taking the same lines in again changes nothing. Rejects where the
 * database or its disk is unusable; what was taken in before stays, and the same file can be taken in again.
 */
export async function takeIn(
  centre: Pick<Centre, 'db' | 'keys' | 'now' | 'random'>,
  lines: AsyncIterable<string>,
  how: TakingIn,
): Promise<Result<TakeInReport, Problem>> {
  const report: TakeInReport = { batches: 0, counts: {}, records: [], problems: [] };
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (number === 1) {
      const found = notBatches(line);
      if (found !== null) return refused('file.not_batches', { found });
    } else if (line !== '' && notBatches(line) !== null) {
      // A header further down is only where one file was put behind another.
      const batch = readBatch(line);
      if (batch) tell(report, batch, await takeBatch(centre, batch, how), how);
      else report.problems.push({ line: number, problem: refusedLine(number) });
    }
  }
  return number > 0 ? accepted(report) : refused('file.not_batches', { found: '-' });
}

const refusedLine = (line: number) => ({ code: 'file.torn', details: { line } });

/** What a first line is instead of our header, or null. */
function notBatches(line: string): string | null {
  const said = readJson(line.replace(/^\uFEFF/, '')) as
    | { lembar?: unknown; version?: unknown }
    | null
    | undefined;
  if (said?.lembar !== BATCH_FILE_HEADER.lembar)
    return foreignKind(Buffer.from(line.slice(0, 200), 'latin1')) ?? '-';
  return said.version === BATCH_FILE_HEADER.version ? null : `version ${String(said.version).slice(0, 20)}`;
}

type Batch = { readonly line: BatchLine; readonly said: PushRequest };

function readBatch(text: string): Batch | null {
  const line = readJson(text);
  if (!isBatchLine.Check(line)) return null;
  const said = readJson(line.body);
  return isPush.Check(said) ? { line, said } : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Taken = { readonly device: EnrolledDevice | null; readonly results: readonly RecordResult[] };

async function takeBatch(
  centre: Pick<Centre, 'db' | 'keys' | 'now' | 'random'>,
  { line, said }: Batch,
  { unit_id, report }: TakingIn,
): Promise<Taken> {
  const device = await findDevice(centre.db, line.device);
  const isTrusted =
    device &&
    !device.lost_at &&
    said.device === device.id &&
    isSigned(device, line.signature, Buffer.from(line.body));
  if (!isTrusted) {
    const results = await keepUnverified(centre, { unit_id, claimed: line.device }, said, report);
    return { device: null, results };
  }
  const results = await receive(centre, device, said, { road: 'file', report });
  if (!results.ok) throw new Error(`A batch of a file was refused: ${results.problem.code}`);
  return { device, results: results.value };
}

/** Which device a record came from is told of kinds that name somebody anyway. */
function tell(report: TakeInReport, { said }: Batch, { device, results }: Taken, { units }: TakingIn): void {
  report.batches += 1;
  const isOwn = device === null || units === null || units.includes(device.unit_id);
  for (const [index, result] of results.entries()) {
    report.counts[result.result] = (report.counts[result.result] ?? 0) + 1;
    if (report.records.length >= LISTED_MAX) continue;
    const kind = said.records[index]?.kind ?? '-';
    const { reason: _, ...bare } = result;
    const name = device && isNamed(kind) ? device.label : null;
    report.records.push(isOwn ? { ...result, kind, device: name } : { ...bare, kind, device: null });
  }
}
