// Registers the worker once the first screen stands, and keeps a waiting update until a person takes it.
import { signal } from '@preact/signals';

/** Applies the update that is waiting, or null. */
export const waitingUpdate = signal<(() => void) | null>(null);

/** Never throws: without a worker (development, a server that is down) the app goes on as it is. */
export async function watchForUpdates(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { Workbox } = await import('workbox-window');
  const worker = new Workbox('/sw.js');
  worker.addEventListener('waiting', () => {
    waitingUpdate.value = () => {
      worker.addEventListener('controlling', () => location.reload());
      worker.messageSkipWaiting();
    };
  });
  const look = () => {
    if (document.visibilityState === 'visible') worker.update().catch(() => undefined);
  };
  await worker.register().catch(() => undefined);
  document.addEventListener('visibilitychange', look);
}
