// Where the app is: one signal for the path, real links, and patterns like `/venue/:event`.
import { signal } from '@preact/signals';

const path = signal(globalThis.location?.pathname ?? '/');

/** The path shown now; a component that reads it while rendering follows it. */
export const currentPath = (): string => path.value;

export function navigate(to: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') history.pushState(null, '', to);
  else history.replaceState(null, '', to);
  path.value = location.pathname;
  scrollTo(0, 0);
}

/** Parameters of a match (ids and plain words: nothing is decoded), or null. A pattern ending in `*` matches everything below it. */
export function match(pattern: string, actual: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const parts = actual.split('/').filter(Boolean);
  const open = wanted.at(-1) === '*';
  if (open) wanted.pop();
  if (open ? parts.length < wanted.length : parts.length !== wanted.length) return null;
  const values: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = parts[index] ?? '';
    if (part.startsWith(':')) values[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return values;
}

/** Follows the back button, and turns clicks on own links into moves inside the app. */
export function followLinks(): void {
  addEventListener('popstate', () => {
    path.value = location.pathname;
  });
  document.addEventListener('click', event => {
    const link = (event.target as Element | null)?.closest?.('a[href]') as HTMLAnchorElement | null;
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    if (link.pathname.startsWith('/api/')) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}
