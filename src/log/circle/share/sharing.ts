/** Sharing as the screen uses it: an entry of ours with chosen missions, taken back, and who had received what. */

import { isCode } from '../../../domain/codes.ts';
import { sameValue } from '../../../domain/fields/field.ts';
import type { EntryId, MissionCode } from '../../../domain/ids.ts';
import { aboutOf, codesOf } from '../../../domain/record-kind.ts';
import type { ShareRecord } from '../../../domain/system/share.ts';
import { derivedEntryId } from '../../environment.ts';
import type { CircleCodes } from '../codes.ts';
import type { CircleOutcome, ShareLook, SharePlan, Sharing } from '../contract/sharing.ts';
import type { Inbox } from '../received/inbox.ts';
import type { CircleLinks } from '../received/links.ts';
import type { SharingCore } from '../sharing-core.ts';
import type { Delivery } from './deliver.ts';
import type { Planning } from './plan-share.ts';
import type { Contents } from './share-contents.ts';
import type { Shares } from './shares.ts';
import type { TakingBack } from './taken-back.ts';

type Own = Pick<Sharing, 'preview' | 'look' | 'share' | 'revoke' | 'received' | 'confirmDeletion' | 'link'>;

interface Parts {
  readonly codes: CircleCodes;
  readonly contents: Contents;
  readonly links: CircleLinks;
  readonly shares: Shares;
  readonly inbox: Inbox;
  readonly planning: Planning;
  readonly delivery: Delivery;
  readonly takingBack: TakingBack;
}

export function openSharing(core: SharingCore, parts: Parts): Own {
  const { own, circle } = core;
  const { codes, contents, links, shares, inbox, planning, delivery, takingBack } = parts;

  /** One row per entry and set of missions, so that two colleagues at once meet in it; another one after it was taken back. */
  async function rowFor(source: EntryId, to: readonly MissionCode[]): Promise<EntryId> {
    for (let generation = 0; ; generation += 1) {
      const key = `circle row ${core.id} ${source} ${to.join(' ')} ${generation}`;
      const row = await derivedEntryId(own.environment, key);
      const isOver =
        circle.replica.find(row)?.record.state === 'retracted' ||
        shares.ofRow(row).some(({ record }) => record.state !== 'shared');
      if (!isOver) return row;
    }
  }

  /** A colleague has just shared the very same. */
  function sameAs(planned: ShareRecord, entry: EntryId): EntryId | undefined {
    const essence = ({ digest: _d, rev: _r, confirmations: _c, code: _k, ...rest }: ShareRecord) => rest;
    return shares
      .all()
      .find(
        (each) =>
          each.entry !== entry && each.record.digest && sameValue(essence(each.record), essence(planned)),
      )?.entry;
  }

  async function share(plan: SharePlan, looked: ShareLook): Promise<CircleOutcome> {
    if (!contents.isLooked(looked)) throw new TypeError('nobody has looked at this');
    const blocked = planning.blocks(plan);
    if (blocked.length > 0) return { outcome: 'blocked', why: blocked };
    const held = shares.find(plan.share)?.record;
    const { to, about } = planning.record(plan, plan.share, undefined);
    const row = held?.row ?? (await rowFor(plan.source, to));
    const code = about && (await codes.codeFor(about, to));
    const planned = { ...planning.record(plan, row, code), looked: looked.digest };
    const same = sameAs(planned, plan.share);
    if (same) return { outcome: 'done', entry: same };
    const noted = held?.digest === undefined ? {} : { digest: held.digest, rev: held.rev };
    return delivery.deliver(plan.share, { ...planned, ...noted }, looked);
  }

  return {
    preview: (plan) => planning.preview(plan),
    look: (plan, before) => planning.look(plan, before),
    share,
    async revoke(entry) {
      if (!own.may('act')) throw new TypeError('nothing is taken back in this role');
      const there = shares.find(entry);
      if (!there) throw new TypeError('no such share');
      await takingBack.takeBack(there.record.row, 'revoked');
    },
    received: (about) =>
      shares
        .all()
        .filter(({ record }) => record.digest !== undefined)
        .filter(
          ({ record }) => own.people.personsOf(codesOf(record)).includes(about) || aboutOf(record) === about,
        )
        .flatMap(({ entry, record, createdAt }) =>
          record.to.map((mission) => {
            const deletedOn =
              record.confirmations?.find((one) => one.mission === mission)?.deletedOn ??
              inbox.said().deleted.get(record.row)?.get(mission);
            return { share: entry, mission, at: createdAt, ...(deletedOn ? { deletedOn } : {}) };
          }),
        ),
    async confirmDeletion(entry) {
      // The row is emptied first, and the word that asks us may be long in coming: what is seen to be taken back is enough.
      const why = inbox.find(entry)?.withheld;
      if (why !== 'withdrawn' && why !== 'retracted') throw new TypeError('nobody took this back');
      const mine = core.me().mission.code;
      if (!inbox.said().deleted.get(entry)?.has(mine)) await core.act('deleted', { entry });
    },
    async link({ from, code }, about) {
      if (from === core.me().mission.code || !isCode(code)) throw new TypeError('no code of another mission');
      if (about && own.people.unitsBehind([about]).length === 0) throw new TypeError('no such code here');
      await links.link(from, code, about);
    },
  };
}
