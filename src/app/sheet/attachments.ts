// Keeps the files of a sheet's answers with its draft on this device.
import type { Filling, StartedTablet } from '../../device/tablet.ts';
import type { DraftKeeper } from '../draft-keeper.ts';
import type { Attachments } from '../parts/widgets/attachments.ts';

type Needs = {
  tablet: Pick<StartedTablet, 'keepAttachment' | 'attachment' | 'dropAttachment'>;
  newId: () => string;
  keeper: Pick<DraftKeeper, 'inTurn'>;
  /** The one that is open now. */
  filling: () => Filling | null;
};

/** Kept under a name that tells nothing: what a camera calls its photo may say when it was taken. */
export function attachmentsWith({ tablet, newId, keeper, filling }: Needs): Attachments {
  return {
    async keep(_key, file, name) {
      const of = filling();
      if (!of) throw new Error('a file was given while no sheet was open');
      const called = `${newId()}${endingOf(name)}`;
      await keeper.inTurn(() => tablet.keepAttachment(of, called, file));
      return called;
    },
    async find(name) {
      const of = filling();
      return of && tablet.attachment(of, name);
    },
    async drop(name) {
      const of = filling();
      // After the save of the answer that no longer names it.
      if (of) await keeper.inTurn(() => tablet.dropAttachment(of, name));
    },
  };
}

const endingOf = (name: string): string => /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
