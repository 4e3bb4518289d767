// The root: a locked kiosk before everything else, then the screen of the path; and the sentence when something breaks.
import { Component, type ComponentChildren } from 'preact';
import type { Problem } from '../domain/result.ts';
import { AppProvider, type App as AppState, useApp } from './app-context.ts';
import { PinGate } from './frame/PinGate.tsx';
import { lazy, type Screen } from './lazy.tsx';
import { currentPath, match } from './route.ts';
import { StartNote } from './StartNote.tsx';
// With the entry: the kiosk waits for no file of its own.
import Kiosk from './screens/kiosk/Kiosk.tsx';
import './screens/kiosk/kiosk.css';
import { startTexts } from './text/start/texts.ts';

type Guard = 'none' | 'enrolled';
const Office = lazy(() => import('./screens/office/Office.tsx'));

const ROUTES: readonly (readonly [pattern: string, guard: Guard, screen: Screen])[] = [
  ['/', 'none', lazy(() => import('./screens/home/Home.tsx'))],
  ['/enrol', 'none', lazy(() => import('./screens/enrol/Enrol.tsx'))],
  ['/venue', 'enrolled', lazy(() => import('./screens/venue/Venue.tsx'))],
  ['/venue/:event', 'enrolled', lazy(() => import('./screens/venue/Event.tsx'))],
  ['/venue/:event/session/:session', 'enrolled', lazy(() => import('./screens/venue/Session.tsx'))],
  ['/venue/:event/form/:form', 'enrolled', lazy(() => import('./screens/venue/Form.tsx'))],
  ['/venue/:event/entry/:form', 'enrolled', lazy(() => import('./screens/venue/Entry.tsx'))],
  // Without the PIN: whoever holds the tablet must be able to bring home what waits on it.
  ['/sending', 'none', lazy(() => import('./screens/sending/Sending.tsx'))],
  ['/supervisor', 'enrolled', lazy(() => import('./screens/supervisor/Supervisor.tsx'))],
  ['/supervisor/:assignment', 'enrolled', lazy(() => import('./screens/supervisor/Observation.tsx'))],
  ['/office/*', 'none', Office],
  ['/setup', 'none', Office],
  ['/sign-in', 'none', Office],
];
const HOME = ROUTES[0];

const NO_PARAMS = {};

export const App = ({ state }: { state: AppState }) => (
  <AppProvider value={state}>
    <Root>
      <Shown />
    </Root>
  </AppProvider>
);

function Shown() {
  const { kiosk, enrolment, failure } = useApp();
  if (failure.value) throw failure.value;
  if (kiosk.value !== null) return <Kiosk />;
  const path = currentPath();
  for (const [pattern, guard, Screen] of ROUTES) {
    const params = match(pattern, path);
    if (!params) continue;
    if (guard === 'none') return <Screen params={params} />;
    if (!enrolment.value) break;
    return (
      <PinGate>
        <Screen key={path} params={params} />
      </PinGate>
    );
  }
  const isKnown = ROUTES.some(([pattern]) => match(pattern, path));
  if (isKnown && HOME) {
    const [, , Home] = HOME;
    return <Home params={NO_PARAMS} />;
  }
  const texts = startTexts();
  return <StartNote title={texts.unknownTitle} text={texts.unknown} action={texts.home} onAction="/" />;
}

/** `sentence` says the failure in the language shown, where it has a sentence of its own. */
type Failure = { error: unknown; sentence: (() => string) | null };

/** What a failing store says of itself. */
const problemOf = (error: unknown): Problem | null =>
  error instanceof Error && 'problem' in error ? (error.problem as Problem) : null;

/** Catches what a screen throws: a sentence and a way on, never a white page. */
class Root extends Component<{ children: ComponentChildren }, Failure> {
  override state: Failure = { error: null, sentence: null };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override componentDidCatch(error: unknown) {
    console.error(error);
    const problem = problemOf(error);
    if (!problem) return;
    // Where not even this chunk comes, the general sentence stays.
    import('./text/problem/sentence.ts').then(
      ({ problemSentence }) => this.setState({ sentence: () => problemSentence(problem) }),
      () => undefined,
    );
  }
  override render() {
    const { error, sentence } = this.state;
    if (error === null) return this.props.children;
    const texts = startTexts();
    return (
      <StartNote
        title={sentence ? texts.storageTitle : texts.failedTitle}
        text={sentence?.() ?? texts.failed}
        action={texts.reload}
        onAction={() => location.reload()}
      />
    );
  }
}
