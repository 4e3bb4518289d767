// Two tabs of one tablet: what one does to the kiosk reaches the other.
import { expect, test, vi } from 'vitest';
import { tellOtherTabs } from '../../../src/app/frame/other-tabs.ts';
import { EVENT, fakeTablet } from '../fake-tablet.ts';
import { appOn } from '../show.tsx';

test('locking and leaving the kiosk restart the other tabs, and nothing else does', async () => {
  const tablet = fakeTablet();
  const app = appOn(tablet);
  const posted = vi.fn();
  const restart = vi.fn();
  const channel = Object.assign(new EventTarget(), { postMessage: posted }) as unknown as BroadcastChannel;
  tellOtherTabs(app.kiosk, channel, restart);
  expect(posted).not.toHaveBeenCalled();
  app.kiosk.value = await tablet.lockKiosk(EVENT.id);
  app.kiosk.value = 'missing';
  expect(posted).toHaveBeenCalledTimes(1);
  app.kiosk.value = null;
  expect(posted).toHaveBeenCalledTimes(2);
  channel.dispatchEvent(new Event('message'));
  expect(restart).toHaveBeenCalledTimes(1);
});
