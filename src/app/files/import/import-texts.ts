/** The texts of rows about to be stored in which no names belong, each with its row and field in the reader's words. */

import type { AnyKind } from '../../../domain/record-kind.ts';
import { freeTexts } from '../../names/free-texts.ts';
import type { ToCheck } from '../../names/use-name-check.tsx';
import type { RowToStore } from './run-import.ts';

export function textsOfRows(
  kind: AnyKind,
  rows: readonly RowToStore[],
  text: (key: string, values?: Readonly<Record<string, string | number>>) => string,
): readonly ToCheck[] {
  const labels = new Map<string, string>();
  const labelOf = (field: string): string => {
    const known = labels.get(field) ?? text(`fields.${kind.key}.${field}.label`);
    labels.set(field, known);
    return known;
  };
  return rows.flatMap(({ row, values }) =>
    freeTexts(kind, values).map((found) => ({
      where: text('files.import.inRow', { row: row.number, field: labelOf(found.field) }),
      text: found.text,
    })),
  );
}
