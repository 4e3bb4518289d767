// The tablet's entry: hands the real clock, ids, randomness and network to the device, and the device to the screens.
import './app/style/base.css';
import { render } from 'preact';
import { App } from './app/App.tsx';
import { createApp } from './app/app-context.ts';
import { tellOtherTabs } from './app/frame/other-tabs.ts';
import { watchForUpdates } from './app/frame/update.ts';
import { InsecureNote } from './app/InsecureNote.tsx';
import { followLinks } from './app/route.ts';
import { StartNote } from './app/StartNote.tsx';
import { speakAsBefore } from './app/text/language.ts';
import { startTexts } from './app/text/start/texts.ts';
import { glance } from './device/store/glance.ts';
import type { DeviceProblem, Start, StartedTablet } from './device/tablet.ts';
import { tabletLater } from './device/tablet-later.ts';
import type { Result } from './domain/result.ts';

const FIRST_PAINT_MS = 100;
const root = document.getElementById('app') ?? document.body;
const clock = () => Date.now();
const newId = () => crypto.randomUUID();

if (isSecureContext) void start();
else render(<InsecureNote />, root);

/** The first screen stands on a glance; the device comes behind it, and keeps nothing before its storage is proved. */
async function start(): Promise<void> {
  const [seen] = await Promise.all([glance(indexedDB), speakAsBefore()]);
  const device = seen ? painted().then(startDevice) : startDevice();
  if (seen) show(tabletLater(device.then(orNever)), seen);
  try {
    const { tablet, started } = await device;
    if (!started.ok) await refuse(started.problem);
    else if (!seen) show(tablet, started.value);
  } catch (error) {
    console.error(error);
    await refuse(null);
  }
  await watchForUpdates();
}

type Device = { tablet: StartedTablet; started: Result<Start, DeviceProblem> };

async function startDevice(): Promise<Device> {
  const { createTablet } = await import('./device/create-tablet.ts');
  const tablet = createTablet({
    clock,
    newId,
    random: Math.random,
    fetch: (input, init) => fetch(input, init),
    crypto,
    locks: navigator.locks,
    events: window,
    storage: navigator.storage,
  });
  return { tablet, started: await tablet.start() };
}

/** Behind a refusal nothing is answered: its sentence has taken the place of every screen. */
const orNever = ({ tablet, started }: Device): StartedTablet | Promise<never> =>
  started.ok ? tablet : new Promise<never>(() => undefined);

function show(tablet: StartedTablet, started: Start): void {
  const app = createApp({ tablet, clock, newId, random: Math.random }, started);
  followLinks();
  tellOtherTabs(app.kiosk, new BroadcastChannel('lembar.kiosk'), () => location.reload());
  render(<App state={app} />, root);
}

/** Null: something that has no sentence of its own. */
async function refuse(problem: DeviceProblem | null): Promise<void> {
  const texts = startTexts();
  const sentence = problem && (await import('./app/text/problem/sentence.ts')).problemSentence(problem);
  render(
    <StartNote
      title={problem ? texts.storageTitle : texts.failedTitle}
      text={sentence ?? texts.failed}
      action={texts.reload}
      onAction={() => location.reload()}
    />,
    root,
  );
}

/** By a timer, which comes in a hidden tab as well. */
const painted = (): Promise<void> => new Promise(resolve => setTimeout(resolve, FIRST_PAINT_MS));
