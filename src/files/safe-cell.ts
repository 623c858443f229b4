/**
 * Cells that no spreadsheet takes for a formula. A text that begins like one (also behind spaces or apostrophes) gets an
 * apostrophe in front, which spreadsheets take as "this is text"; reading takes exactly that apostrophe off again, so
 * that every text comes back as it was.
 */

const RISKY = /^['\s]*[=+\-@\t\r\n\0＝＋－＠]/u;

export function safeCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** The inverse of `safeCell`. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell.slice(1)) ? cell.slice(1) : cell;
}
