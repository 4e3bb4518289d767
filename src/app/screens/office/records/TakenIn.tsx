// What came of a file: the sum in words, then what needs somebody, then the rest on demand.
import type { TakeInReport } from '../../../../protocol/office/device.ts';
import { formatNumber } from '../../../text/date.ts';
import { recordTexts } from '../../../text/office/texts.ts';
import { problemSentence } from '../../../text/problem/sentence.ts';
import { Fold } from '../parts/Fold.tsx';
import { kindName } from './kind-name.ts';
import { countWords, needsAttention, resultWords } from './taken.ts';

type TakenRecord = TakeInReport['records'][number];

/** More rows than anybody reads. */
const MOST_ROWS = 200;

export function TakenIn({ name, report }: { name: string; report: TakeInReport }) {
  const text = recordTexts();
  const attention = report.records.filter(needsAttention);
  const rest = report.records.filter(record => !needsAttention(record));
  const restTitle = (attention.length > 0 ? text.rest : text.all)(formatNumber(rest.length));
  const isWhole = attention.length === 0 && report.problems.length === 0;
  return (
    <section class="stack" aria-labelledby="taken">
      <h2 id="taken">
        {text.takenTitle}: <span class="breakable">{name}</span>
      </h2>
      <div class={isWhole ? 'notice notice--good' : 'notice'}>
        <p>
          <strong>
            {report.records.length === 0
              ? text.takenNothing
              : text.counted(formatNumber(report.records.length), countWords(report.counts))}
          </strong>
        </p>
        {isWhole && report.records.length > 0 && <p>{text.allIn}</p>}
      </div>
      <Unread problems={report.problems} />
      {attention.length > 0 && (
        <>
          <h3>{text.attention}</h3>
          <TakenTable caption={text.attention} records={attention} />
          {attention.some(record => record.result === 'quarantined') && (
            <a class="lone-link" href="/office/quarantine">
              {text.toQuarantine}
            </a>
          )}
        </>
      )}
      {rest.length > 0 && (
        <Fold title={restTitle}>
          <TakenTable caption={restTitle} records={rest} />
        </Fold>
      )}
    </section>
  );
}

function Unread({ problems }: { problems: TakeInReport['problems'] }) {
  const text = recordTexts();
  if (problems.length === 0) return null;
  return (
    <section class="stack stack--tight">
      <h3>{text.linesUnread}</h3>
      <p>{text.linesUnreadWhy}</p>
      <ul>
        {problems.slice(0, MOST_ROWS).map(({ line, problem }) => (
          <li key={line}>
            {text.line} {formatNumber(line)}: {problemSentence(problem)}
          </li>
        ))}
      </ul>
      <More total={problems.length} />
    </section>
  );
}

function TakenTable({ caption, records }: { caption: string; records: readonly TakenRecord[] }) {
  const text = recordTexts();
  return (
    <>
      <table class="table">
        <caption class="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.kind}</th>
            <th scope="col">{text.device}</th>
            <th scope="col">{text.result}</th>
          </tr>
        </thead>
        <tbody>
          {records.slice(0, MOST_ROWS).map((record, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may hold a record twice, and the list never changes
            <tr key={index}>
              <th scope="row">{kindName(record.kind)}</th>
              <td>{record.device ?? '–'}</td>
              <td>{resultWords(record)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More total={records.length} />
    </>
  );
}

const More = ({ total }: { total: number }) =>
  total > MOST_ROWS ? <p class="soft">{recordTexts().more(formatNumber(total - MOST_ROWS))}</p> : null;
