/** Keeps what is filled into a right-to-left text (codes, numbers, addresses) from running into it. */

/**
 * Sets each place of a text apart: a bracket after a code would otherwise jump to its other side. Where a place begins
 * the text, a mark says first that the text itself runs right to left.
 */
export function setApart(text: string): string {
  const apart = text.replace(/\{\{\w+\}\}/g, '\u2068$&\u2069');
  return apart.startsWith('\u2068') ? `\u200f${apart}` : apart;
}

/** The text for paper and clipboard, where an isolate may be shown as a box or refused as hidden. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
