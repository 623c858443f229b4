/** Whether two needs are the same to the gate. */

import { furtherTold, type Need } from './need.ts';

/** Whether two needs ask the gate for the same thing; the order of their lists does not matter. */
export function isSameNeed(a: Need, b: Need): boolean {
  if (a.kind === 'none' || b.kind === 'none') return a.kind === b.kind;
  return (
    a.action === b.action &&
    a.identity === b.identity &&
    a.basis === b.basis &&
    a.tense === b.tense &&
    a.textDigest === b.textDigest &&
    a.proceeding === b.proceeding &&
    a.occasion === b.occasion &&
    isSameSet(a.audiences, b.audiences) &&
    isSameSet(a.categories, b.categories) &&
    isSameSet(furtherTold(a), furtherTold(b)) &&
    isSameSet(a.persons, b.persons) &&
    isSameSet(a.theirOwn ?? [], b.theirOwn ?? [])
  );
}

export function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((each) => right.has(each));
}
