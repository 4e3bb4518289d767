// Lets through only who knows the facilitator's PIN, once each time the app starts; a supervisor's own phone has none.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useApp, useAttempt } from '../app-context.ts';
import { navigate } from '../route.ts';
import { AskPin } from './AskPin.tsx';
import { ChoosePin } from './ChoosePin.tsx';

export function PinGate({ children }: { children: ComponentChildren }) {
  const { tablet, enrolment, unlocked } = useApp();
  const attempt = useAttempt();
  const [hasPin, setHasPin] = useState<boolean | null>(null);
  const open = enrolment.value?.account != null || unlocked.value;
  useEffect(() => {
    if (!open) attempt(tablet.hasPin().then(setHasPin));
  }, [open, tablet, attempt]);
  if (open) return <>{children}</>;
  const pass = () => {
    unlocked.value = true;
  };
  if (hasPin === null) return <div class="page" aria-busy="true" />;
  return (
    <main class="page">
      {hasPin ? <AskPin onPass={pass} onCancel={() => navigate('/')} /> : <ChoosePin onChosen={pass} />}
    </main>
  );
}
