// The office's texts, an area for each part of it; English comes as chunks of its own.
import { area } from '../language.ts';
import devices from './devices/id.ts';
import frame from './frame/id.ts';
import keys from './keys/id.ts';
import plan from './plan/id.ts';
import records from './records/id.ts';
import result from './result/id.ts';
import roster from './roster/id.ts';

/** Navigation, entrance, forms in general. */
export const officeTexts = area(frame, () => import('./frame/en.ts'));
/** Programmes, events, sessions, units and accounts. */
export const planTexts = area(plan, () => import('./plan/en.ts'));
/** Rosters and assignments. */
export const rosterTexts = area(roster, () => import('./roster/en.ts'));
/** The result of an event. */
export const resultTexts = area(result, () => import('./result/en.ts'));
/** Devices and enrolment codes. */
export const deviceTexts = area(devices, () => import('./devices/en.ts'));
/** Held records, and files taken in. */
export const recordTexts = area(records, () => import('./records/en.ts'));
/** The copy of the centre's keys. */
export const keyTexts = area(keys, () => import('./keys/en.ts'));
