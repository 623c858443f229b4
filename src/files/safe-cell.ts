/**
 * Cells that no spreadsheet takes for a formula. A text that begins like one gets an apostrophe in front, which
 * spreadsheets take as "this is text"; reading takes exactly that apostrophe off again, so that every text comes back as
 * it was. What some program drops from the front of a cell (blanks, quotes, signs nobody sees) hides nothing.
 */

const DROPPED = String.raw`['"\s\p{Cf}\uFF02\uFF07]*`;
/** Signs, also in their wide and small forms, that programs read as the plain ones. */
const SIGNS = String.raw`[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212]`;
const RISKY = new RegExp(`^${DROPPED}${SIGNS}`, 'u');

export function safeCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** The inverse of `safeCell`. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell;
}
