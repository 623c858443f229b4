/** One share from the gate to the circle: cleared, put down in our own book, sealed, sent, attested. Every step may be repeated. */

import { coarseOf } from '../../../domain/circle/crossing.ts';
import { circleEntry } from '../../../domain/circle/kinds/circle-entry.ts';
import { payloadOf } from '../../../domain/circle/payloads/registry.ts';
import type { Coarse } from '../../../domain/circle/sharing-rules.ts';
import { sameValue } from '../../../domain/fields/field.ts';
import { dayOf, type EntryId, msOf } from '../../../domain/ids.ts';
import { checkRecord, type Entry, type Problems } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import { type ShareRecord, share as shareKind } from '../../../domain/system/share.ts';
import type { Pass, Passage } from '../../gate/passage.ts';
import type { CircleOutcome } from '../contract/sharing.ts';
import type { Undone } from '../contract/undone.ts';
import type { Envelopes } from '../received/envelopes.ts';
import type { SharingCore } from '../sharing-core.ts';
import type { Attesting } from './attest.ts';
import type { LastLook } from './last-look.ts';
import { CannotSend, type Sender } from './send.ts';
import type { Contents, Looked } from './share-contents.ts';
import type { Shares } from './shares.ts';
import type { TakingBack } from './taken-back.ts';
import { noting } from './undone.ts';

export interface Delivery {
  /**
   * A new share, the rest of one that broke off, or new content of one that stands. An entry of ours is sealed as somebody
   * looked at it, or not at all. @throws StoreError
   */
  deliver(entry: EntryId, record: ShareRecord, looked?: Looked): Promise<CircleOutcome>;
  /** Completes what broke off while its ticket lives, and gives up what nobody completed; answers what still waits. */
  resume(): Promise<readonly Undone[]>;
}

interface Parts {
  readonly shares: Shares;
  readonly sender: Sender;
  readonly contents: Contents;
  readonly envelopes: Envelopes;
  readonly attesting: Attesting;
  readonly takingBack: TakingBack;
  readonly lastLook: LastLook;
}

/** As long as a ticket lives. */
const GIVEN_UP_AFTER_HOURS = 72;

export function openDelivery(core: SharingCore, parts: Parts): Delivery {
  const { own, circle } = core;
  const { shares, sender, contents, envelopes, attesting, takingBack, lastLook } = parts;
  const { gate, books, journal, by, clock } = own;

  async function deliver(entry: EntryId, wanted: ShareRecord, looked?: Looked): Promise<CircleOutcome> {
    const checked = checkRecord(shareKind, wanted, dayOf(clock.now()));
    if (!checked.ok) return { outcome: 'invalid', problems: checked.problems };
    const before = (await books.fresh(shareKind, entry)) as unknown as Entry<ShareRecord> | undefined;
    if (before && before.record.state !== 'shared') return { outcome: 'blocked', why: ['taken-back'] };
    const passage = await through(entry, checked.record, before);
    if ('refused' in passage) return { outcome: 'refused', verdict: passage.refused };
    if ('doneBefore' in passage) return { outcome: 'done', entry };
    if (!('pass' in passage)) throw new TypeError('what is shared lies ahead');
    return put(entry, passage.pass, before, looked);
  }

  /** New content of a share that stands is a new step: what cleared it once does not count. */
  function through(
    entry: EntryId,
    record: ShareRecord,
    before: Entry<ShareRecord> | undefined,
  ): Promise<Passage> {
    const toClear = { kind: shareKind, entry, record, by };
    return before?.record.digest === undefined
      ? gate.pass(toClear)
      : gate.passAgain(toClear, before as unknown as Entry);
  }

  async function put(
    entry: EntryId,
    pass: Pass,
    before: Entry<ShareRecord> | undefined,
    looked: Looked | undefined,
  ): Promise<CircleOutcome> {
    const record = pass.cleared.record as unknown as ShareRecord;
    const content = await asLooked(record, looked);
    if (content === 'changed') {
      // It waits for somebody to look again. The ticket stays, because a colleague may be sending the same share under it; unused, it lapses.
      return { outcome: 'blocked', why: ['changed'] };
    }
    if ('problems' in content) return givenUp(entry, pass, content.problems);
    if (!before) await books.add(pass.cleared);
    else if (!sameValue(before.record, record)) await books.amend(pass.cleared, before as unknown as Entry);
    await journal
      .write({ act: before ? 'amended' : 'added', kind: shareKind.key, entry })
      .catch(() => undefined);
    let sent: Awaited<ReturnType<Sender['send']>>;
    try {
      sent = await sender.send({
        entry: record.row,
        type: record.type,
        coarse: coarseFor(record),
        state: content.state,
        to: record.to,
        body: content.body,
        until: record.until,
        cleared: pass.cleared,
        still: () => lastLook(entry, record),
        ...(content.day === undefined ? {} : { day: content.day }),
        ...(record.code === undefined ? {} : { code: record.code }),
      });
    } catch (error) {
      if (!(error instanceof CannotSend)) throw error;
      if (before?.record.digest === undefined) await letGo(entry, pass);
      const verdict = gate.glance(shareKind.need(record));
      return error.why === 'refused'
        ? { outcome: 'refused', verdict: { ...verdict, allowed: false } }
        : { outcome: 'blocked', why: [error.why] };
    }
    await shares.note(entry, (fresh) =>
      fresh.state === 'shared' && (fresh.digest !== sent.digest || fresh.rev !== sent.rev)
        ? { ...fresh, digest: sent.digest, rev: sent.rev }
        : undefined,
    );
    return standing(entry, pass);
  }

  /** What is sealed is what somebody had before their eyes; what reads otherwise by now waits for another look. */
  async function asLooked(
    record: ShareRecord,
    looked: Looked | undefined,
  ): Promise<Looked | 'changed' | { readonly problems: Problems }> {
    if (record.type !== 'shared-entry') return contents.look(record);
    await contents.settle(record);
    const before = looked ?? (await lyingThere(record));
    // A name is sealed by whoever has read it.
    if (!before && record.identity !== 'none') return 'changed';
    const now = looked || !before ? await contents.look(record, looked) : before;
    if ('problems' in now) return now;
    const isSame = now.digest === record.looked && sameValue(now.to, before?.to ?? now.to);
    return isSame ? (before ?? now) : 'changed';
  }

  /** What an earlier try has left in the circle, where it is what was looked at. */
  async function lyingThere(record: ShareRecord): Promise<Looked | undefined> {
    const row = await circle.fresh(circleEntry, record.row);
    const held = row?.record.envelope === undefined ? undefined : row && (await envelopes.open(row));
    if (!held || !('payload' in held)) return undefined;
    const there = await contents.again(record, held.body);
    return there.digest === record.looked ? there : undefined;
  }

  /** Somebody may have taken their word back while this was on its way: then it comes back at once. */
  async function standing(entry: EntryId, pass: Pass): Promise<CircleOutcome> {
    const recalled = await pass.used();
    const share = (await books.fresh(shareKind, entry)) as unknown as Entry<ShareRecord> | undefined;
    if (!share) throw new TypeError('a share that is not there');
    const verdict = gate.glance(shareKind.need(share.record));
    if (share.record.state !== 'shared') {
      await takingBack.takeBack(share.record.row, share.record.state);
      return { outcome: 'refused', verdict: { ...verdict, allowed: false } };
    }
    if (recalled.length > 0) {
      await takingBack.takeBack(share.record.row, 'retracted');
      return { outcome: 'refused', verdict: { ...verdict, allowed: false } };
    }
    const upheld = await attesting.uphold(share);
    return upheld === 'stands'
      ? { outcome: 'done', entry }
      : { outcome: 'refused', verdict: { ...verdict, allowed: false } };
  }

  async function givenUp(entry: EntryId, pass: Pass, problems: Problems): Promise<CircleOutcome> {
    await letGo(entry, pass);
    return { outcome: 'invalid', problems };
  }

  /** Nothing went out: the ticket goes back, and nobody is to complete it. */
  async function letGo(entry: EntryId, pass: Pass): Promise<void> {
    await shares.note(entry, (record) => ({ ...record, state: 'revoked' }));
    await pass.release().catch(() => undefined);
  }

  /** @throws CannotSend where it waits for somebody */
  async function resumeOne({ entry, record, createdAt }: Entry<ShareRecord>): Promise<void> {
    const isSent = (await circle.fresh(circleEntry, record.row)) !== undefined;
    const canSend = core.keyring().personSigner !== undefined;
    const outcome = isSent || canSend ? await deliver(entry, record) : undefined;
    // Sent before somebody took their word back, and found by nobody who did: a consent given since does not cover it.
    if (isSent && outcome?.outcome === 'refused') return takingBack.takeBack(record.row, 'retracted');
    const age = msOf(clock.now()) - msOf(createdAt);
    if (!isSent && age > GIVEN_UP_AFTER_HOURS * 3_600_000) {
      const still = shares.find(entry);
      if (still?.record.digest === undefined)
        await shares.note(entry, (fresh) =>
          fresh.digest === undefined && fresh.state === 'shared' ? { ...fresh, state: 'revoked' } : undefined,
        );
      return;
    }
    if (!outcome) throw new CannotSend('locked');
    if (outcome.outcome === 'blocked') throw new CannotSend(outcome.why[0] ?? 'changed');
  }

  return {
    deliver,
    async resume() {
      const waiting: Undone[] = [];
      for (const share of shares.all())
        if (share.record.state === 'shared' && share.record.digest === undefined)
          await noting(waiting, { what: 'completing', share: share.entry }, () => resumeOne(share));
      return waiting;
    },
  };
}

function coarseFor(record: ShareRecord): Coarse {
  const kind = record.ofKind === undefined ? undefined : kindByKey(record.ofKind);
  return payloadOf(record.type)?.coarse ?? (kind && coarseOf(kind)) ?? 'case';
}
