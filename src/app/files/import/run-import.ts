/** Stores the rows of a dry run one after the other; may be stopped and taken up again without losing or doubling any. */

import type { FileRow } from '../../../files/find-table.ts';
import type { PlannedRow, Reason } from '../../../files/plan-import.ts';
import type { Log } from '../../../log/log.ts';

export type RowToStore = Extract<PlannedRow, { readonly plan: 'store' }>;

export interface RunState {
  /** So many rows were dealt with, in their order. */
  readonly done: number;
  readonly stored: number;
  /** Found in the log from a former import. */
  readonly there: number;
  readonly refused: readonly { readonly row: FileRow; readonly reasons: readonly Reason[] }[];
}

export const notBegun: RunState = { done: 0, stored: 0, there: 0, refused: [] };

/**
 * Goes on where `from` stopped. `progress` gets the state after every row, also when this rejects with the StoreError of
 * a row that could not be tried: taking it up from the last state tries that row again.
 */
export async function runImport(
  log: Pick<Log, 'importRow'>,
  kind: string,
  rows: readonly RowToStore[],
  from: RunState,
  stop: { readonly aborted: boolean },
  progress: (state: RunState) => void,
): Promise<RunState> {
  let state = from;
  for (const { row, source, values } of rows.slice(from.done)) {
    if (stop.aborted) break;
    const outcome = await log.importRow({ kind, source, values });
    state = { ...state, done: state.done + 1 };
    if (outcome.outcome === 'stored') state = { ...state, stored: state.stored + 1 };
    else if (outcome.outcome === 'there') state = { ...state, there: state.there + 1 };
    else {
      const reasons: readonly Reason[] =
        outcome.outcome === 'refused'
          ? [{ is: 'row', why: outcome.why }]
          : Object.entries(outcome.problems).flatMap(([field, problems]) =>
              problems.map((problem): Reason => ({ is: 'field', field, problem })),
            );
      state = { ...state, refused: [...state.refused, { row, reasons }] };
    }
    progress(state);
  }
  return state;
}
