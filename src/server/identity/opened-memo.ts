// Remembers for a moment what was opened: a record is opened when it is received, and projected a moment later.

type Opening = (keyId: string, sealed: Uint8Array, context: string) => Uint8Array | null | undefined;

const REMEMBERED_BYTES = 8 * 1024 * 1024;

/** The same opening, but what it opened last is not opened twice. Only for the very same bytes under the same context. */
export function openedMemo(open: Opening): Opening {
  const remembered = new Map<string, { sealed: Uint8Array; content: Uint8Array }>();
  let bytes = 0;
  const forget = (key: string): void => {
    const found = remembered.get(key);
    if (found && remembered.delete(key)) bytes -= sizeOf(found);
  };
  return (keyId, sealed, context) => {
    const key = `${keyId} ${context}`;
    const known = remembered.get(key);
    if (known && Buffer.compare(known.sealed, sealed) === 0) return known.content;
    const content = open(keyId, sealed, context);
    if (!content) return content;
    forget(key);
    remembered.set(key, { sealed, content });
    bytes += sealed.length + content.length;
    for (const oldest of remembered.keys()) {
      if (bytes <= REMEMBERED_BYTES) break;
      forget(oldest);
    }
    return content;
  };
}

const sizeOf = ({ sealed, content }: { sealed: Uint8Array; content: Uint8Array }): number =>
  sealed.length + content.length;
