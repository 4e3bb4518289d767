// The findings of a spreadsheet by weight: what stands in the way first, each with its place and what to do.
import { useState } from 'preact/hooks';
import type { Finding, FindingLevel } from '../../../../../authoring/finding.ts';
import { formatNumber } from '../../../../text/date.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { Fold } from '../../parts/Fold.tsx';
import { findingPlace, findingSentence } from './finding-text.ts';

const GROUPS = [
  ['error', 'errors'],
  ['unsupported', 'unsupported'],
  ['repair', 'repairs'],
  ['warning', 'warnings'],
] as const satisfies readonly (readonly [FindingLevel, string])[];

export function Report({ findings }: { findings: readonly Finding[] }) {
  const text = instrumentTexts();
  const errors = findings.filter(({ level }) => level === 'error').length;
  const groups = GROUPS.map(([level, name]) => ({
    ...{ level, name },
    found: findings.filter(finding => finding.level === level),
  })).filter(({ found }) => found.length > 0);
  return (
    <section class="stack" aria-labelledby="report">
      <h2 id="report">{text.reportTitle}</h2>
      {errors > 0 ? (
        <p class="notice notice--bad" role="alert">
          {text.reportErrors(formatNumber(errors))}
        </p>
      ) : (
        <p class="notice notice--good" role="status">
          {findings.length > 0 ? text.reportUsable : text.reportGood}
        </p>
      )}
      {groups.map(({ level, name, found }) => (
        <Fold
          key={level}
          title={text[name](formatNumber(found.length))}
          openAtFirst={level === 'error' || (errors === 0 && level === 'unsupported')}
        >
          <Findings found={found} />
        </Fold>
      ))}
    </section>
  );
}

const AT_FIRST = 30;

function Findings({ found }: { found: readonly Finding[] }) {
  const [most, setMost] = useState(AT_FIRST);
  const shown = found.slice(0, most);
  return (
    <>
      <ul class="plain instrument-findings">
        {shown.map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <li key={index} data-code={finding.code} data-level={finding.level}>
            <strong>{findingPlace(finding)}</strong>
            <span>{findingSentence(finding)}</span>
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <button
          type="button"
          class="button button--quiet button--small"
          onClick={() => setMost(most + 10 * AT_FIRST)}
        >
          {instrumentTexts().moreFindings(formatNumber(found.length - shown.length))}
        </button>
      )}
    </>
  );
}
