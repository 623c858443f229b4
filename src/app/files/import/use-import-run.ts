/** Runs a planned import: first the new defenders that its rows are about, then the rows; stops and goes on. */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Code, EntryId } from '../../../domain/ids.ts';
import { codesOf } from '../../../domain/record-kind.ts';
import type { Log } from '../../../log/log.ts';
import { defenderKind } from '../../known-codes.ts';
import type { Running } from './Running.tsx';
import { notBegun, type RowToStore, type RunState, runImport } from './run-import.ts';

export interface ImportRun {
  readonly state: RunState;
  /** Undefined until it was started. */
  readonly running: Running | undefined;
  readonly failure: unknown;
  start(kind: string, rows: readonly RowToStore[], made: ReadonlyMap<string, Code>): void;
  stop(): void;
  goOn(): void;
  forget(): void;
}

/** How often the screen follows the rows; ms. */
const SHOWN_EVERY = 120;

export function useImportRun(log: Log): ImportRun {
  const [state, setState] = useState<RunState>(notBegun);
  const [running, setRunning] = useState<Running>();
  const [failure, setFailure] = useState<unknown>();
  const job = useRef<{
    readonly kind: string;
    readonly rows: readonly RowToStore[];
    /** New defenders not saved yet; the entry's id is kept through every retry. */
    readonly made: Map<Code, EntryId>;
  }>(undefined);
  const reached = useRef<RunState>(notBegun);
  const stopping = useRef({ aborted: false });
  useEffect(
    () => () => {
      stopping.current.aborted = true;
    },
    [],
  );

  const run = useCallback(async () => {
    const current = job.current;
    if (!current) return;
    const stop = { aborted: false };
    stopping.current = stop;
    setFailure(undefined);
    setRunning('running');
    let shownAt = 0;
    try {
      for (const [code, entry] of current.made) {
        const saved = await log.save({
          kind: defenderKind,
          entry,
          values: { about: code, unit: 'individual' },
        });
        if (saved.outcome !== 'saved') throw new TypeError(`a new defender was ${saved.outcome}`);
        current.made.delete(code);
      }
      await runImport(log, current.kind, current.rows, reached.current, stop, (next) => {
        reached.current = next;
        const now = performance.now();
        if (now - shownAt < SHOWN_EVERY) return;
        shownAt = now;
        setState(next);
      });
      setRunning(reached.current.done === current.rows.length ? 'done' : 'stopped');
    } catch (cause) {
      setFailure(cause);
      setRunning('stopped');
    } finally {
      setState(reached.current);
    }
  }, [log]);

  return {
    state,
    running,
    failure,
    start(kind, rows, made) {
      const used = new Set(rows.flatMap(({ values }) => codesOf(values)));
      // Those of an import before this one are in the log by now.
      const known = new Set((log.view().entries.get(defenderKind) ?? []).map(({ record }) => record.about));
      const fresh = [...new Set(made.values())].filter((code) => used.has(code) && !known.has(code));
      job.current = { kind, rows, made: new Map(fresh.map((code) => [code, log.newEntryId()])) };
      reached.current = notBegun;
      setState(notBegun);
      void run();
    },
    stop() {
      stopping.current.aborted = true;
      setRunning('stopping');
    },
    goOn: () => void run(),
    forget() {
      job.current = undefined;
      reached.current = notBegun;
      setState(notBegun);
      setRunning(undefined);
      setFailure(undefined);
    },
  };
}
