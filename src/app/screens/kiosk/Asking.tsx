// One filling on the screen: which stage shows, what counts as a sign of a person, and the ways that lead nowhere.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { KioskSurvey } from '../../../device/tablet.ts';
import { useApp, useAttempt } from '../../app-context.ts';
import { useTitle } from '../../parts/title.ts';
import { type SheetMaker, useSheetMaker } from '../../sheet/sheet-maker.ts';
import { formLanguage, plainWording } from '../../sheet/wording.ts';
import { language, speak } from '../../text/language.ts';
import { Filling } from './filling.ts';
import { Idle } from './Idle.tsx';
import { Leave } from './Leave.tsx';
import { Notice } from './Notice.tsx';
import { QuestionPage } from './QuestionPage.tsx';
import { Thanks } from './Thanks.tsx';

export function Asking({ survey }: { survey: KioskSurvey }) {
  const makeSheet = useSheetMaker(survey.instrument, 'kiosk');
  return makeSheet && <AskingWith survey={survey} makeSheet={makeSheet} />;
}

function AskingWith({ survey, makeSheet }: { survey: KioskSurvey; makeSheet: SheetMaker }) {
  const { event, instrument } = survey;
  const filling = useFilling(survey, makeSheet);
  const [leaving, setLeaving] = useState(false);
  const stay = useMemo(() => () => setLeaving(false), []);
  useTitle(plainWording(instrument.title, formLanguage(instrument)));
  useTime(filling);
  useNoWayBack(filling);
  useSameLanguage(filling);
  const earlyPress = useSignsOfPerson(filling);
  if (leaving) return <Leave onStay={stay} />;
  const leave = () => setLeaving(true);
  switch (filling.stage.value) {
    case 'notice':
      return <Notice event={event} instrument={instrument} filling={filling} onLeave={leave} />;
    case 'asking':
      return <QuestionPage filling={filling} earlyPress={earlyPress} />;
    case 'idle':
      return <Idle filling={filling} />;
    case 'thanks':
      return <Thanks filling={filling} onLeave={leave} />;
  }
}

function useFilling({ event, instrument, draft }: KioskSurvey, makeSheet: SheetMaker): Filling {
  const { tablet, clock, newId } = useApp();
  const attempt = useAttempt();
  const filling = useMemo(
    () =>
      new Filling({
        ...{ tablet, clock, newId, instrument, makeSheet, attempt },
        language: () => formLanguage(instrument),
        eventId: event.id,
        isBeside: event.survey.code !== instrument.code,
        restored: draft,
      }),
    [tablet, clock, newId, instrument, makeSheet, event, draft, attempt],
  );
  useEffect(() => () => filling.end(), [filling]);
  return filling;
}

function useTime(filling: Filling): void {
  useEffect(() => {
    // A tab out of sight clears nothing: the same sheet may be in use in the one that is seen.
    const look = () => {
      if (document.visibilityState !== 'hidden') filling.tick();
    };
    const timer = setInterval(look, 1000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [filling]);
}

/** The back button goes to the question before at most, never out of the kiosk. */
function useNoWayBack(filling: Filling): void {
  useEffect(() => {
    const stand = () => {
      if (!history.state?.kiosk) history.pushState({ kiosk: true }, '');
    };
    const goBack = () => {
      stand();
      filling.back();
    };
    stand();
    addEventListener('popstate', goBack);
    // A browser skips entries that were added without a touch, so the first touch adds one that counts.
    addEventListener('click', stand);
    return () => {
      removeEventListener('popstate', goBack);
      removeEventListener('click', stand);
    };
  }, [filling]);
}

/** The language that one person chose ends with that person. */
function useSameLanguage(filling: Filling): void {
  const stage = filling.stage.value;
  const usual = useRef(language());
  const before = useRef(stage);
  useEffect(() => {
    if (stage === 'notice' && before.current !== 'notice') void speak(usual.current);
    before.current = stage;
  }, [stage]);
}

const QUIET_KEYS = ['Tab', 'Shift', 'Enter', ' '];

/** Tells the filling of touches. The result says whether the last press began before the screen had settled. */
function useSignsOfPerson(filling: Filling): { current: boolean } {
  const earlyPress = useRef(false);
  useEffect(() => {
    const isIdle = () => filling.stage.value === 'idle';
    const press = () => {
      earlyPress.current = !filling.settled.value;
      if (!isIdle()) filling.touch();
    };
    const key = (event: KeyboardEvent) => {
      // While asked "still there?", these keys belong to its buttons.
      if (!isIdle() || !QUIET_KEYS.includes(event.key)) filling.touch();
    };
    const click = () => filling.touch();
    addEventListener('pointerdown', press);
    addEventListener('keydown', key);
    addEventListener('click', click);
    return () => {
      removeEventListener('pointerdown', press);
      removeEventListener('keydown', key);
      removeEventListener('click', click);
    };
  }, [filling]);
  return earlyPress;
}
