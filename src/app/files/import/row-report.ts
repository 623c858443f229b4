/** The rows that are not stored, as a file: number, reason, and the row as the list has it. */

import type { FileRow, FileTable } from '../../../files/find-table.ts';
import type { PlannedRow } from '../../../files/plan-import.ts';
import { toCsv } from '../../../files/write-table.ts';
import type { TextOf } from '../../words.tsx';

export interface RowNotStored {
  readonly row: FileRow;
  readonly why: string;
}

/** Rows a person must look at: refused ones and those that stand twice. Empty rows, totals and titles need nobody. */
export function rowsNotStored(
  plan: readonly PlannedRow[],
  text: TextOf,
  reasons: (row: Extract<PlannedRow, { plan: 'refuse' }>) => string,
): readonly RowNotStored[] {
  return plan.flatMap((row): readonly RowNotStored[] => {
    if (row.plan === 'refuse') return [{ row: row.row, why: reasons(row) }];
    if (row.plan === 'twice') return [{ row: row.row, why: text('files.why.twice', { row: row.of }) }];
    return row.plan === 'skip' ? [{ row: row.row, why: text(`files.why.${row.why}`) }] : [];
  });
}

export function reportFile(
  table: FileTable,
  rows: readonly RowNotStored[],
  text: TextOf,
  locale: string,
): Promise<Blob> {
  return toCsv(
    {
      head: [],
      titles: [
        text('files.report.row'),
        text('files.report.why'),
        ...table.columns.map(({ title, place }) => title || String(place + 1)),
      ],
      rows: rows.map(({ row, why }) => [
        String(row.number),
        why,
        ...table.columns.map(({ place }) => row.cells[place] ?? ''),
      ]),
    },
    locale === 'en' ? ',' : ';',
  );
}
