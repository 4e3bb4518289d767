// Files that answers name: kept with their draft, sent with its sheet, and gone with either.
import 'fake-indexeddb/auto';
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { createOutbox } from '../../src/device/store/outbox.ts';
import type { Draft } from '../../src/device/tablet.ts';
import type { Instrument } from '../../src/domain/instrument/definition.ts';
import { ATTACHMENT_MAX_BYTES, RECORD_MAX_BYTES } from '../../src/protocol/limits.ts';
import { bench, EVENT, enrolled, kioskDraft, survey } from './fixture.ts';

const withPhotos: Instrument = {
  ...survey,
  nodes: [
    ...survey.nodes,
    { kind: 'repeat', name: 'bukti', code: 'bukti', parent: -1 },
    { kind: 'question', name: 'foto', code: 'foto', parent: survey.nodes.length, type: 'image' },
    { kind: 'question', name: 'suara', code: 'suara', parent: -1, type: 'audio' },
  ],
};
const PHOTO = new Blob(['\u0089PNG gambar'], { type: 'image/png' });
const VOICE = new Blob(['suara'], { type: 'audio/webm;codecs=opus' });

async function withFiles(answers: Draft['answers'] = { 'bukti[2]/foto': 'a.png', suara: 'b.webm' }) {
  const on = bench();
  const tablet = on.open();
  await tablet.start();
  const draft = kioskDraft({ answers });
  await tablet.saveDraft(draft);
  await tablet.keepAttachment(draft, 'a.png', PHOTO);
  await tablet.keepAttachment(draft, 'b.webm', VOICE);
  const outbox = createOutbox({ indexedDB: on.indexedDB });
  const files = () => outbox.local.where('key').startsWith('file:').primaryKeys();
  const records = async () =>
    (await outbox.records.toArray()).map(({ bytes, ...envelope }) => ({
      ...envelope,
      content: JSON.parse(Buffer.from(bytes, 'base64').toString()),
    }));
  return { on, tablet, draft, files, records, outbox };
}

describe('a file that an answer names', () => {
  it('is there again after a restart, for its own filling only', async () => {
    const { on, tablet, draft } = await withFiles();
    tablet.close();
    const again = on.open();
    expect(await (await again.attachment(draft, 'a.png'))?.text()).toBe(await PHOTO.text());
    expect(await again.attachment(kioskDraft(), 'a.png')).toBeNull();
  });

  it('becomes a record of its own, which names its submission and carries form and version', async () => {
    const { tablet, draft, records } = await withFiles();
    await tablet.finalise(draft, withPhotos);
    const all = await records();
    const submission = all.find(({ kind }) => kind === 'submission');
    const photo = all.find(({ content }) => content.name === 'a.png');
    expect(all).toHaveLength(3);
    expect(photo).toMatchObject({ kind: 'attachment', form: 'short', version: 2, event_id: EVENT });
    expect(photo?.content).toEqual({
      event_id: EVENT,
      submission_id: submission?.id,
      question: 'bukti[2]/foto',
      name: 'a.png',
      media: 'image/png',
      data: Buffer.from(await PHOTO.text()).toString('base64'),
    });
    expect(all.find(({ content }) => content.name === 'b.webm')?.content.media).toBe('audio/webm');
  });

  it('counts as a record of its event, and as no response of its own', async () => {
    const { tablet, draft, outbox } = await withFiles();
    await tablet.finalise(draft, withPhotos);
    expect((await outbox.local.get(`made:${EVENT}`))?.value).toEqual({ responses: 1, records: 3 });
  });

  it.each(['finalise', 'dropDraft'] as const)('has gone from the disk after %s', async end => {
    const { tablet, draft, files } = await withFiles();
    expect(await files()).toHaveLength(2);
    await (end === 'finalise' ? tablet.finalise(draft, withPhotos) : tablet.dropDraft(draft));
    expect(await files()).toEqual([]);
    await tablet.keepAttachment(draft, 'late.png', PHOTO);
    expect(await files()).toEqual([]);
  });

  it('of another filling at the same place stays', async () => {
    const { tablet, draft, files } = await withFiles();
    const other = kioskDraft();
    await tablet.keepAttachment(other, 'a.png', PHOTO);
    await tablet.dropDraft(draft);
    expect(await files()).toEqual([`file:${other.id}/a.png`]);
  });

  it('taken away by the person is not sent', async () => {
    const { tablet, draft, files, records } = await withFiles();
    await tablet.dropAttachment(draft, 'b.webm');
    expect(await files()).toHaveLength(1);
    const left = { ...draft, answers: { 'bukti[2]/foto': 'a.png' } };
    await tablet.finalise(left, withPhotos);
    expect((await records()).map(({ kind }) => kind).sort()).toEqual(['attachment', 'submission']);
  });

  it('that no answer names any more is not sent either', async () => {
    const { tablet, draft, records } = await withFiles();
    await tablet.finalise({ ...draft, answers: { waktu: '4' } }, withPhotos);
    expect((await records()).map(({ kind }) => kind)).toEqual(['submission']);
  });

  it('is sent once, however often "finish" is tapped', async () => {
    const { tablet, draft, records } = await withFiles();
    const done = await Promise.all([1, 2, 3].map(() => tablet.finalise(draft, withPhotos)));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await records()).toHaveLength(3);
  });
});

it('the largest file fits into a record, and a larger one is refused while it is taken', async () => {
  const { tablet, draft } = await withFiles();
  const largest = new Blob([new Uint8Array(ATTACHMENT_MAX_BYTES)], { type: 'image/jpeg' });
  await tablet.keepAttachment(draft, 'a.png', largest);
  await tablet.finalise(draft, withPhotos);
  const larger = new Blob([new Uint8Array(ATTACHMENT_MAX_BYTES + 1)]);
  await expect(tablet.keepAttachment(kioskDraft(), 'x.jpg', larger)).rejects.toThrow('fits into no record');
  const around = JSON.stringify({ question: 'x'.repeat(255), name: 'x'.repeat(255), of: 'x'.repeat(400) });
  expect((ATTACHMENT_MAX_BYTES * 4) / 3 + around.length).toBeLessThan(RECORD_MAX_BYTES);
});

it('sealed, every record of the sheet goes up', async () => {
  const on = bench();
  const tablet = await enrolled(on);
  const draft = kioskDraft({ answers: { suara: 'b.webm' } });
  await tablet.saveDraft(draft);
  await tablet.keepAttachment(draft, 'b.webm', VOICE);
  expect(await tablet.finalise(draft, withPhotos)).toBe(true);
  const records = await createOutbox({ indexedDB: on.indexedDB }).records.toArray();
  expect(records.map(({ kind }) => kind).sort()).toEqual(['attachment', 'submission']);
});
