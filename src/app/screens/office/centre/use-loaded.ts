// Reads one thing of the centre for a page, and reads it again when the page has changed it.
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../../../domain/result.ts';
import { useCentre } from './context.ts';
import type { Reads } from './routes.ts';

export type Loaded<T> = {
  /** What came last for this route; stays while it is read again, or when that fails. */
  readonly value: T | null;
  readonly problem: Problem | null;
  reload(): void;
};

/** Null where nothing is to be read (yet). */
export function useLoaded<T>(route: Reads<T> | null): Loaded<T> {
  const centre = useCentre();
  const [asked, setAsked] = useState(0);
  const [came, setCame] = useState<{ route: string; value: T | null; problem: Problem | null } | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is how `reload` asks for one more reading
  useEffect(() => {
    if (route === null) return;
    let wanted = true;
    void centre.get(route).then(result => {
      if (!wanted) return;
      setCame(before => ({
        route,
        value: result.ok ? result.value : before?.route === route ? before.value : null,
        problem: result.ok ? null : result.problem,
      }));
    });
    return () => {
      wanted = false;
    };
  }, [centre, route, asked]);

  const reload = useCallback(() => setAsked(count => count + 1), []);
  const current = came?.route === route ? came : null;
  return { value: current?.value ?? null, problem: current?.problem ?? null, reload };
}
