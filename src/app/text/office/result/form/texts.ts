// The texts of the results of further questionnaires.
import { area } from '../../../language.ts';
import id from './id.ts';

export const formResultTexts = area(id, () => import('./en.ts'));
