/** Hands a file to the browser, which saves it where it saves downloads. */

/** ms. The browser reads the address after the click; some take their time. */
const KEPT_FOR = 60_000;

/** @param name without anything that tells of somebody: it stays in the list of downloads */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR);
}
