/** How a record kind states what is wrong across its fields. */

import { addDays, type Day } from '../ids.ts';
import type { Around, Problems } from '../record-kind.ts';

/** `[broken, field, rule]`: the first broken rule of a field is the one its reader sees. */
export function problemsOf(
  rules: readonly (readonly [broken: boolean, field: string, rule: string])[],
): Problems {
  const problems: Record<string, Problems[string]> = {};
  for (const [broken, field, rule] of rules)
    if (broken && !Object.hasOwn(problems, field)) problems[field] = [{ code: 'rule', values: { rule } }];
  return problems;
}

/** After tomorrow: east of Greenwich the day of the place may be one ahead of the server's. */
export function isFuture(day: Day | undefined, today: Day): boolean {
  return day !== undefined && day > addDays(today, 1);
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
