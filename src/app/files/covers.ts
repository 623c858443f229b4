/** Whom a cover name in a list stands for. */

import type { Code } from '../../domain/ids.ts';
import type { Entry } from '../../domain/record-kind.ts';
import { codedKinds } from '../../domain/registry.ts';
import type { Reading } from '../../files/read-value.ts';
import { folded } from '../../files/tidy.ts';
import { codeKnown } from '../fields/defenders-known.ts';

/** Folded cover names of everybody known here; one that two share stands for neither, so that somebody is asked. */
export function coversOf(
  entries: ReadonlyMap<string, readonly Entry[]>,
  cover: (code: string) => string,
): Reading['covers'] {
  const found = new Map<string, Code | undefined>();
  for (const { key } of codedKinds)
    for (const code of (entries.get(key) ?? []).flatMap((entry) => codeKnown(entry) ?? [])) {
      const name = folded(cover(code));
      found.set(name, found.has(name) && found.get(name) !== code ? undefined : code);
    }
  return new Map([...found].flatMap(([name, code]) => (code ? [[name, code] as const] : [])));
}
