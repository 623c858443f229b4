/** What an answer or a comment speaks of: whether it can still be read, and whether one may act on it. */

import { type ActVerdict, mayActOn } from '../../../domain/circle/attestation.ts';
import { act as actKind } from '../../../domain/circle/kinds/act.ts';
import { circleEntry } from '../../../domain/circle/kinds/circle-entry.ts';
import { payloadOf } from '../../../domain/circle/payloads/registry.ts';
import { requestAction } from '../../../domain/circle/requests.ts';
import type { ConsentAction } from '../../../domain/consent/need.ts';
import type { EntryId } from '../../../domain/ids.ts';
import type { AnyRecord } from '../../../domain/record-kind.ts';
import type { CircleEntry } from '../circle.ts';
import type { Envelopes } from '../received/envelopes.ts';
import type { Inbox } from '../received/inbox.ts';
import type { SharingCore } from '../sharing-core.ts';

export type Target = CircleEntry & { readonly content: NonNullable<CircleEntry['content']> };

/** Why nobody acts on what another mission shared. */
export type Hindrance = Extract<ActVerdict, { readonly allowed: false }>['code'];

export interface Targets {
  find(entry: EntryId): Target | undefined;
  /** Undefined where nobody's consent is behind it, or only ours. */
  mayAct(target: Target): ActVerdict | undefined;
  /** Everything said until now is in memory, also what the journal does not tell. */
  latestWords(): Promise<void>;
  /** On a fresh look: why these words may no longer be said of what they speak of; undefined while they may. */
  hindrance(says: AnyRecord): Promise<Hindrance | undefined>;
}

export function openTargets(
  core: SharingCore,
  { inbox, envelopes }: { readonly inbox: Inbox; readonly envelopes: Envelopes },
): Targets {
  const { circle } = core;
  const me = () => core.me().mission.code;

  function find(entry: EntryId): Target | undefined {
    const found = inbox.find(entry);
    return found?.content && !found.withheld ? { ...found, content: found.content } : undefined;
  }

  /** Somebody's consent is behind it, and only its owner knows whether it stands. */
  function mayAct({ entry, from, content, code }: Target): ActVerdict | undefined {
    const opened = envelopes.of(entry);
    if (from === me() || !opened || !('payload' in opened)) return undefined;
    const concerned = payloadOf(content.type)?.concerns(content.body as never) ?? [];
    if (code === undefined && concerned.length === 0) return undefined;
    const { asks, action } = content.body as {
      asks?: Parameters<typeof requestAction>[0];
      action?: ConsentAction;
    };
    const of = asks ? requestAction(asks) : (action ?? 'quiet-contact');
    const step = {
      entry,
      owner: from,
      digest: opened.digest,
      me: me(),
      action: of,
      identity: 'none',
    } as const;
    return mayActOn(step, inbox.said(), circle.clock.now());
  }

  /** Whoever took their word back may have been cut off before the journal told of it: the list of acts itself is read. */
  async function latestWords(): Promise<void> {
    await Promise.all([circle.caughtUp(), circle.readAgain(actKind)]);
  }

  async function hindrance(says: AnyRecord): Promise<Hindrance | undefined> {
    const to = says.to as EntryId;
    await (isAct(says) ? latestWords() : circle.caughtUp());
    const row = circle.replica.find(to) ?? (await circle.fresh(circleEntry, to));
    // Beliefs first: whose key has ended opens nothing any more.
    await core.settled();
    if (row && !envelopes.of(to)) await envelopes.open(row);
    const target = find(to);
    if (!target) return 'ask-the-owner';
    return isAct(says) ? hindranceIn(mayAct(target)) : undefined;
  }

  return { find, mayAct, latestWords, hindrance };
}

export function hindranceIn(verdict: ActVerdict | undefined): Hindrance | undefined {
  return verdict?.allowed === false ? verdict.code : undefined;
}

/** Whoever says yes or comes acts on somebody's consent; a no, a condition and a reported word do not. */
export function isAct({ says, state, reported }: AnyRecord): boolean {
  return reported === undefined && (says === 'yes' || state === 'confirmed');
}
