// The matrix's place on a screen; the matrix itself is a chunk of its own, loaded with the widgets of its instrument.
import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Node } from '../../../../domain/instrument/definition.ts';
import type { MatrixProps } from './matrix-props.ts';

const SIGNS = ['label', 'list-nolabel', 'list', 'table-list'];

export const hasMatrix = (nodes: readonly Node[]): boolean =>
  nodes.some(node => node.appearance?.some(token => SIGNS.includes(token)));

const there = signal<ComponentType<MatrixProps> | null>(null);

export async function loadMatrix(): Promise<void> {
  there.value ??= (await import('./Matrix.tsx')).Matrix;
}

export function MatrixLater(props: MatrixProps) {
  const [error, setError] = useState<unknown>(null);
  const Found = there.value;
  useEffect(() => {
    loadMatrix().catch(setError);
  }, []);
  if (error) throw error;
  return Found ? <Found {...props} /> : <div aria-busy="true" />;
}
