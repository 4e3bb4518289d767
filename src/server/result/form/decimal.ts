// How exact figures leave the centre: rounded once, half up, to two decimals.
import { type Fraction, toDecimal } from '../../../domain/skm/fraction.ts';

export const decimalOf = (value: Fraction | null): string | null => value && toDecimal(value, 2);
