// One version of a questionnaire: when it came, its files, and what it changed.
import { useState } from 'preact/hooks';
import { differenceOf } from '../../../../domain/instrument/difference.ts';
import type { InstrumentSummary } from '../../../../protocol/office/instruments.ts';
import { formatNumber } from '../../../text/date.ts';
import { instrumentTexts } from '../../../text/office/instruments/texts.ts';
import { downloads, routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { Difference } from './Difference.tsx';
import { printPath, publishedWords } from './names.ts';

type VersionProps = {
  code: string;
  version: InstrumentSummary['versions'][number];
  /** The one before it; null of the first. */
  before: number | null;
};

export function Version({ code, version, before }: VersionProps) {
  const text = instrumentTexts();
  const [isCompared, setCompared] = useState(false);
  const number = formatNumber(version.version);
  return (
    <li class="instrument-version" data-version={version.version}>
      <h3>{text.version(number)}</h3>
      <p class="soft small">
        {publishedWords(version)} · {text.questions(formatNumber(version.questions))}
        {!version.has_file && <> · {text.noFile}</>}
      </p>
      <div class="row">
        {version.has_file && (
          <a class="button button--small" href={downloads.instrumentFile(code, version.version)} download>
            {text.downloadExcel}
          </a>
        )}
        <a class="button button--small" href={printPath(code, version.version)}>
          {text.print}
        </a>
        {before !== null && (
          <button
            type="button"
            class="button button--quiet button--small"
            aria-expanded={isCompared}
            onClick={() => setCompared(!isCompared)}
          >
            {text.seeDifference(formatNumber(before))}
          </button>
        )}
      </div>
      {isCompared && before !== null && <Compared code={code} from={before} to={version.version} />}
    </li>
  );
}

function Compared({ code, from, to }: { code: string; from: number; to: number }) {
  const before = useLoaded(routes.instrument(code, from));
  const after = useLoaded(routes.instrument(code, to));
  return (
    <WhenLoaded from={before}>
      {({ instrument: old }) => (
        <WhenLoaded from={after}>
          {({ instrument }) => (
            <Difference changes={differenceOf(old, instrument)} after={instrument} before={old} />
          )}
        </WhenLoaded>
      )}
    </WhenLoaded>
  );
}
