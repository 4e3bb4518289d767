// Makes this browser a device of a unit (or a supervisor's phone) with a single-use code.
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../../domain/result.ts';
import { useApp, useAttempt } from '../../app-context.ts';
import { ChoosePin } from '../../frame/ChoosePin.tsx';
import { Frame } from '../../frame/Frame.tsx';
import { Field } from '../../parts/Field.tsx';
import { ProblemNote } from '../../parts/ProblemNote.tsx';
import { navigate } from '../../route.ts';
import { enrolTexts } from '../../text/enrol/texts.ts';
import './enrol.css';
import { codeInLink, readCode, type TypedCode } from './enrolment-code.ts';

export default function Enrol() {
  const { tablet, enrolment, unlocked } = useApp();
  const attempt = useAttempt();
  const texts = enrolTexts();
  const [typed, setTyped] = useState(() => codeInLink(location.hash));
  const [read, setRead] = useState<TypedCode | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [needsPin, setNeedsPin] = useState(false);
  // A single-use code has no place in the address bar or the history.
  useEffect(() => history.replaceState(history.state, '', location.pathname), []);

  const enrol = async (code: string) => {
    setBusy(true);
    const answer = await tablet.enrol(code).finally(() => setBusy(false));
    if (!answer.ok) return setProblem(answer.problem);
    const choosePin = answer.value.account === null && !(await tablet.hasPin());
    setNeedsPin(choosePin);
    enrolment.value = answer.value;
    if (!choosePin) navigate('/', 'replace');
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const code = readCode(typed);
    setProblem(null);
    setRead(code);
    if (code.kind === 'complete') attempt(enrol(code.code));
  };
  const finish = () => {
    unlocked.value = true;
    navigate('/', 'replace');
  };

  if (needsPin)
    return (
      <main class="page">
        <ChoosePin onChosen={finish} />
      </main>
    );
  const own = enrolment.value;
  return (
    <Frame title={texts.title} back="/">
      {own && <p class="notice">{texts.already(own.label, own.unit.name)}</p>}
      <form class="stack enrol" onSubmit={submit} noValidate>
        <Field label={texts.code} hint={texts.hint} complaint={complaintOf(read)}>
          {control => (
            <input
              {...control}
              class="input enrol-code"
              value={typed}
              onInput={event => setTyped(event.currentTarget.value)}
              maxLength={40}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              placeholder="XXXX-XXXX"
            />
          )}
        </Field>
        <ProblemNote problem={problem} />
        <button type="submit" class="button button--next" disabled={busy}>
          {busy ? texts.enrolling : texts.enrol}
        </button>
      </form>
    </Frame>
  );
}

/** What is wrong with a code before it is sent, in the language shown now. */
function complaintOf(read: TypedCode | null): string | null {
  const texts = enrolTexts();
  if (read?.kind === 'symbols') return texts.symbols;
  return read?.kind === 'incomplete' ? texts.incomplete(read.length) : null;
}
