/** How an open list of a mission changes: keys for new codes, and two people's edits made one. */

import { canonical, sameValue } from '../fields/field.ts';
import type { ListedCode } from './code-list.ts';

/** A key that stays: small letters and digits of the first label, told apart by a number where it is taken. */
export function keyFor(label: string, taken: readonly string[]): string {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 36)
    .replace(/-+$/, '');
  const base = plain === '' ? 'entry' : plain;
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.includes(key)) return key;
  }
}

/**
 * Two people's edits of one list: code by code, theirs in order, then those only I added. Undefined where both changed
 * the same code, or both changed the order, differently. A code that one of us does not have any more is kept.
 */
export function mergedCodes(
  base: readonly ListedCode[],
  mine: readonly ListedCode[],
  theirs: readonly ListedCode[],
): readonly ListedCode[] | undefined {
  const find = (codes: readonly ListedCode[], key: string) => codes.find((code) => code.key === key);
  const reordered = (codes: readonly ListedCode[]) => {
    const known = base.map(({ key }) => key).filter((key) => find(codes, key));
    return !sameValue(
      known,
      codes.map(({ key }) => key).filter((key) => find(base, key)),
    );
  };
  const [mineMoved, theirsMoved] = [reordered(mine), reordered(theirs)];
  const order = (codes: readonly ListedCode[]) =>
    canonical(codes.map(({ key }) => key).filter((key) => find(base, key)));
  if (mineMoved && theirsMoved && order(mine) !== order(theirs)) return undefined;
  const [first, second] = mineMoved ? [mine, theirs] : [theirs, mine];
  const keys = [...new Set([...first, ...second].map(({ key }) => key))];
  const merged: ListedCode[] = [];
  for (const key of keys) {
    const [was, my, their] = [find(base, key), find(mine, key), find(theirs, key)];
    if (my && their && !sameValue(my, their) && !sameValue(my, was) && !sameValue(their, was))
      return undefined;
    const code = my && their ? (sameValue(my, was) ? their : my) : (my ?? their);
    if (code) merged.push(code);
  }
  return merged;
}
