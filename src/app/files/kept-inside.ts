/** What stays in the mission, as the screen needs it: beside buttons and on paper. The log decides again when something leaves. */

import { useMemo } from 'react';
import type { Code } from '../../domain/ids.ts';
import { codesKeptInside } from '../../domain/no-export.ts';
import { useView } from '../log-context.tsx';

/** Codes of which nothing leaves. */
export function useKeptInside(): ReadonlySet<Code> {
  const { entries } = useView();
  return useMemo(() => codesKeptInside(entries), [entries]);
}
