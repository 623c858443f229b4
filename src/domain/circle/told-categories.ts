/** Which categories of data some parts of a record tell of, as its kind declares them. */

import { type DataCategory, dataCategories } from '../consent/need.ts';
import type { AnyRecord } from '../record-kind.ts';
import type { SharingRules } from './sharing-rules.ts';

type TellingParts<R> = NonNullable<SharingRules<R>['categories']>;

/** In their usual order; nothing at all tells of nothing. */
export function categoriesIn<R extends object>(
  tellings: TellingParts<R> | undefined,
  record: R,
  parts: readonly string[],
): readonly DataCategory[] {
  const rules = tellings as TellingParts<AnyRecord> | undefined;
  const values = record as AnyRecord;
  const told = ['*', ...parts].flatMap((part) => {
    const tells = rules?.[part];
    if (tells === undefined || typeof tells === 'string') return tells ?? [];
    if (typeof tells === 'function') return tells(values);
    return answersIn(values[part]).flatMap((answer) => tells[answer] ?? []);
  });
  return parts.length === 0 ? [] : dataCategories.filter((one) => told.includes(one));
}

/** Everything answered in a value: choices, items of a checklist, what is ticked in a row. */
function answersIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => (held === false ? [] : [key, ...answersIn(held)]));
}
