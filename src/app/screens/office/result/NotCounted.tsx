// Says when the centre holds records of this event that the figures below do not contain.
import { formatNumber } from '../../../text/date.ts';
import { resultTexts } from '../../../text/office/texts.ts';
import { useMay } from '../account.ts';

export function NotCounted({ waiting, quarantined }: { waiting: number; quarantined: number }) {
  const text = resultTexts();
  const mayLook = useMay('plan');
  if (waiting + quarantined === 0) return null;
  const parts = [
    ...(waiting > 0 ? [text.waiting(formatNumber(waiting))] : []),
    ...(quarantined > 0 ? [text.held(formatNumber(quarantined))] : []),
  ];
  return (
    <p class="notice">
      {text.notIn(parts.join(', '))}{' '}
      {quarantined > 0 && mayLook && <a href="/office/quarantine">{text.toQuarantine}</a>}
    </p>
  );
}
