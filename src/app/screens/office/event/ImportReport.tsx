// What became of an imported roster: how many came in, and why the others did not.
import type { RosterReport } from '../../../../protocol/office/roster.ts';
import { rosterTexts } from '../../../text/office/texts.ts';
import { problemSentence } from '../../../text/problem/sentence.ts';

export function ImportReport({ report }: { report: RosterReport }) {
  const text = rosterTexts();
  const { added, already, refused, warnings } = report;
  return (
    <section class="stack" aria-label={text.reportTitle}>
      <p class={refused.length > 0 ? 'notice' : 'notice notice--good'}>
        <strong>{text.reportTitle}:</strong> {text.reportAdded(added)}
        {already > 0 && `, ${text.reportAlready(already)}`}
        {refused.length > 0 && `, ${text.reportRefused(refused.length)}`}.
      </p>
      {refused.length > 0 && (
        <>
          <Lines caption={text.refusedCaption} lines={refused} />
          <p class="soft small">{text.refusedNote}</p>
        </>
      )}
      {warnings.length > 0 && <Lines caption={text.warningsCaption} lines={warnings} />}
    </section>
  );
}

function Lines({ caption, lines }: { caption: string; lines: RosterReport['refused'] }) {
  const text = rosterTexts();
  return (
    <table class="table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            {text.line}
          </th>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.why}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ line, name, problem }) => (
          <tr key={`${line} ${problem.code}`}>
            <td class="number">{line}</td>
            <th scope="row">{name || '–'}</th>
            <td>{problemSentence(problem)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
