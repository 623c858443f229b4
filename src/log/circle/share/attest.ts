/** Our word to other missions that consent stands: given with a share, renewed while the gate says yes, never after. */

import { dayOf, type Instant, instantFrom, msOf } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { type ShareRecord, share as shareKind } from '../../../domain/system/share.ts';
import type { Undone } from '../contract/undone.ts';
import type { Inbox } from '../received/inbox.ts';
import { ownWordUntil } from '../received/said.ts';
import type { SharingCore } from '../sharing-core.ts';
import { isKeptInside, isSourceRemoved } from './last-look.ts';
import type { Shares } from './shares.ts';
import type { TakingBack } from './taken-back.ts';
import { noting } from './undone.ts';

export interface Attesting {
  /** On a fresh read: attests anew, or takes the share back where its consent is gone. */
  uphold(share: Entry<ShareRecord>): Promise<'stands' | 'taken-back'>;
  /** Everything of ours that needs it; one failure does not stop the others, and is answered. */
  upholdAll(): Promise<readonly Undone[]>;
}

/** Less than the 72 hours that others accept: two servers do not tell the same time. */
const GOOD_FOR_HOURS = 71;
/** Renewed in the second half of its life, by whichever colleague is there. */
const RENEW_BELOW_HOURS = 36;

export function openAttesting(
  core: SharingCore,
  parts: { readonly shares: Shares; readonly inbox: Inbox; readonly takingBack: TakingBack },
): Attesting {
  const { circle, own } = core;
  const { shares, inbox, takingBack } = parts;

  const inHours = (from: Instant, hours: number) => instantFrom(msOf(from) + hours * 3_600_000);

  /** Whatever was agreed: it is not to be with others any more. */
  const isOver = (record: ShareRecord) =>
    record.until < dayOf(circle.clock.now()) || isKeptInside(own, record) || isSourceRemoved(own, record);

  async function uphold(share: Entry<ShareRecord>): Promise<'stands' | 'taken-back'> {
    const { record, entry } = share;
    const before = circle.clock.now();
    if (isOver(record)) {
      await takingBack.takeBack(record.row, 'revoked');
      return 'taken-back';
    }
    const need = shareKind.need(record);
    if (need.kind === 'none') return 'stands';
    const { verdict, until } = await own.gate.stands(need, entry);
    if (!verdict.allowed) {
      await takingBack.takeBack(record.row, 'retracted');
      return 'taken-back';
    }
    const { digest } = record;
    if (digest === undefined || !core.keyring().missionSigner) return 'stands';
    const ends = [until, inHours(before, GOOD_FOR_HOURS)].sort()[0] ?? before;
    const word = ownWordUntil(inbox.said(), record.row, digest, before);
    if (ends <= circle.clock.now() || (word !== undefined && word >= ends)) return 'stands';
    await core.act('attested', {
      entry: record.row,
      digest,
      action: record.action,
      audience: record.to.map((one) => `mission:${one}`),
      identity: record.identity,
      until: ends,
    });
    // Whoever withdrew while this was written has not seen it: look again, once it stands there.
    const again = await own.gate.stands(need, entry);
    if (again.verdict.allowed) return 'stands';
    await takingBack.takeBack(record.row, 'retracted');
    return 'taken-back';
  }

  function isDue({ record }: Entry<ShareRecord>): boolean {
    if (record.state !== 'shared') return false;
    if (isOver(record)) return true;
    const need = shareKind.need(record);
    if (need.kind === 'none') return false;
    const verdict = own.gate.glance(need);
    if (!verdict.allowed || verdict.left.length > 0) return true;
    const { digest } = record;
    const now = circle.clock.now();
    const word = digest && ownWordUntil(inbox.said(), record.row, digest, now);
    return !word || word < inHours(now, RENEW_BELOW_HOURS);
  }

  return {
    uphold,
    async upholdAll() {
      const failed: Undone[] = [];
      for (const share of shares.all())
        if (isDue(share)) await noting(failed, { what: 'renewing', share: share.entry }, () => uphold(share));
      return failed;
    },
  };
}
