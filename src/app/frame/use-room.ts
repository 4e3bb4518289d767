// Whether this device has room for a new sheet, looked at again every minute while somebody waits for it.
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

const LOOK_AGAIN_MS = 60_000;

/** Null until it is known. A look that fails stands in nobody's way. */
export function useRoom(isNeeded: boolean): boolean | null {
  const { tablet } = useApp();
  const [hasRoom, setHasRoom] = useState<boolean | null>(null);
  useEffect(() => {
    if (!isNeeded) return;
    const look = () => tablet.hasRoom().then(setHasRoom, () => setHasRoom(had => had ?? true));
    void look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [tablet, isNeeded]);
  return hasRoom;
}
