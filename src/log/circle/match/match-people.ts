/** Whom we compare with another mission, and their names for as long as that takes: journalled before they are read. */

import { matchInputs, type Named } from '../../../domain/circle/match-input.ts';
import type { Code, EntryId, MissionCode } from '../../../domain/ids.ts';
import { codesKeptInside } from '../../../domain/no-export.ts';
import { aboutOf } from '../../../domain/record-kind.ts';
import { personKind } from '../../../domain/registry.ts';
import { identity } from '../../../domain/system/identity.ts';
import { match, needToMatch } from '../../../domain/system/match.ts';
import { identityEntry } from '../../identities.ts';
import type { OwnBook } from '../core.ts';

/** Spellings to be compared; `codes` says whom each stands for. */
export interface Compared {
  readonly inputs: readonly string[];
  readonly codes: readonly Code[];
  /** People among them, and people for whom there was no place, no name or no year of birth. */
  readonly compared: number;
  readonly left: number;
}

/**
 * Everybody who agreed to quiet contact with that mission. Never who is kept to our own mission, nor about whom both
 * have had a possible match before.
 */
export function comparable(own: OwnBook, circle: string, towards: MissionCode): readonly Code[] {
  const { replica } = own;
  const may = mayBeCompared(own, towards);
  const before = new Set(
    replica
      .of(match.key)
      .filter(({ record }) => record.circle === circle && record.with === towards)
      .map(({ record }) => record.about),
  );
  const codes = new Set(replica.of(personKind.key).flatMap(({ record }) => aboutOf(record) ?? []));
  return [...codes].filter((code) => !before.has(code) && may(code));
}

/** From memory: a list of people says nothing about anybody, so none of them has a ticket for it. */
export function mayBeCompared(own: OwnBook, towards: MissionCode): (code: Code) => boolean {
  const { replica, people, gate } = own;
  const inside = codesKeptInside(replica.entries());
  return (code) =>
    !inside.has(code) &&
    people.directory(code)?.unit === 'person' &&
    gate.glance(needToMatch(code, towards)).cleared.includes(code);
}

const AT_ONCE = 5;

/** No journal, no names. @param size how many spellings have a place @throws StoreError */
export async function comparedPeople(
  own: OwnBook,
  codes: readonly Code[],
  run: EntryId,
  size: number,
): Promise<Compared> {
  const some = codes.slice(0, size);
  await own.journal.write({ act: 'names-compared', kind: identity.key, entry: run, count: some.length });
  const inputs = new Map<string, Code>();
  let compared = 0;
  for (let at = 0; at < some.length; at += AT_ONCE) {
    const few = some.slice(at, at + AT_ONCE);
    const named = await Promise.all(few.map((code) => readName(own, code)));
    for (const [index, code] of few.entries()) {
      const name = named[index];
      const fresh = (name ? matchInputs(name) : []).filter((input) => !inputs.has(input));
      if (fresh.length === 0 || inputs.size + fresh.length > size) continue;
      for (const input of fresh) inputs.set(input, code);
      compared += 1;
    }
  }
  return {
    inputs: [...inputs.keys()],
    codes: [...inputs.values()],
    compared,
    left: codes.length - compared,
  };
}

async function readName(own: OwnBook, code: Code): Promise<Named | undefined> {
  const found = await own.books.book.find(identity, await identityEntry(own.environment, code));
  return found ? (found.entry.record as unknown as Named) : undefined;
}
