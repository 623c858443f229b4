/**
 * Proves many envelopes with few signature checks. Each payload lists the digests of what the same key signed before it;
 * once its own signature has held, those are proven as well, because the digest stands for every signed word and for the signer.
 */

import type { Instant } from '../domain/ids.ts';
import { type NotOpened, type Opened, proven, type Unproven } from './open.ts';

/** The latest place in the order of one signer at which something can have been called earlier. */
interface Before {
  readonly seq: number;
  readonly at: Instant;
}

export type Proofs = (list: readonly (Unproven | NotOpened)[]) => Promise<readonly (Opened | NotOpened)[]>;

/** What is only known from our own book lists nothing: there its signature was looked at by somebody else. */
const listedIn = ({ news, payload }: Opened): readonly string[] =>
  news === 'known' ? [] : (payload.earlier ?? []);

/** What was proven in one list proves in the next ones too. Lists come newest first, or it costs more checks. */
export function openProofs(): Proofs {
  const listed = new Map<string, Before>();

  const nameOf = ({ mission, kid }: Opened['sender'], digest: string) => `${mission} ${kid} ${digest}`;

  function isListed({ claim: { sender, digest, payload } }: Unproven): boolean {
    const before = listed.get(nameOf(sender, digest));
    return before !== undefined && payload.seq < before.seq && payload.at <= before.at;
  }

  function learn(opened: Opened): void {
    const { sender, payload } = opened;
    for (const digest of listedIn(opened)) {
      const name = nameOf(sender, digest);
      if (!listed.has(name)) listed.set(name, { seq: payload.seq, at: payload.at });
    }
  }

  return async (list) => {
    const unproven = list.filter((each) => 'claim' in each);
    const claimed = new Set(
      unproven.flatMap(({ claim }) => listedIn(claim).map((digest) => nameOf(claim.sender, digest))),
    );
    // What nobody even claims to have listed is checked at once, all together.
    const checks = new Map<Unproven, Promise<Opened | NotOpened>>();
    for (const each of unproven)
      if (!isListed(each) && !claimed.has(nameOf(each.claim.sender, each.claim.digest)))
        checks.set(each, proven(each));
    const found = new Map<Unproven, Opened | NotOpened>();
    for (const each of unproven.sort((a, b) => b.claim.payload.seq - a.claim.payload.seq)) {
      const outcome = isListed(each) ? each.claim : await (checks.get(each) ?? proven(each));
      found.set(each, outcome);
      if (outcome.ok) learn(outcome);
    }
    return list.map((each) => ('claim' in each ? (found.get(each) as Opened | NotOpened) : each));
  };
}
