// The heading of a page: it names the window, and takes the focus so that a screen reader says where one has arrived.
import { useEffect, useRef } from 'preact/hooks';
import { useTitle } from '../../../parts/title.ts';

export function Heading({ children, title }: { children: string; title?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useTitle(title ?? children);
  return (
    <h1 ref={heading} tabIndex={-1} class="heading">
      {children}
    </h1>
  );
}
