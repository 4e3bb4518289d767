// Finds people on a roster by a few letters of a name, in any order of words, or by digits of a NIP.
import type { ParticipantRow } from '../../../protocol/feed.ts';

/** Lower case without diacritics: "Étienne" and "etienne" are the same. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Those who match every word typed, in the roster's order, with names of which a word begins so before names that
 * hold the letters elsewhere. Nothing typed matches everybody.
 */
export function findParticipants(participants: readonly ParticipantRow[], typed: string): ParticipantRow[] {
  const digits = typed.replace(/[\s.]/g, '');
  if (/^\d+$/.test(digits)) return participants.filter(person => person.nip?.includes(digits));
  const wanted = plain(typed)
    .split(/[^\p{L}\p{N}']+/u)
    .filter(Boolean);
  if (wanted.length === 0) return [...participants];
  const beginning: ParticipantRow[] = [];
  const inside: ParticipantRow[] = [];
  for (const person of participants) {
    const name = plain(person.name);
    if (!wanted.every(word => name.includes(word))) continue;
    const words = name.split(/[^\p{L}\p{N}']+/u);
    const begins = wanted.every(word => words.some(one => one.startsWith(word)));
    (begins ? beginning : inside).push(person);
  }
  return [...beginning, ...inside];
}
