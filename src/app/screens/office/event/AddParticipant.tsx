// Adds one person to the roster; the NIP is looked over as soon as it is typed.
import { useState } from 'preact/hooks';
import { checkNip } from '../../../../domain/person/nip.ts';
import { ProblemNote } from '../../../parts/ProblemNote.tsx';
import { officeTexts, rosterTexts } from '../../../text/office/texts.ts';
import { useCentre } from '../centre/context.ts';
import { routes } from '../centre/routes.ts';
import { TextControl } from '../form/controls.tsx';
import { Form } from '../form/Form.tsx';
import { Said } from '../parts/Said.tsx';

export function AddParticipant({ event, changed }: { event: string; changed: () => void }) {
  const text = rosterTexts();
  const { optional } = officeTexts();
  const centre = useCentre();
  const [added, setAdded] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  return (
    <>
      <Form
        submit={text.add}
        send={({ name = '', nip = '', rank = '', position = '', unit_name = '' }) =>
          centre.post(routes.participants(event), { name, nip, rank, position, unit_name })
        }
        done={person => {
          setAdded(person.name);
          setTyped('');
          changed();
        }}
      >
        <TextControl name="name" label={text.name} required maxLength={120} />
        <div class="stack stack--tight">
          <TextControl
            name="nip"
            label={text.nip}
            hint={text.nipHint}
            inputMode="numeric"
            maxLength={40}
            onBlur={event => setTyped(event.currentTarget.value)}
          />
          <ProblemNote problem={nipRemark(typed)} />
        </div>
        <div class="pair">
          <TextControl name="rank" label={text.rank} hint={optional} maxLength={20} />
          <TextControl name="position" label={text.position} hint={optional} maxLength={120} />
        </div>
        <TextControl name="unit_name" label={text.unitName} hint={optional} maxLength={160} />
      </Form>
      <Said>{added === null ? null : text.added(added)}</Said>
    </>
  );
}

/** What is wrong or doubtful with a NIP, before it is sent; the centre decides. */
function nipRemark(typed: string) {
  if (!typed.trim()) return null;
  const checked = checkNip(typed);
  return checked.ok ? checked.value.warning : checked.problem;
}
