/** What of an entry crosses to other missions: the parts chosen, without our codes and without words nobody named. */

import type { ConsentAction, ConsentNeed, DataCategory } from '../consent/need.ts';
import type { Crossing } from '../fields/field.ts';
import type { Code, EntryId } from '../ids.ts';
import type { AnyKind, AnyRecord } from '../record-kind.ts';
import type { CircleState, Coarse } from './sharing-rules.ts';
import { categoriesIn } from './told-categories.ts';

/** Whom it is about crosses as a circle code beside the fields; what marks an entry for the own mission marks nothing there. */
const neverCross: ReadonlySet<string> = new Set(['about', 'ownMissionOnly', 'withoutConsentWhy']);

export type Codes = Pick<Crossing, 'code' | 'entry'>;

/** The fields of `parts` as others may read them. */
export function crossed(kind: AnyKind, record: AnyRecord, parts: readonly string[], codes: Codes): AnyRecord {
  const kept: Record<string, unknown> = {};
  for (const key of parts) {
    const value = valueThere(kind, record, key, codes);
    if (value !== undefined) kept[key] = value;
  }
  return kept;
}

/** The parts of this record that others could read at all, in the order of the form. */
export function offeredParts(kind: AnyKind, record: AnyRecord): readonly string[] {
  const asIfKnown: Codes = { code: (code) => code, entry: (entry) => entry };
  return Object.values(kind.sections)
    .flat()
    .filter((key) => valueThere(kind, record, key, asIfKnown) !== undefined);
}

function valueThere(kind: AnyKind, record: AnyRecord, key: string, codes: Codes): unknown {
  const field = kind.fields[key];
  const rules = kind.sharing;
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  if (!field || !rules || value === undefined) return undefined;
  if (neverCross.has(key) || rules.stays?.includes(key)) return undefined;
  const there = field.crosses(value, { ...codes, words: rules.words?.includes(key) ?? false });
  return isNothing(there) ? undefined : there;
}

function isNothing(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** What a share of this record asks the gate for, beside whom and to whom. */
export interface ShareScope {
  readonly action: ConsentAction;
  readonly basis: ConsentNeed['basis'];
  readonly textDigest?: string;
  readonly proceeding?: EntryId;
  /** What the record and the parts chosen tell of, beside what is ticked for the share. */
  readonly categories: readonly DataCategory[];
}

/** The categories that these parts tell of, in their usual order. */
export function categoriesTold(
  kind: AnyKind,
  record: AnyRecord,
  parts: readonly string[],
): readonly DataCategory[] {
  return categoriesIn(kind.sharing?.categories, record, parts);
}

export function shareScope(
  kind: AnyKind,
  record: AnyRecord,
  identity: ConsentNeed['identity'],
  parts: readonly string[],
): ShareScope {
  const need = kind.need(record);
  const own = need.kind === 'consent' ? need : undefined;
  const isPublic = identity === 'none' && kind.sharing?.isPublic?.(record) === true;
  return {
    action: own?.action ?? kind.sharing?.action ?? 'quiet-contact',
    basis: isPublic ? 'no-refusal' : 'consent',
    categories: [...new Set([...(own?.categories ?? []), ...categoriesTold(kind, record, parts)])],
    ...(own?.textDigest === undefined ? {} : { textDigest: own.textDigest }),
    ...(own?.proceeding === undefined ? {} : { proceeding: own.proceeding }),
  };
}

export function coarseOf(kind: AnyKind): Coarse | undefined {
  return kind.sharing?.coarse;
}

export function stateOf(kind: AnyKind, record: AnyRecord): CircleState {
  return kind.sharing?.state?.(record) ?? 'open';
}

/** The letter each word of a name begins with, as it is written: capitals are not known to every script. */
export function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/u)
    .flatMap((word) => [...word.matchAll(/\p{L}\p{M}*/gu)].slice(0, 1))
    .map(([letter]) => `${letter}.`)
    .join(' ');
}

/** One code per person and set of recipients: the same set is the same text whatever its order. */
export function recipientsKey(about: Code, circle: string, recipients: readonly string[]): string {
  return `circle-code ${circle} ${about} ${[...new Set(recipients)].sort().join(' ')}`;
}
