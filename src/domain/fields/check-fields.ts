/** Checks the fields of a record or of one row: every problem found at once, unknown keys dropped. */

import type { Field, Problem } from './field.ts';

export type FieldsChecked =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: Readonly<Record<string, readonly Problem[]>> };

/** Only own members of `raw` whose keys are declared are read; an absent value of a required field is a problem. */
export function checkFields(
  fields: Readonly<Record<string, Field>>,
  raw: Readonly<Record<string, unknown>>,
): FieldsChecked {
  const values: Record<string, unknown> = {};
  const problems: Record<string, readonly Problem[]> = {};
  for (const [key, field] of Object.entries(fields)) {
    const given = Object.hasOwn(raw, key) ? raw[key] : undefined;
    const checked = isAbsent(given) ? undefined : field.check(given);
    if (checked?.ok === false) problems[key] = [checked.problem];
    else if (checked?.ok && !isAbsent(checked.value)) values[key] = checked.value;
    else if (field.required) problems[key] = [{ code: 'required' }];
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, values };
}

/** Nothing was said: no value, empty text, an empty list, a checklist without an answer. */
export function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return (
    typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.keys(value).length === 0
  );
}
