/** Rows of the circle opened and verified, newest first and in bites; each once, and again when it or our beliefs change. */

import { missionsIn } from '../../../domain/circle/circle-fields.ts';
import type { CircleEntryRecord } from '../../../domain/circle/kinds/circle-entry.ts';
import { circleEntry } from '../../../domain/circle/kinds/circle-entry.ts';
import { checkedBody } from '../../../domain/circle/payloads/registry.ts';
import type { Day, EntryId } from '../../../domain/ids.ts';
import type { AnyRecord, Entry } from '../../../domain/record-kind.ts';
import { type AudienceKey, audienceKeyEntry, audienceKeyIn } from '../../../sealing/audience-key.ts';
import { audienceKeyIdOf } from '../../../sealing/decrypt.ts';
import { isSameTo, MOST_EARLIER, type Payload, type Recipient } from '../../../sealing/envelope.ts';
import { openEnvelope } from '../../../sealing/open.ts';
import type { OpenFault } from '../../../sealing/refusal.ts';
import type { StandingInput } from '../../../sealing/standing.ts';
import type { Keyring } from '../core.ts';
import type { SharingCore } from '../sharing-core.ts';
import type { SeenHeads } from './seen-heads.ts';

/** What an envelope held, or why it cannot be believed. */
export type Content =
  | {
      readonly payload: Payload;
      /** As its type declares it. */
      readonly body: AnyRecord;
      readonly digest: string;
      /** Nobody of ours had verified it before. */
      readonly isNew: boolean;
    }
  | { readonly fault: OpenFault };

export interface Envelopes {
  of(entry: EntryId): Content | undefined;
  /** Opens one row now. */
  open(row: Entry): Promise<Content>;
  /** Opens what is new or was changed; another call while one is under way goes on with the same. */
  work(): Promise<void>;
  progress(): { readonly done: number; readonly all: number } | undefined;
  /** Of ours: those we made, by id. */
  ownAudienceKeys(): readonly AudienceKey[];
  /** A key we made a moment ago. */
  learn(key: AudienceKey): void;
  /** The last day of what is open, or of what was dropped and still lies there. */
  until(entry: EntryId): Day | undefined;
  /** Everything whose content is in memory. */
  opened(): readonly EntryId[];
  /** Forgotten for good, unless the row becomes another one. */
  drop(entry: EntryId): void;
  /** Forgotten until it is opened anew. */
  shut(entry: EntryId): void;
  /** Digests of the latest that this key of ours signed for exactly these recipients, leaving out `entry`. */
  signedBefore(kid: string, to: readonly Recipient[], entry: EntryId): readonly string[];
  /** The highest sequence that our mission has sealed under, as far as is known. */
  ownHighest(): number;
}

interface Held {
  readonly version: string;
  readonly standing: object;
  readonly keys: number;
  readonly content: Content;
}

const BITE = 50;
/** Below this many a worker costs more than it saves. */
const WORTH_A_WORKER = 100;

export function openEnvelopes(core: SharingCore, seen: SeenHeads, changed: () => void): Envelopes {
  const { circle } = core;
  const held = new Map<EntryId, Held>();
  const dropped = new Map<EntryId, { readonly version: string; readonly until: Day | undefined }>();
  const audienceKeys = new Map<string, AudienceKey>();
  let progress: { readonly done: number; readonly all: number } | undefined;
  let working: Promise<void> | undefined;
  let isStale = false;

  const me = () => core.me().mission.code;
  const recordOf = (row: Entry) => row.record as unknown as CircleEntryRecord;

  async function keyFor(envelope: string): Promise<void> {
    const id = audienceKeyIdOf(envelope);
    if (id === undefined || audienceKeys.has(id)) return;
    const carrier = circle.replica.find(audienceKeyEntry(id));
    if (!carrier || audienceKeyIdOf(recordOf(carrier).envelope ?? '') !== undefined) return;
    const content = await open(carrier);
    const key = 'payload' in content ? await audienceKeyIn(content.payload) : undefined;
    if (key) audienceKeys.set(key.id, key);
  }

  function isCurrent(row: Entry): boolean {
    const there = held.get(row.entry);
    if (dropped.get(row.entry)?.version === row.version) return true;
    if (there?.version !== row.version) return false;
    // What was opened stays opened; what was not may open with other keys or beliefs.
    return (
      'payload' in there.content ||
      (there.standing === core.standing() && there.keys === core.keyring().sealing.size)
    );
  }

  async function open(row: Entry): Promise<Content> {
    const standing = core.standing();
    const { sealing } = core.keyring();
    const record = recordOf(row);
    const envelope = record.envelope ?? '';
    await keyFor(envelope);
    const outcome = await openEnvelope(envelope, {
      ...keysAndPlace(sealing),
      row: rowOf(row),
      audienceKeys,
      standing,
      seen: seen.of(record.from),
    });
    const content: Content = outcome.ok ? sound(outcome) : { fault: outcome.code };
    held.set(row.entry, { version: row.version, standing, keys: sealing.size, content });
    return content;
  }

  function sound(outcome: Extract<Awaited<ReturnType<typeof openEnvelope>>, { ok: true }>): Content {
    const { payload, digest, news } = outcome;
    const body = checkedBody(payload.type, payload.body);
    if (!body) return { fault: 'other-payload' };
    if (news !== 'known') seen.note(payload, digest);
    return { payload, body, digest, isNew: news !== 'known' };
  }

  function pending(): readonly Entry[] {
    return circle.replica
      .of(circleEntry.key)
      .filter((row) => recordOf(row).envelope !== undefined && !isCurrent(row))
      .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  async function workThrough(): Promise<void> {
    do {
      isStale = false;
      const rows = pending();
      if (rows.length >= WORTH_A_WORKER && core.believed && typeof Worker !== 'undefined')
        await inWorker(rows, core.believed());
      else await inBites(rows);
      progress = undefined;
    } while (isStale);
    changed();
  }

  async function inBites(rows: readonly Entry[]): Promise<void> {
    for (let start = 0; start < rows.length; start += BITE) {
      if (start > 0) await breath();
      await Promise.all(rows.slice(start, start + BITE).map((row) => open(row)));
      tell(start + BITE, rows.length);
    }
  }

  function tell(done: number, all: number): void {
    progress = all > BITE ? { done: Math.min(done, all), all } : undefined;
    changed();
  }

  /** The newest fifty stand there first; the page stays free meanwhile. */
  async function inWorker(rows: readonly Entry[], believed: StandingInput): Promise<void> {
    const { openInWorker } = await import('../../../sealing/open-in-worker.ts');
    const standing = core.standing();
    const { sealing } = core.keyring();
    const byEntry = new Map(rows.map((row) => [row.entry, row]));
    const others = circle.replica
      .of(circleEntry.key)
      .filter(
        (row) => recordOf(row).coarse === 'circle' && recordOf(row).envelope && !byEntry.has(row.entry),
      );
    const senders = new Set(rows.map((row) => recordOf(row).from));
    const found: Payload[] = [];
    await openInWorker(
      {
        ...keysAndPlace(sealing),
        items: rows.map(itemOf),
        carriers: others.map(itemOf),
        standing: believed,
        seen: new Map([...senders].map((sender) => [sender, seen.of(sender)])),
      },
      (bite, done, all) => {
        for (const { entry, outcome } of bite) {
          const content: Content = outcome.ok ? sound(outcome) : { fault: outcome.code };
          const version = byEntry.get(entry)?.version ?? '';
          held.set(entry, { version, standing, keys: sealing.size, content });
          if ('payload' in content && content.payload.type === 'audience-key') found.push(content.payload);
        }
        tell(done, all);
      },
      new AbortController().signal,
    );
    for (const payload of found) {
      const key = await audienceKeyIn(payload);
      if (key) audienceKeys.set(key.id, key);
    }
  }

  function untilOf(entry: EntryId): Day | undefined {
    const content = held.get(entry)?.content;
    if (content) return 'payload' in content ? content.payload.until : undefined;
    const before = dropped.get(entry);
    return before?.version === circle.replica.find(entry)?.version ? before?.until : undefined;
  }

  function shut(entry: EntryId): void {
    held.delete(entry);
    for (const [id, key] of audienceKeys) if (audienceKeyEntry(key.id) === entry) audienceKeys.delete(id);
  }

  function keysAndPlace(sealing: Keyring['sealing']) {
    return {
      place: { circle: core.id },
      me: me(),
      keys: new Map([...sealing].map(([kid, { key }]) => [kid, key])),
    };
  }

  function itemOf(row: Entry) {
    return { row: rowOf(row), envelope: recordOf(row).envelope ?? '', at: row.createdAt };
  }

  function rowOf(row: Entry) {
    const { from, audience, code } = recordOf(row);
    const base = { entry: row.entry, from, audience: missionsIn(audience), writtenAt: row.at };
    return code === undefined ? base : { ...base, code };
  }

  /** Whoever clicks comes first. */
  function breath(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  }

  return {
    open,
    of: (entry) => held.get(entry)?.content,
    work() {
      isStale = true;
      working ??= workThrough().finally(() => {
        working = undefined;
      });
      return working;
    },
    progress: () => progress,
    ownAudienceKeys: () => [...audienceKeys.values()].filter(({ from }) => from === me()),
    learn: (key) => audienceKeys.set(key.id, key),
    until: untilOf,
    opened: () => [...held].flatMap(([entry, { content }]) => ('payload' in content ? [entry] : [])),
    drop(entry) {
      const row = circle.replica.find(entry);
      const until = untilOf(entry);
      shut(entry);
      if (row) dropped.set(entry, { version: row.version, until });
    },
    shut,
    signedBefore: (kid, to, entry) =>
      [...held.values()]
        .flatMap(({ content }) => ('payload' in content ? [content] : []))
        .filter(
          ({ payload: { from, ...payload } }) =>
            from.mission === me() && from.kid === kid && payload.entry !== entry && isSameTo(payload.to, to),
        )
        .sort((a, b) => b.payload.seq - a.payload.seq)
        .slice(0, MOST_EARLIER)
        .map(({ digest }) => digest),
    ownHighest: () =>
      [...held.values()].reduce(
        (highest, { content }) =>
          'payload' in content && content.payload.from.mission === me()
            ? Math.max(highest, content.payload.seq)
            : highest,
        seen.of(me()).highest,
      ),
  };
}
