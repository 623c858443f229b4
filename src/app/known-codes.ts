/** Every defender, group and related person of this book, by cover name. */

import type { Words } from '../domain/fields/field.ts';
import type { Code } from '../domain/ids.ts';
import { isAnonymised } from '../domain/keeping/marks.ts';
import { aboutOf, type Entry } from '../domain/record-kind.ts';
import { personKind } from '../domain/registry.ts';
import type { View } from '../log/log.ts';

/** What a defender is kept as. */
export const defenderKind = personKind.key;

export interface KnownCode {
  readonly code: Code;
  readonly cover: string;
  readonly entry: Entry;
}

const sorted = new WeakMap<
  readonly Entry[],
  { readonly locale: string; readonly codes: readonly KnownCode[] }
>();

/** One for each code, sorted by cover name in the reader's language. */
export function knownCodes(view: Pick<View, 'entries'>, words: Words): readonly KnownCode[] {
  const entries = view.entries.get(defenderKind) ?? [];
  const held = sorted.get(entries);
  if (held?.locale === words.locale) return held.codes;
  const known = new Map<Code, KnownCode>();
  for (const entry of entries) {
    const code = aboutOf(entry.record);
    if (code && !isAnonymised(entry)) known.set(code, { code, cover: words.cover(code), entry });
  }
  const { compare } = new Intl.Collator(words.locale);
  const codes = [...known.values()].sort((a, b) => compare(a.cover, b.cover));
  sorted.set(entries, { locale: words.locale, codes });
  return codes;
}
