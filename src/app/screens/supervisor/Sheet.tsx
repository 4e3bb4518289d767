// The observation sheet of one assignment: whose it is, and the whole sheet.
import type { AssignmentView, Draft } from '../../../device/tablet.ts';
import type { Instrument } from '../../../domain/instrument/definition.ts';
import { Frame } from '../../frame/Frame.tsx';
import { observationOf } from '../../sheet/own/form-filling.ts';
import { useFilling } from '../../sheet/own/use-filling.ts';
import { WholeSheet } from '../../sheet/own/WholeSheet.tsx';
import { formLanguage, plainWording } from '../../sheet/wording.ts';
import { formatDay } from '../../text/date.ts';
import { supervisorTexts } from '../../text/supervisor/texts.ts';

export type SheetProps = { assignment: AssignmentView; instrument: Instrument; restored: Draft | null };

export function Sheet({ assignment, instrument, restored }: SheetProps) {
  const filling = useFilling({ instrument, purpose: observationOf(assignment), restored });
  const texts = supervisorTexts();
  return (
    <Frame
      title={assignment.participant_name}
      over={plainWording(instrument.title, formLanguage(instrument))}
      back="/supervisor"
      restful={false}
    >
      <p class="soft">
        {assignment.position} · {assignment.unit_name}
        <br />
        {assignment.event_name}
        <br />
        {texts.due(formatDay(assignment.due_on))}
      </p>
      {filling && <WholeSheet filling={filling} confirmTitle={texts.confirmTitle} />}
    </Frame>
  );
}
