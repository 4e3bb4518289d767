// The texts of questionnaires in the office.
import { area } from '../../language.ts';
import id from './id.ts';

export const instrumentTexts = area(id, () => import('./en.ts'));
