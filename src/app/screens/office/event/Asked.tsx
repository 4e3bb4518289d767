// What an event asks: the survey of everybody in the kiosk, and the other forms that its tablets open.
import { useState } from 'preact/hooks';
import type { Problem } from '../../../../domain/result.ts';
import type { InstrumentSummary } from '../../../../protocol/office/instruments.ts';
import type { EventDetail } from '../../../../protocol/office/plan.ts';
import { ProblemNote } from '../../../parts/ProblemNote.tsx';
import { formatNumber } from '../../../text/date.ts';
import { inLanguage } from '../../../text/language.ts';
import { officeTexts, planTexts } from '../../../text/office/texts.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { useLoaded } from '../centre/use-loaded.ts';
import { WhenLoaded } from '../centre/WhenLoaded.tsx';
import { Said } from '../parts/Said.tsx';

type AskedProps = { detail: EventDetail; reload: () => void };
type Name = { code: string; version: number };

export function Asked(props: AskedProps) {
  const list = useLoaded(routes.instruments);
  return (
    <section class="stack" aria-labelledby="asked">
      <h2 id="asked">{planTexts().asked}</h2>
      <p class="soft">{planTexts().askedWhy}</p>
      <WhenLoaded from={list}>
        {({ instruments }) => <Choose {...props} instruments={instruments.filter(isOfEvents)} />}
      </WhenLoaded>
    </section>
  );
}

/** Observations go by assignment. */
const isOfEvents = ({ kind }: InstrumentSummary): boolean => kind !== 'observation';

const newestOf = ({ code, versions }: InstrumentSummary): Name => ({
  code,
  version: versions[0]?.version ?? 1,
});

function Choose({ detail, reload, instruments }: AskedProps & { instruments: InstrumentSummary[] }) {
  const text = planTexts();
  const centre = useCentre();
  const [survey, setSurvey] = useState<Name>(detail.survey);
  const [forms, setForms] = useState<readonly Name[]>(detail.forms);
  const [said, setSaid] = useState<{ problem: Problem | null; isSaved: boolean }>(NOTHING);
  const used = new Map([detail.survey, ...detail.forms].map(({ code, version }) => [code, version]));
  /** In the version that the event has, until the newest is asked for. */
  const nameOf = (one: InstrumentSummary): Name => ({
    code: one.code,
    version: used.get(one.code) ?? newestOf(one).version,
  });
  const save = async () => {
    setSaid(NOTHING);
    const { name, venue, starts_on, ends_on } = detail.event;
    const asked = {
      survey: { code: survey.code, version: survey.version },
      forms: forms.filter(({ code }) => code !== survey.code).map(({ code, version }) => ({ code, version })),
    };
    const result = await centre.patch(routes.event(detail.event.id), {
      ...{ name, venue, starts_on, ends_on },
      ...asked,
    });
    setSaid({ problem: result.ok ? null : result.problem, isSaved: result.ok });
    if (result.ok) reload();
  };
  const toggle = (one: InstrumentSummary, isOn: boolean) =>
    setForms([...forms.filter(({ code }) => code !== one.code), ...(isOn ? [nameOf(one)] : [])]);
  const renew = (name: Name) => {
    if (name.code === survey.code) setSurvey(name);
    else setForms(forms.map(form => (form.code === name.code ? name : form)));
  };
  return (
    <div class="stack form">
      <fieldset class="ticks">
        <legend>{text.askedSurvey}</legend>
        <div class="ticks-list">
          {instruments
            .filter(({ kind, code }) => kind === 'survey' || code === survey.code)
            .map(one => (
              <Tick
                key={one.code}
                one={one}
                type="radio"
                chosen={one.code === survey.code ? survey : null}
                onChange={() => setSurvey(nameOf(one))}
                onRenew={renew}
              />
            ))}
        </div>
      </fieldset>
      <fieldset class="ticks">
        <legend>{text.askedForms}</legend>
        <div class="ticks-list">
          {instruments
            .filter(({ code }) => code !== survey.code)
            .map(one => (
              <Tick
                key={one.code}
                one={one}
                type="checkbox"
                chosen={forms.find(({ code }) => code === one.code) ?? null}
                onChange={isOn => toggle(one, isOn)}
                onRenew={renew}
              />
            ))}
        </div>
      </fieldset>
      <ProblemNote problem={said.problem} />
      <div>
        <button type="button" class="button button--next" onClick={() => void save()}>
          {officeTexts().save}
        </button>
      </div>
      <Said>{said.isSaved ? officeTexts().saved : null}</Said>
    </div>
  );
}

const NOTHING = { problem: null, isSaved: false };

type TickProps = {
  one: InstrumentSummary;
  type: 'radio' | 'checkbox';
  /** The version that is chosen, or null. */
  chosen: Name | null;
  onChange: (isOn: boolean) => void;
  onRenew: (newest: Name) => void;
};

function Tick({ one, type, chosen, onChange, onRenew }: TickProps) {
  const text = planTexts();
  const newest = newestOf(one);
  const isOld = chosen !== null && chosen.version < newest.version;
  return (
    <div>
      <label class="tick">
        <input
          type={type}
          name={type === 'radio' ? 'survey' : one.code}
          checked={chosen !== null}
          onChange={event => onChange(event.currentTarget.checked)}
        />
        <span>
          {inLanguage(one.title)}{' '}
          <span class="soft small">{text.askedVersion(formatNumber((chosen ?? newest).version))}</span>
        </span>
      </label>
      {isOld && (
        <button type="button" class="button button--small" onClick={() => onRenew(newest)}>
          {text.askedRenew(formatNumber(newest.version))}
        </button>
      )}
    </div>
  );
}
