// Another tab of this tablet must not stay open on names while this one is handed round as a kiosk.
import type { App } from '../app-context.ts';

/** Locking or leaving the kiosk restarts every other tab on the channel: it comes back locked, or asking for the PIN. */
export function tellOtherTabs(kiosk: App['kiosk'], channel: BroadcastChannel, restart: () => void): void {
  let wasLocked = kiosk.peek() !== null;
  kiosk.subscribe(survey => {
    const isLocked = survey !== null;
    if (isLocked !== wasLocked) channel.postMessage(isLocked);
    wasLocked = isLocked;
  });
  channel.addEventListener('message', restart);
}
