/** Keeps the rows of Today where they are while somebody points at them: what colleagues change is marked, never moved. */

export interface SteadyRow<D> {
  readonly duty: D;
  readonly group: string;
  /** A colleague settled it meanwhile; it goes when nobody points at the list. */
  readonly gone?: true;
}

/**
 * `before` is what is on screen, `now` what there is, both in order. While `held`, rows keep their place and group, what
 * has gone stays as gone unless it is in `own` (this person did it, and sees it go), and what is new comes last in its
 * group. Without `held`, `now` as it is.
 */
export function steadyRows<D extends { readonly id: string }>(
  before: readonly SteadyRow<D>[],
  now: readonly SteadyRow<D>[],
  held: boolean,
  own: ReadonlySet<string>,
): readonly SteadyRow<D>[] {
  if (!held || before.length === 0) return now;
  const there = new Map(now.map((row) => [row.duty.id, row]));
  const kept = before.flatMap((row): readonly SteadyRow<D>[] => {
    const fresh = there.get(row.duty.id);
    if (own.has(row.duty.id)) return [];
    return fresh
      ? [{ duty: fresh.duty, group: row.group }]
      : [{ duty: row.duty, group: row.group, gone: true }];
  });
  const placed = new Set(kept.map(({ duty }) => duty.id));
  return [...kept, ...now.filter(({ duty }) => !placed.has(duty.id))];
}
