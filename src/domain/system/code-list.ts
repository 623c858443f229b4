/** An open list that a mission keeps for itself (its courts, its places of detention), with labels per language. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { noNeed } from '../consent/need.ts';
import { document } from '../fields/document.ts';
import { canonical, sameValue } from '../fields/field.ts';
import { text } from '../fields/text.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { line, word } from './schemas.ts';

/** One code of an open list; `labels` by language tag. A retired code stays readable and is no longer offered. */
export interface ListedCode {
  readonly key: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly retired?: boolean;
}

const codes: z.ZodMiniType<readonly ListedCode[]> = z.array(
  z.object({ key: word, labels: z.record(word, line), retired: z.exactOptional(z.boolean()) }),
);

export const codeList = defineRecordKind({
  key: 'code-list',
  list: 'CodeLists',
  schema: 1,
  system: true,
  fields: {
    name: text({ max: 80, indexed: true, unique: true }),
    codes: document<readonly ListedCode[]>(codes),
  },
  sections: { main: ['name', 'codes'] },
  table: ['name'],
  summary: (record) => record.name,
  day: () => undefined,
  live: () => 'open',
  need: () => noNeed,
});

/** Lists whose entries are offered while typing; the text itself is what is stored. */
export const suggestionLists = ['courts', 'facilities', 'authorities'] as const;
/** Lists of a mission, in the order in which its settings show them. `measures` renames and hides, and adds nothing. */
export const listNames = [...suggestionLists, 'ngos', 'measures'] as const;
export type ListName = (typeof listNames)[number];

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

/** Invented, valid, complete. @public */
export const codeListExample: RecordIn<typeof codeList> = {
  name: 'courts',
  codes: [
    { key: 'meren-city-court', labels: { en: 'Meren City Court', fr: 'Tribunal de la ville de Meren' } },
    { key: 'court-of-appeal', labels: { en: 'Court of Appeal', fr: "Cour d'appel" } },
  ],
};
