/** What could harm the people an entry is about although the entry is sound: found by asking its kind, person by person. */

import { isCode } from '../../domain/codes.ts';
import type { Code } from '../../domain/ids.ts';
import { type AnyKind, type AnyRecord, aboutOf, codesOf } from '../../domain/record-kind.ts';
import { personKind } from '../../domain/registry.ts';
import type { View } from '../../log/log.ts';

export interface FormCaution {
  /** Undefined where the kind speaks of nobody, such as an organisation. */
  readonly about: Code | undefined;
  readonly field: string;
  /** Where its words stand, e.g. `cautions.contact.only-they-start`. */
  readonly words: string;
}

/** `values` are the raw values of a form. Nothing for kinds without cautions and people not known here. */
export function cautionsIn(
  kind: AnyKind,
  values: AnyRecord,
  view: Pick<View, 'entries'>,
): readonly FormCaution[] {
  const namesPeople = 'about' in kind.fields || 'named' in kind.fields;
  const asked = namesPeople ? codesOf(values).filter(isCode) : [undefined];
  return asked.flatMap((about) =>
    (kind.cautions?.(values, about && recordOf(view, about)) ?? []).map(({ field, name }) => ({
      about,
      field,
      words: `cautions.${kind.key}.${name}`,
    })),
  );
}

/** The record of the defender with that code. */
export function recordOf(view: Pick<View, 'entries'>, code: Code): AnyRecord | undefined {
  return view.entries.get(personKind.key)?.find(({ record }) => aboutOf(record) === code)?.record;
}

/** Tells one caution from another, so that a tick stands for what was seen and for nothing that came later. */
export function cautionKey({ about, words }: FormCaution): string {
  return `${about ?? ''} ${words}`;
}

/**
 * The tick that a form asks for: undefined when nothing is asked, since there is nothing or the stored entry (`before`)
 * already had it; else whether everything there is now has been seen.
 */
export function tickFor(
  cautions: readonly FormCaution[],
  before: readonly FormCaution[],
  seen: ReadonlySet<string>,
): boolean | undefined {
  const known = new Set(before.map(cautionKey));
  const asked = cautions.map(cautionKey).filter((key) => !known.has(key));
  return asked.length === 0 ? undefined : asked.every((key) => seen.has(key));
}
