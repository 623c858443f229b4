/** How a record kind states what is wrong across its fields. */

import type { Day } from '../ids.ts';
import type { Around } from '../kind-hooks.ts';
import type { Problems } from '../record-kind.ts';

/** A promise stays in view for so long after it was due. */
export const DAYS_AFTER_PROMISE = 60;

/** `[broken, field, rule]`: the first broken rule of a field is the one its reader sees. */
export function problemsOf(
  rules: readonly (readonly [broken: boolean, field: string, rule: string])[],
): Problems {
  const problems: Record<string, Problems[string]> = {};
  for (const [broken, field, rule] of rules)
    if (broken && !Object.hasOwn(problems, field)) problems[field] = [{ code: 'rule', values: { rule } }];
  return problems;
}

/** @param today the mission's day: whoever writes down what happened goes by the calendar on their wall */
export function isFuture(day: Day | undefined, today: Day): boolean {
  return day !== undefined && day > today;
}

/** Whether one of these fields of a list's rows holds a day that has not come. */
export function someFuture<R extends object>(
  rows: readonly R[] | undefined,
  fields: readonly (keyof R & string)[],
  today: Day,
): boolean {
  return rows?.some((row) => fields.some((field) => isFuture(row[field] as Day | undefined, today))) ?? false;
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
