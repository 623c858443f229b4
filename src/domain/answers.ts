/** The answers of a set, found where some kind declares them. */

import type { Field } from './fields/field.ts';
import { recordKinds } from './registry.ts';

/** In the order in which a form offers them; none for a set that no kind has. */
export function answersOf(set: string): readonly string[] {
  for (const kind of recordKinds)
    for (const field of Object.values(kind.fields)) {
      const found = keysIn(field, set);
      if (found) return found;
    }
  return [];
}

function keysIn({ settings }: Field, set: string): readonly string[] | undefined {
  if (settings.choices?.set === set) return settings.choices.keys;
  for (const part of Object.values(settings.row ?? {})) {
    const found = keysIn(part, set);
    if (found) return found;
  }
  return undefined;
}
