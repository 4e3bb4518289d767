// Drafts lie aside: what was answered stands in a file of its own, which goes when the sheet is finished.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createOutbox } from '../../src/device/store/outbox.ts';
import { bench, kioskDraft, survey } from './fixture.ts';

const SECRET = 'Parkirnya becek sekali';

describe('what was answered', () => {
  it('is in no row of the database while the sheet is filled in, only in a file of its own', async () => {
    const { stored } = await withDraft();
    expect(JSON.stringify(await stored())).not.toContain(SECRET);
    expect(await (await stored()).content?.text()).toContain(SECRET);
  });

  it.each([
    ['finished', 'finalise'],
    ['cleared', 'drop'],
  ])('has no file any more once its sheet was %s', async (_title, how) => {
    const { tablet, draft, stored } = await withDraft();
    if (how === 'finalise') await tablet.finalise(draft, survey);
    else await tablet.dropDraft(draft);
    expect(await stored()).toEqual({ row: undefined, content: undefined });
  });

  it('of a draft that the first builds kept in the row itself is still there', async () => {
    const on = bench();
    const tablet = on.open();
    await tablet.start();
    const draft = kioskDraft();
    await createOutbox({ indexedDB: on.indexedDB }).drafts.put({ key: draft.key, id: draft.id, draft });
    expect(await tablet.draft('kiosk')).toEqual(draft);
    expect(await tablet.finalise(draft, survey)).toBe(true);
  });
});

async function withDraft() {
  const on = bench();
  const tablet = on.open();
  await tablet.start();
  const plain = kioskDraft();
  const draft = { ...plain, answers: { ...plain.answers, saran: SECRET } };
  await tablet.saveDraft(draft);
  const outbox = createOutbox({ indexedDB: on.indexedDB });
  const stored = async () => ({
    row: await outbox.drafts.get('kiosk'),
    content: (await outbox.local.get('draft:kiosk'))?.value as Blob | undefined,
  });
  return { tablet, draft, stored };
}
