// The sessions of an event: listed by time, added, changed in place, removed while nobody is marked in them.
import { useState } from 'preact/hooks';
import type { EventSummary, NewSession, Session } from '../../../../protocol/office/plan.ts';
import { formatDay, formatDays, formatTimeOfDay } from '../../../text/date.ts';
import { officeTexts, planTexts } from '../../../text/office/texts.ts';
import { useMay } from '../account.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { TextControl } from '../form/controls.tsx';
import { Form, type Values } from '../form/Form.tsx';
import { Ask } from '../parts/Ask.tsx';
import { Fold } from '../parts/Fold.tsx';
import { Said } from '../parts/Said.tsx';

type SessionsProps = { event: EventSummary; sessions: readonly Session[]; reload: () => void };

export function Sessions({ event, sessions, reload }: SessionsProps) {
  const text = planTexts();
  const centre = useCentre();
  const mayPlan = useMay('plan');
  const [added, setAdded] = useState<string | null>(null);
  return (
    <section class="stack" aria-labelledby="sessions">
      <h2 id="sessions">{text.sessions}</h2>
      {sessions.length === 0 ? (
        <p>{text.noSessions}</p>
      ) : (
        <div class="scroll">
          <table class="table">
            <caption class="hidden-visually">{text.sessionsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{text.sessionName}</th>
                <th scope="col">{text.time}</th>
                {mayPlan && (
                  <th scope="col">
                    <span class="hidden-visually">{text.action}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {sessions.map(session => (
                <SessionRow key={session.id} {...{ session, event, mayPlan, reload }} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Said>{added === null ? null : text.sessionAdded(added)}</Said>
      {mayPlan && (
        <Fold title={text.addSession} openAtFirst={sessions.length === 0}>
          <Form
            submit={text.addSession}
            send={values => centre.post(routes.sessions(event.id), readSession(values))}
            done={session => {
              setAdded(session.name);
              reload();
            }}
          >
            <SessionControls event={event} />
          </Form>
        </Fold>
      )}
    </section>
  );
}

type SessionRowProps = { session: Session; event: EventSummary; mayPlan: boolean; reload: () => void };

function SessionRow({ session, event, mayPlan, reload }: SessionRowProps) {
  const text = planTexts();
  const centre = useCentre();
  const [changing, setChanging] = useState(false);
  if (changing)
    return (
      <tr>
        <td colSpan={3}>
          <Form
            submit={officeTexts().save}
            keep
            send={values => centre.patch(routes.session(session.id), readSession(values))}
            done={() => {
              setChanging(false);
              reload();
            }}
            cancel={() => setChanging(false)}
          >
            <SessionControls event={event} session={session} />
          </Form>
        </td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{session.name}</th>
      <td>
        {formatDay(session.day)}
        <br />
        <span class="number">
          {formatTimeOfDay(session.starts_at)}–{formatTimeOfDay(session.ends_at)}
        </span>
      </td>
      {mayPlan && (
        <td class="acts">
          <button
            type="button"
            class="button button--quiet button--small"
            aria-label={text.changeOf(session.name)}
            onClick={() => setChanging(true)}
          >
            {text.change}
          </button>
          <Ask
            label={text.remove}
            about={session.name}
            question={text.removeSession(session.name)}
            act={() => centre.remove(routes.session(session.id))}
            done={reload}
          />
        </td>
      )}
    </tr>
  );
}

function SessionControls({ event, session }: { event: EventSummary; session?: Session }) {
  const text = planTexts();
  return (
    <>
      <TextControl
        name="name"
        label={text.sessionName}
        required
        maxLength={160}
        defaultValue={session?.name}
      />
      <div class="pair pair--three">
        <TextControl
          name="day"
          type="date"
          label={text.day}
          required
          min={event.starts_on}
          max={event.ends_on}
          hint={formatDays(event.starts_on, event.ends_on)}
          defaultValue={session?.day ?? event.starts_on}
        />
        <TextControl
          name="starts_at"
          type="time"
          label={text.startsAt}
          required
          defaultValue={session?.starts_at ?? '08:00'}
        />
        <TextControl
          name="ends_at"
          type="time"
          label={text.endsAt}
          required
          defaultValue={session?.ends_at ?? '10:00'}
        />
      </div>
    </>
  );
}

const readSession = (values: Values): NewSession => ({
  name: values.name ?? '',
  day: values.day ?? '',
  starts_at: values.starts_at ?? '',
  ends_at: values.ends_at ?? '',
});
