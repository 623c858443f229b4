/** Keeps what is filled into a right-to-left text (codes, numbers, addresses) from running into it. */

import { runsRightToLeft } from './languages.ts';

/**
 * Sets each place of a text apart: a bracket after a code would otherwise jump to its other side. Where a place begins
 * the text, a mark says first that the text itself runs right to left.
 */
export function setApart(text: string): string {
  const apart = text.replace(/\{\{\w+\}\}/g, '\u2068$&\u2069');
  return apart.startsWith('\u2068') ? `\u200f${apart}` : apart;
}

/**
 * Several in one sentence (“A, B and C”). From right to left each is set apart, and a mark says that the list runs so, too: names in
 * Latin letters would turn it round, and its “and” would stand behind the last.
 */
export function inOneList(items: readonly string[], locale: string): string {
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  if (!runsRightToLeft(locale)) return list.format(items);
  return `\u200f${list.format(items.map((item) => `\u2068${item}\u2069`))}`;
}

/** The text for paper and clipboard, where an isolate may be shown as a box or refused as hidden. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
