/** Everything that goes out of a mission into a circle and comes in from it, put together over its keys and verified acts. */

import type { EntryId } from '../../domain/ids.ts';
import type { CircleMission } from './circle.ts';
import type { CircleCodes } from './codes.ts';
import type { ShareBlock, Sharing } from './contract/sharing.ts';
import type { Undone } from './contract/undone.ts';
import { type Envelopes, openEnvelopes } from './received/envelopes.ts';
import { openForgetting } from './received/forgetting.ts';
import { type Inbox, openInbox } from './received/inbox.ts';
import type { CircleLinks } from './received/links.ts';
import type { SeenHeads } from './received/seen-heads.ts';
import { openAsking } from './share/asking.ts';
import { openAttesting } from './share/attest.ts';
import { openDelivery } from './share/deliver.ts';
import { type Emptied, openEmptied } from './share/emptied.ts';
import { indexStates } from './share/index-states.ts';
import { openLastLook } from './share/last-look.ts';
import { openPlanning } from './share/plan-share.ts';
import { openSender, type Sender } from './share/send.ts';
import { openContents } from './share/share-contents.ts';
import { openShares, type Shares } from './share/shares.ts';
import { openSharing } from './share/sharing.ts';
import { openTakingBack } from './share/taken-back.ts';
import { openTargets } from './share/targets.ts';
import { noting } from './share/undone.ts';
import type { SharingCore } from './sharing-core.ts';

export interface Exchange {
  readonly sharing: Sharing;
  readonly inbox: Inbox;
  readonly envelopes: Envelopes;
  readonly shares: Shares;
  readonly sender: Sender;
  sendBlocks: (to: Parameters<Sender['send']>[0]['to']) => readonly ShareBlock[];
  /** Takes back a row of ours that no share stands for. */
  takeBack(row: EntryId): Promise<void>;
  /** Finishes what broke off, takes back what lost its consent, renews our word. What fails now is done the next time. */
  uphold(): Promise<void>;
  /** What the last upkeep could not do. */
  undone(): readonly Undone[];
  /** What stands in our book and was emptied in the circle, not by us. */
  readonly emptied: Emptied['all'];
  /** Drops from memory what may not be read any more; by the clock it happens of itself. */
  forget(): void;
  close(): void;
}

interface Parts {
  readonly codes: CircleCodes;
  readonly links: CircleLinks;
  readonly seen: SeenHeads;
  missions(): readonly CircleMission[];
  changed(): void;
}

export function openExchange(core: SharingCore, parts: Parts): Exchange {
  const { codes, links, seen, missions } = parts;
  const envelopes = openEnvelopes(core, seen, () => {
    forgetting.look();
    parts.changed();
  });
  const inbox = openInbox(core, { envelopes, codes, links });
  const forgetting = openForgetting({ ...core, changed: parts.changed }, { inbox, envelopes });
  const shares = openShares(core);
  const sender = openSender(core, envelopes);
  const contents = openContents(core, { codes, shares });
  const takingBack = openTakingBack(core, { shares, inbox, envelopes });
  const attesting = openAttesting(core, { shares, inbox, takingBack });
  const targets = openTargets(core, { inbox, envelopes });
  const lastLook = openLastLook(core, targets);
  const delivery = openDelivery(core, {
    shares,
    sender,
    contents,
    envelopes,
    attesting,
    takingBack,
    lastLook,
  });
  const emptied = openEmptied(core, { shares, inbox });
  const keepStates = indexStates(core, { shares, inbox, contents });
  const pinOf = (code: string) => missions().find((one) => one.code === code)?.pin ?? 'no-card';
  const planning = openPlanning(core, { codes, contents, pinOf });
  const asked = { codes, targets, shares, planning, delivery, takingBack, missions };
  let undone: readonly Undone[] = [];
  let upholding: Promise<void> | undefined;
  let isAskedAgain = false;

  async function upheld(): Promise<void> {
    do {
      isAskedAgain = false;
      const found: Undone[] = [...(await takingBack.finish()), ...(await delivery.resume())];
      found.push(...(await attesting.upholdAll()));
      await noting(found, { what: 'index' }, keepStates);
      await noting(found, { what: 'index' }, () => seen.keep());
      await emptied.look();
      undone = found;
    } while (isAskedAgain);
  }

  return {
    inbox,
    envelopes,
    shares,
    sender,
    sendBlocks: planning.sendBlocks,
    sharing: {
      ...openSharing(core, { codes, contents, links, shares, inbox, planning, delivery, takingBack }),
      ...openAsking(core, asked),
    },
    uphold() {
      // Whoever withdrew while this was under way wants a look of their own.
      isAskedAgain = true;
      upholding ??= upheld().finally(() => {
        upholding = undefined;
      });
      return upholding;
    },
    undone: () => undone,
    emptied: emptied.all,
    takeBack: (row) => takingBack.takeBack(row, 'retracted'),
    forget: forgetting.look,
    close: forgetting.stop,
  };
}
