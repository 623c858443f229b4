/** Resolves the codes of a record to the persons whose consent counts: a case to its defenders, a group to itself and its named members. */

import type { Code } from '../ids.ts';

/** What a code stands for; `undefined` when it is not known here, which refuses (its file cannot be read). */
export type Directory = (code: Code) => Unit | undefined;

export type Unit =
  | { readonly unit: 'person' }
  /** A group has a consent file of its own; `named` are the members that are named one by one. */
  | { readonly unit: 'group'; readonly named: readonly Code[] }
  /** A case has no consent of its own. */
  | { readonly unit: 'case'; readonly defenders: readonly Code[] };

/** Members of every case and group among `codes`, cases holding groups included; goes into `Evidence.members`. */
export function membersOf(codes: readonly Code[], directory: Directory): ReadonlyMap<Code, readonly Code[]> {
  const members = new Map<Code, readonly Code[]>();
  for (const code of codes) {
    const unit = directory(code);
    if (unit && unit.unit !== 'person') members.set(code, expand(code, directory, new Set()));
  }
  return members;
}

function expand(code: Code, directory: Directory, seen: Set<Code>): readonly Code[] {
  if (seen.has(code)) return [];
  seen.add(code);
  const unit = directory(code);
  if (!unit || unit.unit === 'person') return [code];
  if (unit.unit === 'case') return unit.defenders.flatMap((each) => expand(each, directory, seen));
  return [code, ...unit.named.flatMap((each) => expand(each, directory, seen))];
}

/** The persons behind `codes`, each once, in the order of the codes. A code that is not in `members` stands for itself. */
export function personsIn(
  codes: readonly Code[],
  members: ReadonlyMap<Code, readonly Code[]> | undefined,
): readonly Code[] {
  const [only] = codes;
  if (codes.length === 1 && only && !members?.has(only)) return codes;
  return [...new Set(codes.flatMap((code) => members?.get(code) ?? [code]))];
}
