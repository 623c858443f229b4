/** A table with its head (what it is, of which day, under which rule) to a CSV or XLSX file. Every cell is made safe. */

import { safeCell } from './safe-cell.ts';

export interface TableToWrite {
  /** Lines above the table: a label and what it says. */
  readonly head: readonly (readonly [string, string])[];
  /** Names of the two sheets of a workbook. */
  readonly sheets: { readonly table: string; readonly head: string };
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const formats = ['xlsx', 'csv'] as const;
export type FileFormat = (typeof formats)[number];

export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** UTF-8 with its mark, every cell quoted; head, an empty line, titles, rows. */
export async function toCsv(table: Omit<TableToWrite, 'sheets'>, separator: ',' | ';'): Promise<Blob> {
  const { default: papa } = await import('papaparse');
  const head = table.head.map(([label, said]) => [`${label}: ${said}`]);
  const lines = [...head, ...(table.head.length > 0 ? [[]] : []), table.titles, ...table.rows];
  const text = papa.unparse(
    lines.map((line) => line.map(safeCell)),
    { delimiter: separator, newline: '\r\n', quotes: true },
  );
  return new Blob(['\uFEFF', text, '\r\n'], { type: mediaTypes.csv });
}

/**
 * Two sheets: the table, with its titles kept in view, and what it is. A day is a date, so that it sorts and filters as one
 * whatever the reader's language; every other cell is text.
 */
export async function toXlsx(table: TableToWrite, rightToLeft = false): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const look = { wrap: true, alignVertical: 'top' as const, fontFamily: 'Calibri', fontSize: 11 };
  const cell = (value: string, bold = false) => {
    const day = dayOf(value);
    if (day) return { ...look, value: day, type: Date, format: 'yyyy-mm-dd' };
    const text = { ...look, value: writable(safeCell(value)), type: String };
    return bold ? { ...text, fontWeight: 'bold' as const } : text;
  };
  const sheet = { rightToLeft, orientation: 'landscape' as const };
  const file = write([
    {
      ...sheet,
      sheet: table.sheets.table,
      stickyRowsCount: 1,
      columns: table.titles.map((_, place) => ({ width: widthOf(table, place) })),
      data: [
        table.titles.map((title) => cell(title, true)),
        ...table.rows.map((row) => row.map((value) => cell(value))),
      ],
    },
    {
      ...sheet,
      sheet: table.sheets.head,
      columns: [{ width: 24 }, { width: 80 }],
      data: table.head.map(([label, said]) => [cell(label, true), cell(said)]),
    },
  ]);
  return file.toBlob();
}

/** Spreadsheets count days from 1900 on, and the first two months wrongly. */
const FIRST_DAY = '1900-03-01';

/** The day that is all a cell says; undefined for anything else, and for days that a spreadsheet does not know. */
function dayOf(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text < FIRST_DAY) return undefined;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : undefined;
}

/** In characters: as wide as what stands there, within reason. */
function widthOf({ titles, rows }: TableToWrite, place: number): number {
  const longest = Math.max(
    titles[place]?.length ?? 0,
    ...rows
      .slice(0, 200)
      .map((row) => Math.max(...(row[place] ?? '').split('\n').map(({ length }) => length))),
  );
  return Math.min(Math.max(longest + 2, 10), 60);
}

/** The library looks texts up in a plain object, where `constructor` is always found: a space behind it makes it a text. */
function writable(text: string): string {
  return text in Object.prototype ? `${text} ` : text;
}
