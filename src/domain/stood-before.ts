/**
 * What has happened has a day that has come. One that lay ahead when it was stored is told, and stops no change of anything
 * else; it carries no further step, and nothing else that the gate is asked.
 */

import type { Need } from './consent/need.ts';
import { isSameNeed } from './consent/same-need.ts';
import { type Problem, sameValue } from './fields/field.ts';
import type { Day } from './ids.ts';
import type { Around } from './kind-hooks.ts';
import type { AnyRecord } from './record-values.ts';

/** By field. */
type Problems = Readonly<Record<string, readonly Problem[]>>;

/** As much of a kind as is asked here. */
interface Ruled {
  readonly fields: Readonly<Record<string, { readonly kind: string }>>;
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
  const isOld = (field: string): boolean =>
    isOnlyAhead(found[field]) &&
    sameValue(found[field], then[field]) &&
    daysBehind(kind, field).every((key) => sameValue(record[key], before[key]));
  // A field tells its first problem alone: what else is wrong there is found where no day lies ahead.
  const others = kind.rules?.(record, LAST_DAY, { ...around, todayIn: () => LAST_DAY }) ?? {};
  const fields = Object.keys(found);
  const pick = (keys: readonly string[], from: Problems): Problems =>
    Object.fromEntries(keys.flatMap((key) => (from[key] ? [[key, from[key]] as const] : [])));
  return {
    refuse: {
      ...pick(
        fields.filter((key) => !isOld(key)),
        found,
      ),
      ...pick(fields.filter(isOld), others),
    },
    stood: pick(
      fields.filter((key) => isOld(key) && !others[key]),
      found,
    ),
  };
}

/** Such a day would make what lies ahead the past, to which the gate asks less. */
function goesFurther(kind: Ruled, record: AnyRecord, before: AnyRecord): boolean {
  return record.step !== before.step || !isSameNeed(kind.need(record), kind.need(before));
}

function isOnlyAhead(problems: readonly Problem[] | undefined): boolean {
  return problems?.every(({ values }) => aheadOfToday.has(values?.rule)) === true;
}

/** The field itself, and where it holds no day (what became of a hearing) whatever in the record does. */
function daysBehind(kind: Ruled, field: string): readonly string[] {
  const isDay = (key: string): boolean =>
    ['day', 'local-time', 'rows'].includes(kind.fields[key]?.kind ?? '');
  return isDay(field) ? [field] : [field, ...Object.keys(kind.fields).filter(isDay)];
}
