// Offers the version that was just published to the events that are not over and still ask an older one.
import { useState } from 'preact/hooks';
import { localDay } from '../../../../../domain/calendar/local-time.ts';
import type { Problem } from '../../../../../domain/result.ts';
import type { InstrumentEvents } from '../../../../../protocol/office/instruments.ts';
import { useApp } from '../../../../app-context.ts';
import { ProblemNote } from '../../../../parts/ProblemNote.tsx';
import { formatDays, formatNumber } from '../../../../text/date.ts';
import { instrumentTexts } from '../../../../text/office/instruments/texts.ts';
import { officeTexts } from '../../../../text/office/texts.ts';
import { useCentre } from '../../centre/context.ts';
import { routes } from '../../centre/routes.ts';
import { useLoaded } from '../../centre/use-loaded.ts';
import { Said } from '../../parts/Said.tsx';

type Event = InstrumentEvents['events'][number];
type UseInProps = { code: string; version: number };

export function UseIn({ code, version }: UseInProps) {
  const today = localDay(useApp().clock());
  const used = useLoaded(routes.instrumentEvents(code));
  const [count, setCount] = useState<number | null>(null);
  const older = used.value?.events.filter(one => one.ends_on >= today && one.version !== version) ?? [];
  return (
    <>
      <ProblemNote problem={used.problem} />
      <Said>{count === null ? null : instrumentTexts().useSaved(formatNumber(count))}</Said>
      {count === null && older.length > 0 && (
        <Choose code={code} version={version} events={older} done={setCount} />
      )}
    </>
  );
}

type ChooseProps = UseInProps & { events: readonly Event[]; done: (count: number) => void };

function Choose({ code, version, events, done }: ChooseProps) {
  const text = instrumentTexts();
  const centre = useCentre();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(events.map(({ id }) => id)));
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isNone, setNone] = useState(false);

  const toggle = (id: string, isOn: boolean) =>
    setChosen(new Set(isOn ? [...chosen, id] : [...chosen].filter(one => one !== id)));
  const use = async () => {
    setNone(chosen.size === 0);
    if (isSending || chosen.size === 0) return;
    setSending(true);
    const result = await centre.post(routes.instrumentUse(code, version), { events: [...chosen] });
    setSending(false);
    if (result.ok) done(result.value.events);
    else setProblem(result.problem);
  };
  return (
    <fieldset class="ticks stack">
      <legend>{text.useTitle}</legend>
      <p class="soft small">{text.useIntro}</p>
      <div class="ticks-list">
        {events.map(event => (
          <label key={event.id} class="tick">
            <input
              type="checkbox"
              checked={chosen.has(event.id)}
              onChange={change => toggle(event.id, change.currentTarget.checked)}
            />
            <span>
              {event.name}
              <br />
              <span class="soft small">
                {formatDays(event.starts_on, event.ends_on)} · {text.version(formatNumber(event.version))}
              </span>
            </span>
          </label>
        ))}
      </div>
      {isNone && <p role="alert">{text.useNone}</p>}
      <ProblemNote problem={problem} />
      <div>
        <button
          type="button"
          class="button button--next"
          aria-disabled={isSending}
          onClick={() => void use()}
        >
          {isSending ? officeTexts().sending : text.use}
        </button>
      </div>
    </fieldset>
  );
}
