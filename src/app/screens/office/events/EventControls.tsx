// The fields that a new event and a changed one have in common.
import type { EventChange } from '../../../../protocol/office/plan.ts';
import { planTexts } from '../../../text/office/texts.ts';
import { TextControl } from '../form/controls.tsx';

export function EventControls({ event }: { event?: EventChange }) {
  const text = planTexts();
  return (
    <>
      <TextControl
        name="name"
        label={text.eventName}
        hint={event ? undefined : text.eventNameHint}
        required
        maxLength={160}
        defaultValue={event?.name}
      />
      <TextControl name="venue" label={text.venue} required maxLength={200} defaultValue={event?.venue} />
      <div class="pair">
        <TextControl
          name="starts_on"
          type="date"
          label={text.startsOn}
          required
          defaultValue={event?.starts_on}
        />
        <TextControl name="ends_on" type="date" label={text.endsOn} required defaultValue={event?.ends_on} />
      </div>
    </>
  );
}

/** What those fields hold. */
export const readEvent = (values: Record<string, string>): EventChange => ({
  name: values.name ?? '',
  venue: values.venue ?? '',
  starts_on: values.starts_on ?? '',
  ends_on: values.ends_on ?? '',
});
