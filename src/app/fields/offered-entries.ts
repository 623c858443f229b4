/** Which entries a reference offers first: those that touch the same people, and those the form already points to. */

import { type Code, isEntryId } from '../../domain/ids.ts';
import { isOwnStep } from '../../domain/own-steps.ts';
import { type AnyRecord, aboutOf, codesOf, type Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { View } from '../../log/log.ts';

export interface OfferedEntries {
  readonly same: readonly Entry[];
  readonly others: readonly Entry[];
}

/** `values` are the raw values of the form, `cases` the entries of cases; the order of `entries` is kept. */
export function offeredEntries(
  entries: readonly Entry[],
  values: AnyRecord,
  cases: readonly Entry[] = [],
): OfferedEntries {
  const people = withCases(codesOf(values), cases);
  const pointedTo = new Set(Object.values(values).filter(isEntryId));
  const isNear = ({ record }: Entry): boolean =>
    codesOf(record).some((code) => people.has(code)) ||
    Object.values(record).some((value) => isEntryId(value) && pointedTo.has(value));
  return { same: entries.filter(isNear), others: entries.filter((entry) => !isNear(entry)) };
}

/** Every step of ours of every kind, the latest first. */
export function ownSteps(view: Pick<View, 'entries'>): readonly Entry[] {
  const dayIn = (entry: Entry): string => kindByKey(entry.kind)?.day(entry.record) ?? entry.createdAt;
  return [...view.entries.values()]
    .flatMap((entries) => entries.filter(isOwnStep))
    .sort((a, b) => (dayIn(a) < dayIn(b) ? 1 : -1));
}

/** Whom a picked entry concerns when it is nobody of the form; empty where either speaks of nobody, or of the same. */
export function othersIn(
  picked: AnyRecord,
  values: AnyRecord,
  cases: readonly Entry[] = [],
): readonly Code[] {
  const people = withCases(codesOf(values), cases);
  const concerned = codesOf(picked);
  return people.size === 0 || concerned.some((code) => people.has(code)) ? [] : concerned;
}

/** These people, the cases they stand in, and the people of the cases among them. */
function withCases(codes: readonly Code[], cases: readonly Entry[]): ReadonlySet<Code> {
  const given = new Set(codes);
  const near = cases.flatMap(({ record }) => {
    const own = aboutOf(record);
    if (own && given.has(own)) return codesOf(record);
    return own && codesOf(record).some((code) => given.has(code)) ? [own] : [];
  });
  return new Set([...codes, ...near]);
}
