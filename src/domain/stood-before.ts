/**
 * What has happened has a day that has come. One that lay ahead when it was stored is told, and stops no change of anything
 * else, another row of its list included; it carries no further step, and nothing else that the gate is asked.
 */

import type { Need } from './consent/need.ts';
import { isSameNeed } from './consent/same-need.ts';
import { type Problem, sameValue } from './fields/field.ts';
import type { Day } from './ids.ts';
import type { Around } from './kind-hooks.ts';
import type { AnyRecord } from './record-values.ts';

/** By field. */
type Problems = Readonly<Record<string, readonly Problem[]>>;

interface FieldRuled {
  readonly kind: string;
  readonly settings: { readonly row?: Readonly<Record<string, FieldRuled>> };
}

/** As much of a kind as is asked here. */
interface Ruled {
  readonly fields: Readonly<Record<string, FieldRuled>>;
  need(record: AnyRecord): Need;
  rules?(record: AnyRecord, today: Day, around?: Around): Problems;
}

/** Names of the rules that a day breaks by lying ahead. */
const aheadOfToday: ReadonlySet<unknown> = new Set(['already-happened', 'not-yet', 'held-lies-ahead']);

/** No day lies ahead of this one. */
const LAST_DAY = '9999-12-31' as Day;

/** Problems that a record has as it is checked: those that refuse it, and those it had before, with the same days. */
export function problemsNow(
  kind: Ruled,
  record: AnyRecord,
  today: Day,
  around: Around | undefined,
): { readonly refuse: Problems; readonly stood: Problems } {
  const found = kind.rules?.(record, today, around) ?? {};
  const before = around?.before;
  if (!before || !Object.values(found).some(isOnlyAhead) || goesFurther(kind, record, before))
    return { refuse: found, stood: {} };
  const then = kind.rules?.(before, today, { ...around, before }) ?? {};
  const isOld = (field: string, problem: Problem): boolean =>
    then[field]?.some((each) => sameValue(each, problem)) === true &&
    (problem.row === undefined
      ? daysBehind(kind, field).every((key) => sameValue(record[key], before[key]))
      : sameValue(rowOf(record[field], problem.row), rowOf(before[field], problem.row)));
  // A field tells its first problem alone: what else is wrong there is found where no day lies ahead.
  const others = kind.rules?.(record, LAST_DAY, { ...around, todayIn: () => LAST_DAY }) ?? {};
  const refuse: Record<string, readonly Problem[]> = {};
  const stood: Record<string, readonly Problem[]> = {};
  for (const [field, problems] of Object.entries(found)) {
    const fresh = isOnlyAhead(problems) ? problems.filter((each) => !isOld(field, each)) : problems;
    if (fresh.length > 0) refuse[field] = fresh;
    else if (others[field]) refuse[field] = others[field];
    else stood[field] = problems;
  }
  return { refuse, stood };
}

function rowOf(rows: unknown, id: string): unknown {
  return Array.isArray(rows) ? rows.find((row) => row.id === id) : undefined;
}

/** Such a day would make what lies ahead the past, to which the gate asks less. */
function goesFurther(kind: Ruled, record: AnyRecord, before: AnyRecord): boolean {
  return record.step !== before.step || !isSameNeed(kind.need(record), kind.need(before));
}

function isOnlyAhead(problems: readonly Problem[] | undefined): boolean {
  return problems?.every(({ values }) => aheadOfToday.has(values?.rule)) === true;
}

/** The field itself, and where it holds no day (what became of a hearing) whatever in the record does. */
function daysBehind({ fields }: Ruled, field: string): readonly string[] {
  const holdsDay = (key: string): boolean => isDay(fields[key]);
  return holdsDay(field) ? [field] : [field, ...Object.keys(fields).filter(holdsDay)];
}

function isDay(field: FieldRuled | undefined): boolean {
  const { kind, settings } = field ?? {};
  return kind === 'day' || kind === 'local-time' || Object.values(settings?.row ?? {}).some(isDay);
}
