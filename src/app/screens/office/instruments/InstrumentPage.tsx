// One questionnaire: its versions, where it is used, how it looks, and the answers of all events.
import { useState } from 'preact/hooks';
import type { InstrumentSummary } from '../../../../protocol/office/instruments.ts';
import { formatDays, formatNumber } from '../../../text/date.ts';
import { inLanguage } from '../../../text/language.ts';
import { instrumentTexts } from '../../../text/office/instruments/texts.ts';
import { officeTexts } from '../../../text/office/texts.ts';
import { downloads, routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { Heading } from '../parts/Heading.tsx';
import { Tags } from './Instruments.tsx';
import { editPath, IMPORT, INSTRUMENTS } from './names.ts';
import { Preview } from './preview/Preview.tsx';
import { Version } from './Version.tsx';
import './instruments.css';

export default function InstrumentPage({ code }: { code: string }) {
  const list = useLoaded(routes.instruments);
  return (
    <WhenLoaded from={list}>
      {({ instruments }) => {
        const found = instruments.find(one => one.code === code);
        return found ? <Known instrument={found} /> : <Unknown />;
      }}
    </WhenLoaded>
  );
}

function Unknown() {
  const text = officeTexts();
  return (
    <>
      <Heading>{text.unknownTitle}</Heading>
      <p>
        <a href={INSTRUMENTS}>{text.instruments}</a>
      </p>
    </>
  );
}

function Known({ instrument }: { instrument: InstrumentSummary }) {
  const text = instrumentTexts();
  const { code, title, versions } = instrument;
  const [newest] = versions;
  return (
    <>
      <header class="stack stack--tight">
        <p class="soft small">
          <a href={INSTRUMENTS}>{officeTexts().instruments}</a> · <span class="breakable">{code}</span>
        </p>
        <Heading>{inLanguage(title)}</Heading>
        <Tags instrument={instrument} />
        <div class="row">
          {newest?.has_file && (
            <a class="button" href={editPath(code)}>
              {text.edit}
            </a>
          )}
          <a class="button" href={IMPORT}>
            {text.importNext}
          </a>
        </div>
      </header>
      <section aria-labelledby="versions">
        <h2 id="versions">{text.versions}</h2>
        <ul class="plain">
          {versions.map((version, index) => (
            <Version
              key={version.version}
              code={code}
              version={version}
              before={versions[index + 1]?.version ?? null}
            />
          ))}
        </ul>
      </section>
      <UsedIn code={code} />
      <Answers code={code} />
      {newest && <Look code={code} newest={newest.version} versions={versions} />}
    </>
  );
}

function UsedIn({ code }: { code: string }) {
  const text = instrumentTexts();
  const used = useLoaded(routes.instrumentEvents(code));
  const ways = { survey: text.asSurvey, form: text.asForm, observation: text.asObservation };
  return (
    <section class="stack" aria-labelledby="used">
      <h2 id="used">{text.usedTitle}</h2>
      <WhenLoaded from={used}>
        {({ events }) =>
          events.length === 0 ? (
            <p class="soft">{text.usedNowhere}</p>
          ) : (
            <ul class="plain lines">
              {events.map(event => (
                <li key={`${event.id} ${event.as} ${event.version}`} class="line">
                  <div class="line-what">
                    <a href={`/office/events/${event.id}`}>{event.name}</a>
                    <span class="soft small">
                      {formatDays(event.starts_on, event.ends_on)} · {event.unit_name}
                    </span>
                  </div>
                  <p class="small">
                    {text.version(formatNumber(event.version))}, {ways[event.as]}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </WhenLoaded>
    </section>
  );
}

function Answers({ code }: { code: string }) {
  const text = instrumentTexts();
  return (
    <section class="stack" aria-labelledby="answers">
      <h2 id="answers">{text.exportTitle}</h2>
      <p class="soft">{text.exportIntro}</p>
      <div class="row">
        <a class="button" href={downloads.instrumentAnswers(code)} download>
          {text.exportAnswers}
        </a>
        <a class="button" href={downloads.instrumentCodebook(code)} download>
          {text.exportCodebook}
        </a>
      </div>
    </section>
  );
}

type LookProps = { code: string; newest: number; versions: InstrumentSummary['versions'] };

function Look({ code, newest, versions }: LookProps) {
  const text = instrumentTexts();
  const [shown, setShown] = useState(newest);
  const detail = useLoaded(routes.instrument(code, shown));
  return (
    <>
      {versions.length > 1 && (
        <label class="field instrument-pick">
          <span>{text.otherVersion}</span>
          <select class="input" value={shown} onChange={event => setShown(Number(event.currentTarget.value))}>
            {versions.map(({ version }) => (
              <option key={version} value={version}>
                {text.version(formatNumber(version))}
              </option>
            ))}
          </select>
        </label>
      )}
      <WhenLoaded from={detail}>
        {({ instrument }) => <Preview key={shown} instrument={instrument} />}
      </WhenLoaded>
    </>
  );
}
