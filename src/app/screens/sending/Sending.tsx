// What still waits on this device, why, and the second road by which it reaches the centre without a signal.
import { useMemo } from 'preact/hooks';
import type { SyncStatus } from '../../../device/tablet.ts';
import { useApp, useLive } from '../../app-context.ts';
import { Frame } from '../../frame/Frame.tsx';
import { formatMoment, formatNumber } from '../../text/date.ts';
import { problemSentence } from '../../text/problem/sentence.ts';
import { sendingTexts } from '../../text/sending/texts.ts';
import { SaveToFile } from './SaveToFile.tsx';
import './sending.css';

export default function Sending() {
  const { tablet, enrolment } = useApp();
  const status = useLive(useMemo(() => tablet.sync.status(), [tablet]));
  const own = enrolment.value;
  return (
    <Frame
      title={sendingTexts().title}
      over={own ? `${own.label} · ${own.unit.name}` : undefined}
      back={cameFrom()}
    >
      {status && <Standing status={status} />}
      {status && <SaveToFile pending={status.pending} />}
    </Frame>
  );
}

/** Only places of this device; anything else leads home. */
function cameFrom(): string {
  const from = new URLSearchParams(location.search).get('from') ?? '';
  return /^\/(venue|supervisor)(\/[\w-]+)*$/.test(from) ? from : '/';
}

function Standing({ status }: { status: SyncStatus }) {
  const { clock } = useApp();
  const texts = sendingTexts();
  const { pending, held, quarantined, last_contact_at, state } = status;
  return (
    <>
      {state.kind === 'refused' && (
        <p class="notice notice--bad" data-code={state.problem.code}>
          {problemSentence(state.problem)}
        </p>
      )}
      <dl class="standing">
        <Fact term={texts.waiting} tone={pending > 0 ? 'wait' : undefined}>
          {pending > 0 ? texts.waitingCount(formatNumber(pending)) : texts.waitingNone}
        </Fact>
        <Fact term={texts.lastContact}>
          {last_contact_at === null ? texts.never : formatMoment(last_contact_at, clock())}
        </Fact>
        {held > 0 && <Fact term={texts.held}>{texts.heldWhy(formatNumber(held))}</Fact>}
        {quarantined > 0 && (
          <Fact term={texts.quarantined}>{texts.quarantinedWhy(formatNumber(quarantined))}</Fact>
        )}
      </dl>
    </>
  );
}

const Fact = ({ term, tone, children }: { term: string; tone?: 'wait' | undefined; children: string }) => (
  <div class={tone ? `fact fact--${tone}` : 'fact'}>
    <dt class="soft">{term}</dt>
    <dd>{children}</dd>
  </div>
);
