// The sync line says what the centre has acknowledged, and nothing more.
import { describe, expect, test } from 'vitest';
import { syncSentence } from '../../../src/app/frame/sync-sentence.ts';
import type { SyncStatus } from '../../../src/device/tablet.ts';

const NOW = new Date('2026-11-23T11:00:00').getTime();
const AT_1042 = new Date('2026-11-23T10:42:00').getTime();
const YESTERDAY = new Date('2026-11-22T16:05:00').getTime();
const status = (more: Partial<SyncStatus>): SyncStatus => ({
  pending: 0,
  last_contact_at: AT_1042,
  state: { kind: 'idle' },
  quarantined: 0,
  held: 0,
  ...more,
});

describe('the sync line', () => {
  test.each<[Partial<SyncStatus>, string, string]>([
    [{}, 'good', 'Semua catatan sudah diterima pusat, terakhir terhubung 10.42.'],
    [{ pending: 3 }, 'wait', '3 catatan menunggu, terakhir terhubung 10.42.'],
    [
      { pending: 3, last_contact_at: YESTERDAY },
      'wait',
      '3 catatan menunggu, terakhir terhubung 22 November, 16.05.',
    ],
    [{ pending: 3, last_contact_at: null }, 'wait', '3 catatan menunggu, belum pernah terhubung ke pusat.'],
    [{ last_contact_at: null }, 'wait', 'Belum pernah terhubung ke pusat.'],
    [{ pending: 3, state: { kind: 'sending' } }, 'wait', 'Sedang mengirim 3 catatan.'],
    [{ state: { kind: 'sending' } }, 'wait', 'Sedang menghubungi pusat.'],
    [
      { pending: 1, state: { kind: 'unreachable', retry_at: NOW + 60_000 } },
      'wait',
      '1 catatan menunggu, terakhir terhubung 10.42. Pusat belum terjangkau; dicoba lagi sendiri pukul 11.01.',
    ],
    [
      { pending: 2, state: { kind: 'refused', problem: { code: 'device.retired', details: {} } } },
      'bad',
      'Kantor sudah menghentikan pemakaian perangkat ini. Isian yang sudah ada tetap tersimpan dan tetap dikirim; data baru tidak datang lagi. 2 catatan tetap tersimpan di perangkat ini.',
    ],
    [
      { pending: 3, held: 2 },
      'wait',
      '3 catatan menunggu, terakhir terhubung 10.42. 2 di antaranya belum dapat diterima pusat dan dicoba lagi nanti.',
    ],
    [
      { quarantined: 1 },
      'good',
      'Semua catatan sudah diterima pusat, terakhir terhubung 10.42. 1 catatan sedang diperiksa kantor; tidak hilang.',
    ],
  ])('of %j is %s: %s', (more, tone, sentence) => {
    const said = syncSentence(status(more), NOW);
    expect([said.tone, said.sentences.join(' ')]).toEqual([tone, sentence]);
  });
});
