/** What missions of a circle told each other, as far as it could be opened: what the rules of this folder read. */

import type { Code, Day, EntryId, Instant, MissionCode } from '../ids.ts';
import type { AnyRecord } from '../record-kind.ts';

/** One row of the circle's log; `content` is there once it was opened and verified. */
export interface Told {
  readonly entry: EntryId;
  readonly from: MissionCode;
  readonly coarse: string;
  /** Circle code: how the missions addressed know whom it is about. */
  readonly code?: string;
  /** `2026-W47` */
  readonly week: string;
  readonly state: string;
  readonly audience: readonly MissionCode[];
  readonly at: Instant;
  readonly content?: {
    readonly type: string;
    readonly at: Instant;
    readonly seq: number;
    readonly body: AnyRecord;
    readonly until?: Day;
  };
  /** Why its content may not be shown; what is withheld counts as not said. */
  readonly withheld?: string;
  /** Own defender, group or case that a person linked the circle code with. */
  readonly linked?: Code;
}

/** An opened row whose content may be shown. */
export type Opened = Told & { readonly content: NonNullable<Told['content']> };

export function openedOf(rows: readonly Told[], type: string): readonly Opened[] {
  return rows.filter((row): row is Opened => row.content?.type === type && row.withheld === undefined);
}

/** Oldest first; what was said at the same instant by one mission goes by its sequence, everything else by its id. */
export function inOrderSaid(a: Opened, b: Opened): number {
  return (
    byText(a.content.at, b.content.at) ||
    (a.from === b.from ? a.content.seq - b.content.seq : 0) ||
    byText(a.entry, b.entry)
  );
}

export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a mission said about a row: those that name it in `to`, oldest first. */
export function saidTo(rows: readonly Told[], type: string): ReadonlyMap<unknown, readonly Opened[]> {
  const said = new Map<unknown, Opened[]>();
  for (const row of [...openedOf(rows, type)].sort(inOrderSaid)) {
    const { to } = row.content.body;
    const same = said.get(to);
    if (same) same.push(row);
    else said.set(to, [row]);
  }
  return said;
}
