/** How a record kind states what is wrong across its fields. */

import type { Day } from '../ids.ts';
import type { Around } from '../kind-hooks.ts';
import type { Problems } from '../record-kind.ts';

/** A promise stays in view for so long after it was due. */
export const DAYS_AFTER_PROMISE = 60;

/** Whether a rule is broken; of rows, in which of them and in which part. */
export type Broken = boolean | readonly { readonly row: string; readonly part: string }[];

/** `[broken, field, rule]`: the first broken rule of a field is the one its reader sees. */
export function problemsOf(
  rules: readonly (readonly [broken: Broken, field: string, rule: string])[],
): Problems {
  const problems: Record<string, Problems[string]> = {};
  for (const [broken, field, rule] of rules) {
    if (Object.hasOwn(problems, field)) continue;
    const problem = { code: 'rule', values: { rule } } as const;
    if (broken === true) problems[field] = [problem];
    else if (broken && broken.length > 0) problems[field] = broken.map((where) => ({ ...problem, ...where }));
  }
  return problems;
}

/** @param today the mission's day: whoever writes down what happened goes by the calendar on their wall */
export function isFuture(day: Day | undefined, today: Day): boolean {
  return day !== undefined && day > today;
}

/** The rows of a list in which one of these parts holds a day that has not come. */
export function futureIn<R extends { readonly id: string }>(
  rows: readonly R[] | undefined,
  parts: readonly (keyof R & string)[],
  today: Day,
): Broken {
  return (rows ?? []).flatMap((row) =>
    parts
      .filter((part) => isFuture(row[part] as Day | undefined, today))
      .map((part) => ({ row: row.id, part })),
  );
}

/** The latest of some days; `first` when it is the only one. */
export function latest(first: Day, ...others: readonly (Day | undefined)[]): Day {
  return others.reduce<Day>((last, day) => (day !== undefined && day > last ? day : last), first);
}

export function speaksOfNobody(record: {
  readonly about?: unknown;
  readonly named?: readonly unknown[];
}): boolean {
  return record.about === undefined && (record.named?.length ?? 0) === 0;
}

/** What was decided and done is filed under the code: it never changes hands. */
export function isOtherCode(record: { readonly about?: unknown }, around: Around | undefined): boolean {
  return around?.before?.about !== undefined && around.before.about !== record.about;
}
