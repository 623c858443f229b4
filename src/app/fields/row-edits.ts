/** Edits of a list of rows, each row found by its id and never by its place. */

export interface RawRow {
  readonly id: string;
  readonly [part: string]: unknown;
}

/** `row` at place `at` (beyond the end: last). A row that is there already is left alone. */
export function insertRow(rows: readonly RawRow[], row: RawRow, at: number): readonly RawRow[] {
  if (rows.some((one) => one.id === row.id)) return rows;
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}

export function removeRow(rows: readonly RawRow[], id: string): readonly RawRow[] {
  return rows.filter((row) => row.id !== id);
}

/** `undefined` empties the part. */
export function changeRow(
  rows: readonly RawRow[],
  id: string,
  part: string,
  raw: unknown,
): readonly RawRow[] {
  return rows.map((row) => {
    if (row.id !== id) return row;
    const { [part]: _, ...others } = row;
    return raw === undefined ? { ...others, id } : { ...others, id, [part]: raw };
  });
}
