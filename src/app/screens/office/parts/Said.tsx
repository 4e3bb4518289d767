// Says that something has been done, also to those who cannot see it; there from the start, so that a screen reader notices.

export function Said({ children }: { children: string | null }) {
  return (
    <p role="status" class={children ? 'notice notice--good' : 'hidden-visually'}>
      {children}
    </p>
  );
}
