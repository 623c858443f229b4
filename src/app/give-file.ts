/** Hands a file to the browser, which keeps it where this device keeps what was downloaded. */

/** How long a slow browser may take to begin reading. Ms. */
const KEEP_MS = 60_000;

export function giveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}
