// The office: who is at the door, and which page the address means.
import '../../style/office.css';
import '../../style/office-tables.css';
import '../../style/office-result.css';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SignedIn } from '../../../protocol/office/account.ts';
import { lazy } from '../../lazy.tsx';
import { ProblemNote } from '../../parts/ProblemNote.tsx';
import { currentPath, match, navigate } from '../../route.ts';
import { officeTexts } from '../../text/office/texts.ts';
import { type Ability, may, SignedInContext } from './account.ts';
import { Accounts } from './agency/Accounts.tsx';
import { Programmes } from './agency/Programmes.tsx';
import { Units } from './agency/Units.tsx';
import { Devices } from './devices/Devices.tsx';
import { MyPhone } from './devices/MyPhone.tsx';
import { Entrance } from './entry/Entrance.tsx';
import { SetUp } from './entry/SetUp.tsx';
import { SignIn } from './entry/SignIn.tsx';
import { EventPage } from './event/EventPage.tsx';
import { Events } from './events/Events.tsx';
import { NewEvent } from './events/NewEvent.tsx';
import { Frame } from './Frame.tsx';
import { Keys } from './keys/Keys.tsx';
import { KEYS } from './keys/keys.ts';
import { Heading } from './parts/Heading.tsx';
import { HeldRecords } from './records/HeldRecords.tsx';
import { TakeIn } from './records/TakeIn.tsx';
import { useSignIn } from './use-sign-in.ts';

// Chunks of their own: the engine, the widgets and the compiler are for those who look at questionnaires.
const Instruments = lazy(() => import('./instruments/Instruments.tsx'));
const InstrumentPage = lazy<{ code: string }>(() => import('./instruments/InstrumentPage.tsx'));
const ImportPage = lazy(() => import('./instruments/import/ImportPage.tsx'));
const PaperPage = lazy<{ code: string; version: string }>(() => import('./instruments/paper/PaperPage.tsx'));
const EditPage = lazy<{ code: string }>(() => import('./instruments/edit/EditPage.tsx'));

export default function Office() {
  const text = officeTexts();
  const { door, ask, enter, leave } = useSignIn();
  const path = currentPath();
  const atEntrance = path === '/sign-in' || path === '/setup';

  useEffect(() => {
    if (door.is === 'out' && !atEntrance) navigate(`/sign-in?from=${path}`, 'replace');
    if (door.is === 'in' && atEntrance) navigate(wantedPath(), 'replace');
  }, [door.is, atEntrance, path]);

  /** The first operator goes on to the copy of the keys. */
  const enterFirst = (who: SignedIn) => {
    enter(who);
    navigate(KEYS, 'replace');
  };

  if (door.is === 'unreachable')
    return (
      <Entrance>
        <Heading>{text.unreachableTitle}</Heading>
        <ProblemNote problem={door.problem} />
        <button type="button" class="button button--next" onClick={() => void ask()}>
          {text.tryAgain}
        </button>
      </Entrance>
    );
  if (door.is === 'out' && path === '/setup') return <SetUp entered={enterFirst} />;
  if (door.is === 'out' && path === '/sign-in') return <SignIn entered={enter} />;
  if (door.is !== 'in' || atEntrance)
    return (
      <Entrance>
        <p class="soft">{text.loading}</p>
      </Entrance>
    );
  return (
    <SignedInContext.Provider value={door.who}>
      {door.again && <SignIn again={door.who.account.username} entered={enter} />}
      {/* Kept where it is while somebody signs in again, so that nothing typed is lost. */}
      <div key={door.who.account.id} hidden={door.again}>
        <Frame signedIn={door.who} signOut={leave}>
          <Page path={path} role={door.who.account.role} />
        </Frame>
      </div>
    </SignedInContext.Provider>
  );
}

/** Where somebody wanted to go before the sign-in; only places of the office. */
function wantedPath(): string {
  const from = new URLSearchParams(location.search).get('from') ?? '';
  return /^\/office(\/(?:[\w/-]|\.(?!\.))*)?$/.test(from) ? from : '/office';
}

type Params = Readonly<Record<string, string>>;
const PAGES: readonly { pattern: string; needs: Ability; show: (params: Params) => ComponentChildren }[] = [
  { pattern: '/office', needs: 'read', show: () => <Events /> },
  { pattern: '/office/events/new', needs: 'plan', show: () => <NewEvent /> },
  {
    pattern: '/office/events/:event',
    needs: 'read',
    show: at => <EventPage id={at.event ?? ''} tab="result" />,
  },
  {
    pattern: '/office/events/:event/:tab',
    needs: 'read',
    show: at => <EventPage id={at.event ?? ''} tab={at.tab ?? ''} />,
  },
  { pattern: '/office/instruments', needs: 'plan', show: () => <Instruments params={{}} /> },
  { pattern: '/office/instruments/import', needs: 'plan', show: () => <ImportPage params={{}} /> },
  {
    pattern: '/office/instruments/:code',
    needs: 'plan',
    show: at => <InstrumentPage key={at.code} code={at.code ?? ''} />,
  },
  {
    pattern: '/office/instruments/:code/edit',
    needs: 'plan',
    show: at => <EditPage key={at.code} code={at.code ?? ''} />,
  },
  {
    pattern: '/office/instruments/:code/:version/print',
    needs: 'plan',
    show: at => <PaperPage code={at.code ?? ''} version={at.version ?? ''} />,
  },
  { pattern: '/office/programmes', needs: 'plan', show: () => <Programmes /> },
  { pattern: '/office/units', needs: 'plan', show: () => <Units /> },
  { pattern: '/office/accounts', needs: 'plan', show: () => <Accounts /> },
  { pattern: '/office/devices', needs: 'enrol', show: () => <Devices /> },
  { pattern: '/office/take-in', needs: 'plan', show: () => <TakeIn /> },
  { pattern: '/office/quarantine', needs: 'plan', show: () => <HeldRecords /> },
  { pattern: '/office/keys', needs: 'keep', show: () => <Keys /> },
  { pattern: '/office/my-phone', needs: 'observe', show: () => <MyPhone /> },
];

function Page({ path, role }: { path: string; role: Parameters<typeof may>[0] }) {
  const text = officeTexts();
  // A supervisor has one page only, wherever they arrive.
  if (may(role, 'observe')) return <MyPhone />;
  for (const { pattern, needs, show } of PAGES) {
    const params = match(pattern, path);
    if (!params) continue;
    if (may(role, needs)) return <>{show(params)}</>;
    return <Dead key={path} title={text.notAllowedTitle} problem />;
  }
  return <Dead key={path} title={text.unknownTitle} />;
}

function Dead({ title, problem = false }: { title: string; problem?: boolean }) {
  const text = officeTexts();
  return (
    <>
      <Heading>{title}</Heading>
      {problem ? <ProblemNote problem={{ code: 'access.denied', details: {} }} /> : <p>{text.unknown}</p>}
      <p>
        <a href="/office">{text.toEvents}</a>
      </p>
    </>
  );
}
