/** A file somebody picked to rows of cells, with what was guessed about it. */

import { decode, type Encoding, guessEncoding } from './encoding.ts';
import { type CsvShape, type Grid, guessShape, readCsv } from './read-csv.ts';
import { readXlsx, type Sheet } from './read-xlsx.ts';

/** Larger than any list kept by hand. */
export const FILE_MAX = 20_000_000;
export const ROWS_MAX = 50_000;

export type FileFault = 'empty' | 'too-large' | 'too-many-rows' | 'old-workbook' | 'damaged' | 'not-a-table';

export type PickedFile =
  | { readonly is: 'text'; readonly bytes: Uint8Array; readonly encoding: Encoding; readonly shape: CsvShape }
  | { readonly is: 'workbook'; readonly sheets: readonly Sheet[] };

export interface ReadGrid {
  readonly grid: Grid;
  readonly broken: ReadonlySet<number>;
}

/** Looks at the first bytes, never at the file's name. */
export async function openFile(
  bytes: Uint8Array,
): Promise<{ readonly file: PickedFile } | { readonly fault: FileFault }> {
  if (bytes.length === 0) return { fault: 'empty' };
  if (bytes.length > FILE_MAX) return { fault: 'too-large' };
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { fault: 'old-workbook' };
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    try {
      const sheets = (await readXlsx(bytes)).filter(({ grid }) => grid.length > 0);
      if (sheets.length === 0) return { fault: 'empty' };
      return sheets.some(({ grid }) => grid.length > ROWS_MAX)
        ? { fault: 'too-many-rows' }
        : { file: { is: 'workbook', sheets } };
    } catch (error) {
      if (error instanceof Error && error.name === 'UnreadableWorkbook') return { fault: 'damaged' };
      throw error;
    }
  }
  const encoding = guessEncoding(bytes);
  const text = decode(bytes, encoding);
  if (isNoText(text)) return { fault: 'not-a-table' };
  if (text.trim() === '') return { fault: 'empty' };
  return { file: { is: 'text', bytes, encoding, shape: guessShape(text) } };
}

/** The rows of a text file as it is described by now. */
export async function gridOf(
  bytes: Uint8Array,
  encoding: Encoding,
  shape: CsvShape,
): Promise<ReadGrid | { readonly fault: FileFault }> {
  const read = await readCsv(decode(bytes, encoding), shape);
  return read.grid.length > ROWS_MAX ? { fault: 'too-many-rows' } : read;
}

/** Signs that nobody writes, as the bytes of pictures and programs give them. */
function isNoText(text: string): boolean {
  const some = text.slice(0, 20_000);
  const odd = some.match(/[\p{Cc}\uFFFD]/gu)?.filter((sign) => !/[\t\n\r\v\f]/.test(sign)).length ?? 0;
  return some.includes('\0') || odd > some.length / 100;
}

function starts(bytes: Uint8Array, with_: readonly number[]): boolean {
  return with_.every((byte, place) => bytes[place] === byte);
}
