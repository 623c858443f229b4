/** Answers from a closed, compiled set: one of them, or several. */

import {
  bad,
  byUnits,
  good,
  type Indexing,
  jsonField,
  plainField,
  type RequiredField,
  untouched,
} from './define-field.ts';
import type { Checked } from './field.ts';
import { comma } from './signs.ts';

/** One key of the set `set`; its words are `choices.<set>.<key>`. Sorts in the order of `keys`. */
export function choice<const K extends readonly string[]>(
  set: string,
  keys: K,
  options: Indexing & { readonly noDefaultInMerge?: true } = {},
): RequiredField<K[number]> {
  return plainField<K[number]>({
    kind: 'choice',
    type: 'text',
    ...(options.indexed ? { indexed: true } : {}),
    settings: {
      choices: { set, keys },
      ...(options.noDefaultInMerge ? { noDefaultInMerge: true } : {}),
    },
    check: (raw) => oneOf(keys, raw),
    print: (value, words) => words.text(`choices.${set}.${value}`),
    compare: (a, b) => keys.indexOf(a) - keys.indexOf(b),
  });
}

/** Any number of keys of the set, each once, kept in the order of `keys`; two people's ticks merge key by key. */
export function choices<const K extends readonly string[]>(
  set: string,
  keys: K,
  options: { readonly noDefaultInMerge?: true } = {},
): RequiredField<readonly K[number][]> {
  return jsonField<readonly K[number][]>({
    kind: 'choices',
    settings: {
      choices: { set, keys },
      ...(options.noDefaultInMerge ? { noDefaultInMerge: true } : {}),
    },
    check(raw): Checked<readonly K[number][]> {
      if (!Array.isArray(raw)) return bad('not-a-choice');
      for (const item of raw) {
        const known = oneOf(keys, item);
        if (!known.ok) return known;
      }
      return good(keys.filter((key) => raw.includes(key)));
    },
    merge: (base, mine, theirs) =>
      untouched(base, mine, theirs) ?? { value: mergedSet(base ?? [], mine ?? [], theirs ?? [], keys) },
    print: (value, words) =>
      value.map((key) => words.text(`choices.${set}.${key}`)).join(comma(words.locale)),
    compare: (a, b) => compareLists(a, b, (x, y) => keys.indexOf(x) - keys.indexOf(y)),
  });
}

/** Items of a set after both sides added and removed, in the order of `order`. */
export function mergedSet<T extends string>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  order: readonly T[],
): readonly T[] {
  return order.filter((item) =>
    base.includes(item)
      ? mine.includes(item) && theirs.includes(item)
      : mine.includes(item) || theirs.includes(item),
  );
}

/** Item by item; a list that is the beginning of another comes first. */
export function compareLists<T>(a: readonly T[], b: readonly T[], compare: (x: T, y: T) => number): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const difference = compare(left, right);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** A key of an open list that people keep in their book's code lists, with labels per language. */
export function code(list: string, options: Indexing = {}): RequiredField<string> {
  return plainField<string>({
    kind: 'code',
    type: 'text',
    ...(options.indexed ? { indexed: true } : {}),
    settings: { codeList: list },
    check: (raw) =>
      typeof raw === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(raw.trim())
        ? good(raw.trim())
        : bad('not-a-code'),
    print: (value, words) => {
      const key = `codeLists.${list}.${value}`;
      const label = words.text(key);
      return label === key ? value : label;
    },
    compare: byUnits,
    // A court or a prison: narrower than a region.
    anonymise: (_value, _how, required) => (required ? 'anonymised' : undefined),
  });
}

function oneOf<K extends readonly string[]>(keys: K, raw: unknown): Checked<K[number]> {
  return typeof raw === 'string' && keys.includes(raw) ? good(raw) : bad('not-a-choice');
}
