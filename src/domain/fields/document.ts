/** A structured document inside a system record: a schema outside, canonical JSON in one note inside. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { cleanText } from './clean-text.ts';
import { bad, byUnits, good, jsonField, NOTE_MAX, type RequiredField } from './define-field.ts';
import { type Checked, canonical } from './field.ts';

/**
 * A value of the schema; what the schema does not name is dropped or refused as the schema says. Text inside is held
 * to the characters of a note, unless `anyText` (a draft keeps what was typed, sound or not).
 */
export function document<V>(
  schema: z.ZodMiniType<V>,
  options: { readonly anyText?: true } = {},
): RequiredField<V> {
  return jsonField<V>({
    kind: 'document',
    check(raw) {
      const parsed = z.safeParse(schema, raw);
      if (parsed.success) {
        const unsound = options.anyText ? undefined : firstUnsound(parsed.data);
        return unsound ?? good(parsed.data);
      }
      const [issue] = parsed.error.issues;
      return bad(
        'malformed',
        issue && issue.path.length > 0 ? { at: issue.path.map(String).join('.') } : undefined,
      );
    },
    print: (value) => canonical(value),
    compare: (a, b) => byUnits(canonical(a), canonical(b)),
    anonymise: (value, _how, required) => (required ? value : undefined),
    // What the product keeps for itself.
    crosses: () => undefined,
  });
}

function firstUnsound(value: unknown): Checked<never> | undefined {
  if (typeof value === 'string') {
    const checked = cleanText(value, NOTE_MAX, true);
    return checked.ok ? undefined : checked;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const member of Object.values(value)) {
    const unsound = firstUnsound(member);
    if (unsound) return unsound;
  }
  return undefined;
}

/** Text inside a document, held to the same rules as a text field. `lines` admits line breaks. */
export function plainText(max: number, lines = false): z.ZodMiniString<string> {
  return z.string().check(
    z.overwrite((raw) => {
      const checked = cleanText(raw, max, lines);
      return checked.ok ? checked.value : raw;
    }),
    z.refine((raw) => cleanText(raw, max, lines).ok),
  );
}
