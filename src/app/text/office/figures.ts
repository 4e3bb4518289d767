// Figures as a reader of either language writes them. Decimals stay text: no float ever touches them.
import { language } from '../language.ts';

/** "77.50", as it came from the centre, is "77,50" in Indonesian. */
export const formatDecimal = (value: string): string =>
  language() === 'id' ? value.replace('.', ',') : value;

/** Whole percents, rounded half up: "63%"; null where there is nothing to compare with. */
export const formatShare = (part: number, whole: number): string | null =>
  whole > 0 ? `${Math.floor((part * 200 + whole) / (whole * 2))}%` : null;
