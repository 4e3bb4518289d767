// The texts of this folder, ready to be shown.
import { area } from '../language.ts';
import id from './id.ts';

export const entryTexts = area(id, () => import('./en.ts'));
