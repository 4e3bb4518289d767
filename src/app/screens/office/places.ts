// The places of the office in the order of its navigation: where they are, and who may go there.
import type { Ability } from './account.ts';

/** `name` is the key of the place's name in the office's texts. */
export const PLACES = [
  { name: 'events', path: '/office', needs: 'read' },
  { name: 'programmes', path: '/office/programmes', needs: 'plan' },
  { name: 'instruments', path: '/office/instruments', needs: 'plan' },
  { name: 'units', path: '/office/units', needs: 'plan' },
  { name: 'accounts', path: '/office/accounts', needs: 'plan' },
  { name: 'devices', path: '/office/devices', needs: 'enrol' },
  { name: 'takeIn', path: '/office/take-in', needs: 'plan' },
  { name: 'quarantine', path: '/office/quarantine', needs: 'plan' },
  { name: 'keys', path: '/office/keys', needs: 'keep' },
  { name: 'myPhone', path: '/office/my-phone', needs: 'observe' },
] as const satisfies readonly { name: string; path: string; needs: Ability }[];

/** The place that a path belongs to, for marking it in the navigation. */
export function placeOf(path: string): string {
  if (path.startsWith('/office/events')) return '/office';
  return path.startsWith('/office/instruments') ? '/office/instruments' : path.replace(/\/$/, '');
}
