/** Which defenders, groups and cases this book knows, as a picker shows them: cover name, code, nothing else. */

import { formatCode, parseCode } from '../../domain/codes.ts';
import type { Words } from '../../domain/fields/field.ts';
import type { Code } from '../../domain/ids.ts';
import { isAnonymised } from '../../domain/keeping/marks.ts';
import { aboutOf, type Entry } from '../../domain/record-kind.ts';
import { personKind } from '../../domain/registry.ts';
import type { View } from '../../log/log.ts';

export interface KnownDefender {
  readonly code: Code;
  readonly cover: string;
  /** As read aloud. */
  readonly spelt: string;
}

/** Each code once, by cover name. `units` keeps only defenders of these units; all when absent. */
export function defendersKnown(
  view: View,
  words: Words,
  units?: readonly string[],
): readonly KnownDefender[] {
  const known = new Map<Code, KnownDefender>();
  for (const entry of view.entries.get(personKind.key) ?? []) {
    const code = codeKnown(entry);
    if (!code || (units && !units.includes(String(entry.record.unit)))) continue;
    known.set(code, { code, cover: words.cover(code), spelt: formatCode(code) });
  }
  return [...known.values()].sort((a, b) => a.cover.localeCompare(b.cover, words.locale));
}

/** The code an entry is about; undefined once it was made anonymous, for then it stands for nobody. */
export function codeKnown(entry: Entry): Code | undefined {
  return isAnonymised(entry) ? undefined : aboutOf(entry.record);
}

/** Those whose cover name contains what was typed, or whose code it is. */
export function defendersFitting(known: readonly KnownDefender[], typed: string): readonly KnownDefender[] {
  const plain = typed.trim().toLowerCase();
  if (plain === '') return known;
  const code = parseCode(plain);
  return known.filter(
    (defender) =>
      defender.cover.toLowerCase().includes(plain) ||
      defender.spelt.toLowerCase().startsWith(plain) ||
      defender.code === code,
  );
}
