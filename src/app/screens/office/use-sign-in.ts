// Whether somebody is signed in, asked once at the door and kept while the office is open.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../../domain/result.ts';
import type { SignedIn } from '../../../protocol/office/account.ts';
import { useCentre } from './centre/context.ts';
import { routes } from './centre/routes.ts';

/**
 *   asking --signed in--> in --the sign-in runs out--> in (again: true) --signed in again--> in
 *     |  `--nobody--> out --signed in--> in --signs out--> out
 *     `--no answer--> unreachable --tried again--> asking
 */
export type Door =
  | { is: 'asking' }
  | { is: 'out' }
  | { is: 'unreachable'; problem: Problem }
  /** `again`: the page stays as it is, behind a sign-in. */
  | { is: 'in'; who: SignedIn; again: boolean };

export function useSignIn() {
  const centre = useCentre();
  const [door, setDoor] = useState<Door>({ is: 'asking' });
  const { signInNeeded } = centre;

  const ask = useCallback(async () => {
    setDoor({ is: 'asking' });
    const result = await centre.get(routes.signIn);
    if (result.ok) setDoor({ is: 'in', who: result.value, again: false });
    else if (result.problem.code === 'sign_in.needed') setDoor({ is: 'out' });
    else setDoor({ is: 'unreachable', problem: result.problem });
  }, [centre]);
  useEffect(() => void ask(), [ask]);

  const enter = useCallback(
    (who: SignedIn) => {
      signInNeeded.value = false;
      setDoor({ is: 'in', who, again: false });
    },
    [signInNeeded],
  );
  const leave = useCallback(async () => {
    await centre.remove(routes.signIn);
    setDoor({ is: 'out' });
  }, [centre]);

  const needed = signInNeeded.value;
  return {
    door: door.is === 'in' && needed ? { ...door, again: true } : door,
    ask,
    enter,
    leave,
  };
}
