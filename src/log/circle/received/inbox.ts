/** What stands in the circle, as this mission may see it: opened, withheld, linked, fresh; a new picture for every change. */

import { attestedUntil } from '../../../domain/circle/attestation.ts';
import { missionsIn } from '../../../domain/circle/circle-fields.ts';
import { type CircleEntryRecord, circleEntry } from '../../../domain/circle/kinds/circle-entry.ts';
import { type WithheldWhy, withheldWhy } from '../../../domain/circle/withheld.ts';
import type { Code, EntryId, Instant, MissionCode } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { todayAt } from '../../clock.ts';
import type { CircleEntry } from '../circle.ts';
import type { CircleCodes } from '../codes.ts';
import type { SharingCore } from '../sharing-core.ts';
import type { CircleAct } from '../trust/acts.ts';
import type { Envelopes } from './envelopes.ts';
import type { CircleLinks } from './links.ts';
import { type Said, saidIn } from './said.ts';

export interface Inbox {
  /** Newest first. */
  entries(): readonly CircleEntry[];
  find(entry: EntryId): CircleEntry | undefined;
  /** Why what is open may not be read, as of now. */
  withheld(entry: EntryId): WithheldWhy | undefined;
  said(): Said;
  /** Rows that others wrote while this was open. */
  heard(entries: readonly Entry[]): void;
  markSeen(entry: EntryId): void;
}

const believed: ReadonlySet<string> = new Set(['own', 'in-person', 'predecessor', 'vouched']);

export function openInbox(
  core: SharingCore,
  parts: { readonly envelopes: Envelopes; readonly codes: CircleCodes; readonly links: CircleLinks },
): Inbox {
  const { circle } = core;
  const { envelopes, codes, links } = parts;
  const news = new Set<EntryId>();
  const looked = new Set<EntryId>();
  let judged: { readonly acts: readonly CircleAct[]; readonly rows: number; readonly said: Said } | undefined;

  const me = () => core.me().mission.code;
  const dayAt = (at: Instant) => todayAt(core.me().mission.zone, at);
  const rows = () => circle.replica.of(circleEntry.key);

  function said(): Said {
    const acts = core.acts();
    const count = rows().length;
    if (judged?.acts !== acts || judged.rows !== count) {
      const ownerOf = (entry: EntryId) => circle.replica.find(entry)?.record.from as MissionCode | undefined;
      judged = { acts, rows: count, said: saidIn(acts, ownerOf, core.inDoubt(), dayAt) };
    }
    return judged.said;
  }

  function linkedTo(from: MissionCode, code: Code | undefined): Code | undefined {
    if (code === undefined) return undefined;
    return from === me() ? codes.ownOf(code) : links.linked(from, code);
  }

  function withheldOf(row: Entry): WithheldWhy | undefined {
    const record = row.record as unknown as CircleEntryRecord;
    const content = envelopes.of(row.entry);
    const isOpen = content !== undefined && 'payload' in content;
    const isForUs = record.from === me() || missionsIn(record.audience).includes(me());
    const isWaiting = content === undefined && isForUs && record.envelope !== undefined;
    return withheldWhy(
      {
        entry: row.entry,
        state: record.state,
        isForUs,
        isSenderPinned: believed.has(core.standing().missions.get(record.from)?.state ?? ''),
        isSound: isWaiting || isOpen,
        until: envelopes.until(row.entry),
      },
      said(),
      circle.clock.now(),
    );
  }

  function shown(row: Entry): CircleEntry | undefined {
    const record = row.record as unknown as CircleEntryRecord;
    const content = envelopes.of(row.entry);
    const opened = content && 'payload' in content ? content : undefined;
    // Keys travel in rows of their own, which are nobody's news.
    if (opened?.payload.type === 'audience-key') return undefined;
    const withheld = withheldOf(row);
    if (record.coarse === 'circle' && opened === undefined) return undefined;
    const deletedOn = withheld && said().deleted.get(row.entry)?.get(me());
    const linked = linkedTo(record.from, record.code);
    const until =
      opened &&
      attestedUntil(
        { entry: row.entry, owner: record.from, digest: opened.digest, me: me() },
        said(),
        circle.clock.now(),
      );
    return {
      entry: row.entry,
      from: record.from,
      coarse: record.coarse,
      week: record.week,
      state: record.state,
      audience: missionsIn(record.audience),
      at: row.createdAt,
      rev: opened?.payload.rev ?? 0,
      fresh: isFresh(row.entry, record.from, opened?.isNew === true),
      ...(record.code === undefined ? {} : { code: record.code }),
      ...(withheld === undefined ? {} : { withheld }),
      ...(deletedOn === undefined ? {} : { deletedOn }),
      ...(opened && withheld === undefined
        ? {
            content: {
              type: opened.payload.type,
              at: opened.payload.at,
              seq: opened.payload.seq,
              body: opened.body,
              ...(opened.payload.until === undefined ? {} : { until: opened.payload.until }),
            },
          }
        : {}),
      ...(linked === undefined ? {} : { linked }),
      ...(until === undefined ? {} : { attestedUntil: until }),
      ...(record.from !== me() && said().inDoubt.has(record.from) ? { inDoubt: true } : {}),
    };
  }

  function isFresh(entry: EntryId, from: MissionCode, isNew: boolean): boolean {
    return from !== me() && (news.has(entry) || (isNew && !looked.has(entry)));
  }

  return {
    said,
    entries: () =>
      [...rows()]
        .sort((a, b) =>
          a.createdAt === b.createdAt ? (a.entry < b.entry ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1,
        )
        .flatMap((row) => shown(row) ?? []),
    find(entry) {
      const row = circle.replica.find(entry);
      return row?.kind === circleEntry.key ? shown(row) : undefined;
    },
    withheld(entry) {
      const row = circle.replica.find(entry);
      return row ? withheldOf(row) : 'retracted';
    },
    heard(entries) {
      for (const { kind, entry, record } of entries)
        if (kind === circleEntry.key && record.from !== me()) news.add(entry);
    },
    markSeen(entry) {
      news.delete(entry);
      looked.add(entry);
      core.changed();
    },
  };
}
