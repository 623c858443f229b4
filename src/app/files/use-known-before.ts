/** Whom the words of the picked list are known to stand for, because rows of it were stored before. */

import { useEffect, useMemo, useState } from 'react';
import type { AnyKind, AnyRecord } from '../../domain/record-kind.ts';
import type { FileTable } from '../../files/find-table.ts';
import { aliasesBefore } from '../../files/known-before.ts';
import type { Matching } from '../../files/match-columns.ts';
import { sourceOf } from '../../files/plan-import.ts';
import type { Alias } from '../../files/read-value.ts';
import type { Log } from '../../log/log.ts';

const nobody: ReadonlyMap<string, Alias> = new Map();

/** Where it cannot be found out, the same is asked once more; nothing is lost. */
export function useKnownBefore(
  log: Log,
  table: FileTable | undefined,
  kind: AnyKind | undefined,
  matching: Matching | undefined,
): ReadonlyMap<string, Alias> {
  const [found, setFound] = useState<{
    readonly table: FileTable;
    readonly kind: AnyKind;
    readonly rows: ReadonlyMap<string, AnyRecord>;
  }>();
  useEffect(() => {
    if (!table || !kind) return;
    let wanted = true;
    const sources = table.rows.flatMap((row) => (row.is === 'data' ? [sourceOf(table, row)] : []));
    log.importedBefore(kind.key, sources).then(
      (rows) => wanted && setFound({ table, kind, rows }),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [log, table, kind]);
  return useMemo(
    () =>
      table && kind && matching && found?.table === table && found.kind === kind
        ? aliasesBefore(table, kind, matching, found.rows)
        : nobody,
    [table, kind, matching, found],
  );
}
