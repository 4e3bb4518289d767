// What a device still holds, and whether somebody should go and look for it.
import { localDay } from '../../../../domain/calendar/local-time.ts';
import type { Device } from '../../../../protocol/office/device.ts';
import { daysBetween } from '../../../text/date.ts';

/** An event lasts a few days; a tablet that is silent for longer, with records in it, has been forgotten somewhere. */
export const SILENT_DAYS = 7;

export type Outstanding = {
  /** Records finished on it and not acknowledged, by its own count. */
  readonly waiting: number;
  /** Whole days since its last contact, or since it was enrolled. */
  readonly days: number;
  /** It holds records and has been silent for long; one that is marked lost is no longer looked for here. */
  readonly isSilent: boolean;
};

export function outstandingOf(
  device: Pick<Device, 'finalised' | 'acknowledged' | 'last_contact_at' | 'enrolled_at' | 'state'>,
  now: number,
): Outstanding {
  const waiting = Math.max(0, device.finalised - device.acknowledged);
  const seen = Date.parse(device.last_contact_at ?? device.enrolled_at);
  const days = Math.max(0, daysBetween(localDay(seen), localDay(now)));
  return { waiting, days, isSilent: waiting > 0 && days >= SILENT_DAYS && device.state !== 'lost' };
}
