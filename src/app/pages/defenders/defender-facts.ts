/** What there is to say about one defender from everything in memory. */

import type { Code, Day } from '../../../domain/ids.ts';
import { aboutOf, codesOf, type Entry } from '../../../domain/record-kind.ts';
import { kindByKey, statusKind } from '../../../domain/registry.ts';
import type { View } from '../../../log/log.ts';
import { defenderKind } from '../../known-codes.ts';
import { allEntries } from '../../table/all-entries.ts';
import { dayOfEntry } from '../../table/filter.ts';

export interface DefenderFacts {
  readonly code: Code;
  /** The defender's own entry; undefined for a code that was only named so far. */
  readonly own: Entry | undefined;
  /** Newest first. */
  readonly statuses: readonly Entry[];
  /** Every other entry about them or naming them, newest first. */
  readonly timeline: readonly Entry[];
  /** Day of the latest contact with them. */
  readonly lastContactOn: Day | undefined;
  /** Who of the mission wrote it down; nothing of what was said. */
  readonly lastContactBy: string | undefined;
  /** Codes of members of this group, and of people related to this one. */
  readonly related: readonly { readonly code: Code; readonly relation: string | undefined }[];
}

/** `zone` is the mission's. */
export function defenderFacts(view: Pick<View, 'entries'>, code: Code, zone: string): DefenderFacts {
  const mine = allEntries(view.entries, zone).filter((entry) => codesOf(entry.record).includes(code));
  const own = mine.find((entry) => entry.kind === defenderKind && aboutOf(entry.record) === code);
  const statuses = mine.filter((entry) => entry.kind === statusKind.key && aboutOf(entry.record) === code);
  const timeline = mine.filter((entry) => entry.kind !== defenderKind);
  const contact = timeline.find((entry) => kindByKey(entry.kind)?.contactOn);
  return {
    code,
    own,
    statuses,
    timeline,
    lastContactOn: contact && dayOfEntry(contact, zone),
    lastContactBy: contact?.by.name,
    related: own ? [...relatedIn(own.record.members), ...relatedIn(own.record.relations)] : [],
  };
}

function relatedIn(rows: unknown): DefenderFacts['related'] {
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null || !('code' in row) || typeof row.code !== 'string')
      return [];
    const relation = 'relation' in row && typeof row.relation === 'string' ? row.relation : undefined;
    return [{ code: row.code as Code, relation }];
  });
}

/** Whether everything the book holds has arrived: before that nobody can say that there is nothing. */
export function isAllRead({ state, sync }: Pick<View, 'state' | 'sync'>): boolean {
  return state === 'ready' && !sync.older;
}

/** Whether anything in memory names this code: an entry, a consent file or a duty. */
export function isNamedHere(view: Pick<View, 'entries' | 'duties'>, code: Code): boolean {
  if (view.duties.some((duty) => duty.about === code)) return true;
  const all = [...view.entries.values()].flat();
  // Rows of a record (members, relations) name codes too, each in a place of its own.
  return (
    all.some(({ record }) => codesOf(record).includes(code)) ||
    all.some(({ record }) => JSON.stringify(record).includes(`"${code}"`))
  );
}

/** The latest status of each code, newest change first where several were recorded on a day. */
export function latestStatuses(view: Pick<View, 'entries'>, zone: string): ReadonlyMap<Code, Entry> {
  const latest = new Map<Code, Entry>();
  for (const entry of allEntries(view.entries, zone)) {
    const code = entry.kind === statusKind.key ? aboutOf(entry.record) : undefined;
    if (code && !latest.has(code)) latest.set(code, entry);
  }
  return latest;
}
