// What a matrix is given, whether its chunk is there or not.
import type { Sheet } from '../../../../domain/instrument/sheet/sheet.ts';
import type { Run } from '../runs.ts';
import type { Look } from '../widget.ts';

export type MatrixProps = {
  run: Extract<Run, { kind: 'matrix' }>;
  sheet: Sheet;
  look: Look;
  closed?: boolean | undefined;
  /** Say what is wrong with the answers. */
  complaining?: boolean;
};
