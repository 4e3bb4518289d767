// The locked kiosk: asks the event's survey of one person after another, beginning where a restart left off.
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { kioskTexts } from '../../text/kiosk/texts.ts';
import { Asking } from './Asking.tsx';
import { Leave, StaffButton } from './Leave.tsx';

export default function Kiosk() {
  const survey = useApp().kiosk.value;
  useEffect(() => {
    // A page brought back from memory may still hold the screen of someone who has gone.
    const restart = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    addEventListener('pageshow', restart);
    return () => removeEventListener('pageshow', restart);
  }, []);
  if (survey === null) return null;
  return survey === 'missing' ? <Missing /> : <Asking survey={survey} />;
}

function Missing() {
  const [leaving, setLeaving] = useState(false);
  const texts = kioskTexts();
  if (leaving) return <Leave onStay={() => setLeaving(false)} />;
  return (
    <main class="kiosk kiosk-middle">
      <h1>{texts.missingTitle}</h1>
      <p>{texts.missing}</p>
      <StaffButton onPress={() => setLeaving(true)} />
    </main>
  );
}
