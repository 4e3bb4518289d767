// The name of the window, as task switchers and screen readers tell it: that of what is on the screen now.
import { useEffect } from 'preact/hooks';

/** Gives the name back when the screen goes, so that what lies below it keeps its own. */
export function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · Lembar`;
    return () => {
      document.title = before;
    };
  }, [title]);
}
