/** Whom the words of the picked list stand for: what was said here goes before what its stored rows tell. */

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { AnyKind, Entry } from '../../../domain/record-kind.ts';
import type { FileTable } from '../../../files/find-table.ts';
import { aliasesBefore, stillOffered } from '../../../files/known-before.ts';
import type { Matching } from '../../../files/match-columns.ts';
import { sourceOf } from '../../../files/plan-import.ts';
import type { Alias } from '../../../files/read-value.ts';
import type { Log } from '../../../log/log.ts';
import { codeKnown } from '../../fields/defenders-known.ts';
import { defenderKind } from '../../known-codes.ts';
import { type Settled, whoIsWho } from './settled.ts';

const nobody: ReadonlyMap<string, Alias> = new Map();

/** `said`, with what is known from before; of both only what can be chosen for this kind by now. */
export function useSettled(
  log: Log,
  table: FileTable | undefined,
  kind: AnyKind | undefined,
  matching: Matching | undefined,
  said: Settled,
): Settled {
  const before = useKnownBefore(log, table, kind, matching);
  const defenders = useDefenders(log);
  return useMemo(() => {
    if (!kind) return said;
    const codes = new Set([...defenders.flatMap((entry) => codeKnown(entry) ?? []), ...said.made.values()]);
    return { ...said, aliases: stillOffered(whoIsWho(said, before), kind, codes) };
  }, [said, before, kind, defenders]);
}

const none: readonly Entry[] = [];

/** Anew only when one of them changes: an import stores hundreds of other entries meanwhile. */
function useDefenders(log: Log): readonly Entry[] {
  const subscribe = useCallback((listener: () => void) => log.subscribe(listener), [log]);
  const read = useCallback(() => log.view().entries.get(defenderKind) ?? none, [log]);
  return useSyncExternalStore(subscribe, read);
}

/** Where it cannot be found out, the same is asked once more; nothing is lost. */
function useKnownBefore(
  log: Log,
  table: FileTable | undefined,
  kind: AnyKind | undefined,
  matching: Matching | undefined,
): ReadonlyMap<string, Alias> {
  const [found, setFound] = useState<{
    readonly table: FileTable;
    readonly kind: AnyKind;
    readonly rows: ReadonlyMap<string, Entry>;
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
