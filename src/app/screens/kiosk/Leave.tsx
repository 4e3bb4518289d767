// The way out of the kiosk: the facilitator's PIN.
import { useEffect } from 'preact/hooks';
import { useApp, useAttempt } from '../../app-context.ts';
import { AskPin } from '../../frame/AskPin.tsx';
import { navigate } from '../../route.ts';
import { kioskTexts } from '../../text/kiosk/texts.ts';

/** A participant who opened it by mistake and left finds nothing of it in the way of the next one. */
const GIVE_UP_MS = 45_000;

export function Leave({ onStay }: { onStay: () => void }) {
  const { tablet, kiosk, unlocked } = useApp();
  const attempt = useAttempt();
  useEffect(() => {
    const timer = setTimeout(onStay, GIVE_UP_MS);
    return () => clearTimeout(timer);
  }, [onStay]);
  const leave = async () => {
    const survey = kiosk.value;
    await tablet.unlockKiosk();
    unlocked.value = true;
    kiosk.value = null;
    navigate(survey === null || survey === 'missing' ? '/venue' : `/venue/${survey.event.id}`, 'replace');
  };
  return (
    <main class="kiosk kiosk-middle">
      <AskPin onPass={() => attempt(leave())} onCancel={onStay} />
    </main>
  );
}

export const StaffButton = ({ onPress }: { onPress: () => void }) => (
  <button type="button" class="button button--quiet kiosk-staff" onClick={onPress}>
    {kioskTexts().staff}
  </button>
);
