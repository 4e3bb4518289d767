// Finds people by any part of what a list shows of them, as it is typed: case, accents and word order do not matter.
import type { Participant } from '../../../../protocol/office/roster.ts';

/** Every word must be found, digits also across the spaces of a NIP. Empty finds all. */
export function findPeople(people: readonly Participant[], wanted: string): readonly Participant[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  const digits = wanted.replace(/[\s.]/g, '');
  if (/^\d+$/.test(digits)) return people.filter(person => person.nip?.includes(digits));
  return people.filter(person => {
    const text = plain(`${person.name} ${person.nip ?? ''} ${person.position} ${person.unit_name}`);
    return words.every(word => text.includes(word));
  });
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
