/** Cells as people mean them: without the invisible, and compared without marks or capitals. */

const SPACES = /[\u00A0\u2007\u202F\u2009\u200A]/g;
const INVISIBLE = /[\u200B\u2060\uFEFF\u00AD]/g;

/** No-break and thin spaces become spaces, what is drawn as nothing goes, ends are trimmed; line breaks stay. */
export function tidy(cell: string): string {
  return cell.replace(INVISIBLE, '').replace(SPACES, ' ').replace(/\r\n?/g, '\n').normalize('NFC').trim();
}

/** For comparison: lower case, no marks, signs as single spaces. */
export function folded(text: string): string {
  return tidy(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Dashes, dots and question marks. */
const SIGNS = /^[-–—−.…?\s]*$/u;
const NOTHING = new Set(['n a', 'na', 'nc', 'so', 's o', 'neant', 'nil', 'null']);

/** What people write where there is nothing to say: nothing, a dash, a question mark, `n/a`. */
export function isBlank(cell: string): boolean {
  return SIGNS.test(tidy(cell)) || NOTHING.has(folded(cell));
}
