// The observation sheet of one assignment: found with its draft, then filled in, then done.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AssignmentView, Draft } from '../../../device/tablet.ts';
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { useApp, useAttempt, useLive } from '../../app-context.ts';
import { Frame } from '../../frame/Frame.tsx';
import { RoomAdvice } from '../../frame/NoRoom.tsx';
import { useRoom } from '../../frame/use-room.ts';
import { roomTexts } from '../../text/room/texts.ts';
import { supervisorTexts } from '../../text/supervisor/texts.ts';
import { Sheet, type SheetProps } from './Sheet.tsx';
import './supervisor.css';

type Found = { instrument: Instrument | null; draft: Draft | null };
const draftKey = (assignmentId: string) => `observation:${assignmentId}`;

export default function Observation({ params }: { params: Record<string, string> }) {
  const { tablet } = useApp();
  const attempt = useAttempt();
  const assignments = useLive(useMemo(() => tablet.assignments(), [tablet]));
  const assignment = assignments?.find(one => one.id === params.assignment);
  const id = assignment?.id;
  const code = assignment?.instrument.code;
  const version = assignment?.instrument.version;
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!id || !code || !version) return;
    const find = async () => {
      const draft = await tablet.draft(draftKey(id));
      const named = draft?.instrument ?? { code, version };
      setFound({ instrument: await tablet.instrument(named.code, named.version), draft });
    };
    attempt(find());
  }, [tablet, id, code, version, attempt]);
  if (!assignments) return <div class="page" aria-busy="true" />;
  if (!assignment) return <Said sentence={supervisorTexts().missing} />;
  if (assignment.state === 'done') return <Done assignment={assignment} />;
  if (!found) return <div class="page" aria-busy="true" />;
  if (!found.instrument) return <Said sentence={supervisorTexts().noInstrument} />;
  return <Begin assignment={assignment} instrument={found.instrument} restored={found.draft} />;
}

/** A new sheet waits for room to finish it; one that was begun goes on in any case. */
function Begin(props: SheetProps) {
  const [hasBegun, setBegun] = useState(props.restored !== null);
  const hasRoom = useRoom(!hasBegun);
  useEffect(() => {
    if (hasRoom) setBegun(true);
  }, [hasRoom]);
  if (hasBegun || hasRoom) return <Sheet {...props} />;
  if (hasRoom === null) return <div class="page" aria-busy="true" />;
  return (
    <Frame title={roomTexts().title} over={props.assignment.participant_name} back="/supervisor">
      <RoomAdvice />
      <p>
        <a class="button button--next" href="/sending?from=/supervisor">
          {roomTexts().toSending}
        </a>
      </p>
    </Frame>
  );
}

const Said = ({ sentence }: { sentence: string }) => (
  <Frame title={supervisorTexts().title} back="/supervisor">
    <p class="notice">{sentence}</p>
  </Frame>
);

function Done({ assignment }: { assignment: AssignmentView }) {
  const texts = supervisorTexts();
  return (
    <Frame title={texts.doneTitle} over={assignment.participant_name} back="/supervisor">
      <p class="notice notice--good">{texts.doneText}</p>
      <p>
        <a class="button button--next" href="/supervisor">
          {texts.toList}
        </a>
      </p>
    </Frame>
  );
}
