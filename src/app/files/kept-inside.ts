/** What stays in the mission, as the screen needs it: beside buttons and on paper. The log decides again when something leaves. */

import { useMemo } from 'react';
import type { Code, EntryId } from '../../domain/ids.ts';
import { codesKeptInside, keptIds } from '../../domain/no-export.ts';
import { may } from '../../domain/roles.ts';
import { useLog, useView } from '../log-context.tsx';

export interface KeptInside {
  /** Whether this person may take anything out at all. */
  readonly mayExport: boolean;
  readonly codes: ReadonlySet<Code>;
  readonly entries: ReadonlySet<EntryId>;
}

export function useKeptInside(): KeptInside {
  const log = useLog();
  const { entries } = useView();
  const { me } = log;
  return useMemo(() => {
    const codes = codesKeptInside(entries);
    return { mayExport: may(me, 'export'), codes, entries: keptIds(entries, codes) };
  }, [me, entries]);
}
