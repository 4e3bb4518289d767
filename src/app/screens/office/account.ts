// Who is signed in, and what the role lets them do; what it does not is not offered. The centre decides in any case.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Role } from '../../../domain/person/role.ts';
import type { SignedIn } from '../../../protocol/office/account.ts';

const ABILITIES = {
  /** Reads events, rosters and results. */
  read: ['operator', 'officer', 'facilitator'],
  /** Changes whatever is planned, and makes accounts. */
  plan: ['operator', 'officer'],
  /** Enrols a unit's tablets. */
  enrol: ['operator', 'officer', 'facilitator'],
  /** Keeps the copy of the centre's keys. */
  keep: ['operator'],
  /** Enrols the own phone and observes with it. */
  observe: ['supervisor'],
} as const satisfies Record<string, readonly Role[]>;

export type Ability = keyof typeof ABILITIES;

export const may = (role: Role, ability: Ability): boolean =>
  (ABILITIES[ability] as readonly Role[]).includes(role);

/** Roles that somebody may give to a new account (the centre knows the same rule). */
export const rolesToGive = (role: Role): readonly Role[] =>
  role === 'operator' ? ['operator', 'officer', 'facilitator', 'supervisor'] : ['facilitator', 'supervisor'];

export const SignedInContext = createContext<SignedIn | null>(null);

export function useAccount(): SignedIn['account'] {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error('an office page was rendered for nobody');
  return signedIn.account;
}

export const useMay = (ability: Ability): boolean => may(useAccount().role, ability);
