// What no answer of the centre may be, whatever it was asked.
import { PROBLEM_MEDIA } from '../../src/protocol/limits.ts';
import { isProblemCode } from '../../src/protocol/problem.ts';

export type Answer = {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
};

/** What is wrong with an answer, or null. `isChanged`: something was committed between the question and the answer. */
export function judge(
  { statusCode, headers, body }: Answer,
  isApi: boolean,
  isChanged: boolean,
): string | null {
  if (statusCode >= 500) return `answered ${statusCode}`;
  if (statusCode < 100 || (statusCode >= 300 && statusCode < 400 && statusCode !== 304))
    return `answered ${statusCode}`;
  if (statusCode < 400) return null;
  if (isChanged) return `refused with ${statusCode}, and still changed a table`;
  return isApi && body !== '' ? judgeRefusal(String(headers['content-type']), body) : null;
}

/** A refusal says a code of the catalogue and its particulars, and of a spreadsheet what is wrong where; nothing else. */
function judgeRefusal(media: string, body: string): string | null {
  if (!media.startsWith(PROBLEM_MEDIA)) return `refused in ${media}`;
  const said = JSON.parse(body);
  const keys = said.code === 'instrument.has_errors' ? 'code,details,findings' : 'code,details';
  if (Object.keys(said).join() !== keys || !isProblemCode(said.code))
    return `refused with what is no problem: ${body.slice(0, 200)}`;
  return null;
}
