// Hands a file that was made or fetched here to the person: as a download, or to another app where the browser offers that.

type Named = { readonly name: string; readonly blob: Blob };

/** The browser reads the blob after the click; by then a minute has surely passed. */
const KEEP_ADDRESS_MS = 60_000;

export function download({ name, blob }: Named): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_ADDRESS_MS);
}

const asFile = ({ name, blob }: Named): File => new File([blob], name, { type: blob.type });

export const canShare = (file: Named): boolean => navigator.canShare?.({ files: [asFile(file)] }) ?? false;

/** Turning away from the choice of apps is no failure: the file has been downloaded before. */
export const share = (file: Named): Promise<void> =>
  navigator.share({ files: [asFile(file)] }).catch(() => undefined);
