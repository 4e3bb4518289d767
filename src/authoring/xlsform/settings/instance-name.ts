// The setting `instance_name`: filled-in sheets have no names here, but what it refers to must still be there.
import { readExpression } from '../expressions/read-expression.ts';
import type { Writing } from '../expressions/writing.ts';
import { spotOf } from '../table/table.ts';
import type { Settings } from './settings.ts';

export const sayOfInstanceName = ({ row, instanceName }: Settings, writing: Writing): void => {
  if (row === null || instanceName === '') return;
  const spot = spotOf(row, 'instance_name');
  writing.report.unsupported('setting.unsupported', spot, { setting: 'instance_name', instead: 'nothing' });
  readExpression({ text: instanceName, spot }, { node: -1 }, { ...writing, needs: new Set() });
};
