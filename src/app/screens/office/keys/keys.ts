// Where the copy of the centre's keys is made, and what the pages know of it: null for those who do not keep it.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { KeyState } from '../../../../protocol/office/device.ts';
import type { Loaded } from '../centre/use-loaded.ts';

export const KEYS = '/office/keys';

export const KeysContext = createContext<Loaded<KeyState> | null>(null);

/** Read once by the frame, so that its warning goes as soon as the copy is saved. */
export function useKeys(): Loaded<KeyState> {
  const keys = useContext(KeysContext);
  if (!keys) throw new Error('the page of the keys was rendered outside the office');
  return keys;
}
