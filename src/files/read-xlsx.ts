/** A workbook to sheets of cells; dates as ISO text, which is never ambiguous, numbers with a point. */

import type { Grid } from './read-csv.ts';

export interface Sheet {
  readonly name: string;
  readonly grid: Grid;
}

/** Bytes a workbook may take once unpacked: far more than any list of a mission. */
const UNPACKED_MAX = 200_000_000;

/** The workbook cannot be read: damaged, or made to fill the memory of whoever opens it. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
}

/** Formulas give the value they had when the file was saved. @throws UnreadableWorkbook */
export async function readXlsx(bytes: Uint8Array): Promise<readonly Sheet[]> {
  if (unpackedSize(bytes) > UNPACKED_MAX) throw new UnreadableWorkbook('too large');
  const { default: read } = await import('read-excel-file/universal');
  try {
    const sheets = await read(bytes.slice().buffer, { trim: false });
    return sheets.map(({ sheet, data }) => ({ name: sheet, grid: data.map((row) => row.map(cellText)) }));
  } catch (cause) {
    throw new UnreadableWorkbook('damaged', { cause });
  }
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

/** Workbooks know no zone: what they show is what the UTC fields of the date say. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Times are kept as fractions of a day, which rarely fall on whole seconds.
  const whole = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return whole.endsWith('T00:00:00.000Z') ? whole.slice(0, 10) : whole.slice(0, 16).replace('T', ' ');
}

const CENTRAL_ENTRY = 0x02014b50;

/** Sum of the sizes that the directory of a zip file states for its parts. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let sum = 0;
  for (let at = 0; at + 46 <= bytes.length; at += 1)
    if (bytes[at] === 0x50 && view.getUint32(at, true) === CENTRAL_ENTRY)
      sum += view.getUint32(at + 24, true);
  return sum;
}
