// All questionnaires by title: what they are for, their newest version, and in how many events they are used.
import type { InstrumentSummary } from '../../../../protocol/office/instruments.ts';
import { formatNumber } from '../../../text/date.ts';
import { inLanguage } from '../../../text/language.ts';
import { instrumentTexts } from '../../../text/office/instruments/texts.ts';
import { officeTexts } from '../../../text/office/texts.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { Heading } from '../parts/Heading.tsx';
import { IMPORT, instrumentPath, newestWords } from './names.ts';
import './instruments.css';

export default function Instruments() {
  const text = instrumentTexts();
  const list = useLoaded(routes.instruments);
  return (
    <>
      <header class="bar">
        <Heading>{officeTexts().instruments}</Heading>
        <a class="button" href={IMPORT}>
          {text.importExcel}
        </a>
      </header>
      <WhenLoaded from={list}>
        {({ instruments }) => (
          <>
            <p class="soft">{instruments.length > 0 ? text.intro : text.none}</p>
            <ul class="plain lines">
              {[...instruments].sort(byTitle).map(instrument => (
                <Line key={instrument.code} instrument={instrument} />
              ))}
            </ul>
          </>
        )}
      </WhenLoaded>
    </>
  );
}

const byTitle = (one: InstrumentSummary, other: InstrumentSummary): number =>
  inLanguage(one.title).localeCompare(inLanguage(other.title));

function Line({ instrument }: { instrument: InstrumentSummary }) {
  const text = instrumentTexts();
  const { code, title, events } = instrument;
  const [newest] = instrument.versions;
  return (
    <li class="line">
      <div class="line-what">
        <h2 class="instrument-name">
          <a href={instrumentPath(code)}>{inLanguage(title)}</a>
        </h2>
        {newest && (
          <p class="small">
            {newestWords(newest)} · {text.questions(formatNumber(newest.questions))}
          </p>
        )}
        <p class="soft small">
          {events > 0 ? text.usedIn(formatNumber(events)) : text.usedNowhere} ·{' '}
          <span class="breakable">{code}</span>
        </p>
      </div>
      <Tags instrument={instrument} />
    </li>
  );
}

export function Tags({ instrument }: { instrument: Pick<InstrumentSummary, 'kind' | 'anonymous'> }) {
  const text = instrumentTexts();
  return (
    <p class="row instrument-tags">
      <span class="tag tag--calm">{text[instrument.kind]}</span>
      <span class={instrument.anonymous ? 'tag' : 'tag tag--calm'}>
        {instrument.anonymous ? text.anonymous : text.named}
      </span>
    </p>
  );
}
