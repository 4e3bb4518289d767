// Screens that load when they are first shown, together with their texts in the language that is on.
import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { textsReady } from './text/language.ts';

type Params = { params: Record<string, string> };
export type Screen = ComponentType<Params>;
type Loaded<P> = { default: ComponentType<P> } | { default: ComponentType };

/** A chunk that cannot be loaded throws while rendering, so that the root can say it. */
export function lazy<P extends object = Params>(load: () => Promise<Loaded<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  return function Lazy(props: P) {
    const [, setState] = useState<'loading' | 'there'>(loaded ? 'there' : 'loading');
    const [error, setError] = useState<unknown>(null);
    // Before the first paint, so that the screen comes as soon as its chunk is there.
    useLayoutEffect(() => {
      if (loaded) return;
      const arrive = async () => {
        const module = await load();
        await textsReady();
        loaded = module.default as ComponentType<P>;
        setState('there');
      };
      arrive().catch(setError);
    }, []);
    if (error) throw error;
    const Found = loaded;
    return Found ? <Found {...props} /> : <div class="page" aria-busy="true" />;
  };
}
