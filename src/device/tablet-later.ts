// The door before the device behind it is loaded and has proved its storage: whatever is asked waits for that.
import type { Live, StartedTablet } from './tablet.ts';

/** Nothing is kept, and nothing told to be kept, before `coming` has come; where it fails, so does all that waits. */
export function tabletLater(coming: Promise<StartedTablet>): StartedTablet {
  const live = <T>(of: (tablet: StartedTablet) => Live<T>): Live<T> => ({
    subscribe(next, failed) {
      let unsubscribe: (() => void) | null = null;
      let isOver = false;
      const follow = (tablet: StartedTablet): void => {
        if (isOver) return;
        const subscription = of(tablet).subscribe(next, failed);
        unsubscribe = () => subscription.unsubscribe();
      };
      coming.then(follow, () => undefined);
      return {
        unsubscribe() {
          isOver = true;
          unsubscribe?.();
        },
      };
    },
  });
  return {
    enrol: async code => (await coming).enrol(code),
    hasPin: async () => (await coming).hasPin(),
    setPin: async pin => (await coming).setPin(pin),
    checkPin: async pin => (await coming).checkPin(pin),
    lockKiosk: async (...of) => (await coming).lockKiosk(...of),
    unlockKiosk: async () => (await coming).unlockKiosk(),
    events: () => live(tablet => tablet.events()),
    event: id => live(tablet => tablet.event(id)),
    assignments: () => live(tablet => tablet.assignments()),
    instrument: async (code, version) => (await coming).instrument(code, version),
    mark: async (...marked) => (await coming).mark(...marked),
    draft: async key => (await coming).draft(key),
    saveDraft: async draft => (await coming).saveDraft(draft),
    dropDraft: async draft => (await coming).dropDraft(draft),
    keepAttachment: async (...kept) => (await coming).keepAttachment(...kept),
    attachment: async (...of) => (await coming).attachment(...of),
    dropAttachment: async (...of) => (await coming).dropAttachment(...of),
    finalise: async (draft, instrument) => (await coming).finalise(draft, instrument),
    hasRoom: async () => (await coming).hasRoom(),
    closeOut: async (...closed) => (await coming).closeOut(...closed),
    sync: {
      toFile: async () => (await coming).sync.toFile(),
      status: () => live(tablet => tablet.sync.status()),
      now: () =>
        void coming.then(
          tablet => tablet.sync.now(),
          () => undefined,
        ),
    },
  };
}
