/** What a field of a new entry holds before anybody types. */

import type { Field } from '../../domain/fields/field.ts';
import type { Code } from '../../domain/ids.ts';

/** A field that names a defender for the first time (a unique code) gets a new code; every other field is empty. */
export function openingValue(field: Field, newCode: () => Code): Code | undefined {
  return field.kind === 'defender' && field.columns.some((column) => column.unique) ? newCode() : undefined;
}
