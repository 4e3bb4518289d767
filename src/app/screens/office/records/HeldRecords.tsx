// Records that are kept but could not be used, each with its reason as a sentence, and looking at them once more.
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../domain/result.ts';
import type { QuarantinedRecord, RetryReply } from '../../../../protocol/office/device.ts';
import { ProblemNote } from '../../../parts/ProblemNote.tsx';
import { formatNumber } from '../../../text/date.ts';
import { officeTexts, recordTexts } from '../../../text/office/texts.ts';
import { problemSentence } from '../../../text/problem/sentence.ts';
import { useCentre } from '../centre/context.ts';
import { routes, type Takes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { Heading } from '../parts/Heading.tsx';
import { Said } from '../parts/Said.tsx';
import { Conflicts } from './Conflicts.tsx';
import { kindName } from './kind-name.ts';
import { Received } from './Received.tsx';

export function HeldRecords() {
  const text = recordTexts();
  const list = useLoaded(routes.quarantine);
  const { retry, said, problem, busy } = useRetry(list.reload);
  return (
    <>
      <Heading>{officeTexts().quarantine}</Heading>
      <p class="soft">{text.quarantineIntro}</p>
      <Said>{said}</Said>
      <ProblemNote problem={problem} />
      <WhenLoaded from={list}>
        {({ records, conflicts }) => (
          <>
            {records.length === 0 ? (
              <p class="notice notice--good">{text.quarantineNone}</p>
            ) : (
              <>
                <div>
                  <button
                    type="button"
                    class="button"
                    aria-disabled={busy}
                    onClick={() => retry(routes.retryAll)}
                  >
                    {text.retryAll}
                  </button>
                </div>
                <HeldTable records={records} busy={busy} retry={id => retry(routes.retry(id))} />
              </>
            )}
            <Conflicts conflicts={conflicts} />
          </>
        )}
      </WhenLoaded>
    </>
  );
}

/** Asks the centre to look again, and says what came of it in numbers. */
function useRetry(changed: () => void) {
  const text = recordTexts();
  const centre = useCentre();
  const [reply, setReply] = useState<RetryReply | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (route: Takes<null, RetryReply>) => {
    if (busy) return;
    setBusy(true);
    const result = await centre.post(route, null);
    setBusy(false);
    setProblem(result.ok ? null : result.problem);
    setReply(result.ok ? result.value : null);
    changed();
  };
  const say = ({ freed, left }: RetryReply) => {
    if (freed === 0) return text.freedNone;
    if (left.length === 0) return text.freedAll(formatNumber(freed));
    return text.freed(formatNumber(freed), formatNumber(left.length));
  };
  return {
    retry: (route: Takes<null, RetryReply>) => void ask(route),
    said: reply && say(reply),
    problem,
    busy,
  };
}

type HeldTableProps = {
  records: readonly QuarantinedRecord[];
  busy: boolean;
  retry: (id: string) => void;
};

function HeldTable({ records, busy, retry }: HeldTableProps) {
  const text = recordTexts();
  return (
    <table class="table">
      <caption class="hidden-visually">{text.quarantineCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.kind}</th>
          <th scope="col">{text.received}</th>
          <th scope="col">{text.reason}</th>
          <th scope="col">
            <span class="hidden-visually">{text.retry}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {records.map(record => (
          <tr key={record.id}>
            <th scope="row">{kindName(record.kind)}</th>
            <td>
              <Received at={record.received} />
            </td>
            <td class="wide breakable">
              {problemSentence(record.reason)}
              <br />
              <span class="soft small">
                {text.recordId} {record.id}
              </span>
            </td>
            <td class="acts">
              <button
                type="button"
                class="button button--quiet button--small no-print"
                aria-label={`${text.retry}: ${record.id}`}
                aria-disabled={busy}
                onClick={() => retry(record.id)}
              >
                {text.retry}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
