/** Thousands of envelopes to one mission, in each form, for measuring and for opening in a worker. */

import type { Instant, MissionCode } from '../../../src/domain/ids.ts';
import { type AudienceKey, audienceKeyEntry, newAudienceKey } from '../../../src/sealing/audience-key.ts';
import type { Json } from '../../../src/sealing/canonical.ts';
import { MOST_EARLIER } from '../../../src/sealing/envelope.ts';
import type { Batch, Item } from '../../../src/sealing/open-many.ts';
import type { ToSeal } from '../../../src/sealing/seal.ts';
import type { SeenRevision } from '../../../src/sealing/seen.ts';
import type { Standing } from '../../../src/sealing/standing.ts';
import {
  circle,
  clearedForNobody,
  inTouch,
  knownTo,
  newCircle,
  post,
  recipients,
  standingFor,
  type TestMission,
} from './test-circle.ts';

export interface ManyEnvelopes {
  readonly me: TestMission;
  /** One secret derived per entry, nothing listed as earlier. */
  readonly direct: Batch;
  /** The same words under audience keys, with the envelopes that bring the keys among them; nothing listed as earlier. */
  readonly alone: Batch;
  /** As the app sends: under audience keys, each listing the latest ones before it. */
  readonly under: Batch;
}

interface Sender {
  readonly mission: TestMission;
  readonly standing: Standing;
  readonly to: readonly string[];
  readonly key: AudienceKey;
  readonly carrier: Item;
  /** Digests of what was sent under the key, the latest first. */
  readonly sent: string[];
}

/** `count` from `senders` missions, each to `audience` missions; one minute apart, the oldest first. */
export async function manyEnvelopes(
  count: number,
  senders: number,
  audience: number,
): Promise<ManyEnvelopes> {
  const missions = await newCircle(Array.from({ length: senders + 1 }, (_, nth) => `mission-${nth}`));
  const all = Object.values(missions);
  const [me, ...others] = all as [TestMission, ...TestMission[]];
  const from = await Promise.all(others.map((mission) => senderFor(me, mission, all, audience)));
  const direct: Item[] = [];
  const carriers = from.map(({ carrier }) => carrier);
  const [alone, under] = [[...carriers], [...carriers]];
  for (let nth = 0; nth < count; nth += 1) {
    const sender = from[nth % from.length] as Sender;
    const at = minute(nth);
    direct.push((await itemOf(sender, nth, at)).item);
    alone.push((await itemOf(sender, nth, at, { audienceKey: sender.key })).item);
    const earlier = sender.sent.slice(0, MOST_EARLIER);
    const sent = await itemOf(sender, nth, at, { audienceKey: sender.key, earlier });
    under.push(sent.item);
    sender.sent.unshift(sent.digest);
  }
  const batch = async (items: readonly Item[]): Promise<Batch> => ({
    ...{ items, carriers: [], place: { circle }, me: me.code, keys: me.keys, seen: new Map() },
    standing: await knownTo(me, all),
  });
  return { me, direct: await batch(direct), alone: await batch(alone), under: await batch(under) };
}

async function senderFor(
  me: TestMission,
  mission: TestMission,
  all: readonly TestMission[],
  audience: number,
): Promise<Sender> {
  const standing = await standingFor(mission, all);
  const others = all.filter(({ code }) => code !== me.code && code !== mission.code);
  const to = [me.code, ...others.slice(0, audience - 1).map(({ code }) => code)];
  const { key, body } = await newAudienceKey(recipients(standing, to), '2026-11');
  const sent = await post(mission, standing, to, {
    ...{ payload: { type: 'audience-key', concerns: () => [] }, body: body as unknown as Json },
    ...{ cleared: clearedForNobody(), entry: audienceKeyEntry(key.id) },
  });
  const carrier = { row: sent.row, envelope: sent.envelope, at: minute(-1) };
  return { mission, standing, to, key, carrier, sent: [sent.digest] };
}

async function itemOf(
  { mission, standing, to }: Sender,
  nth: number,
  at: Instant,
  more: Partial<ToSeal> = {},
): Promise<{ readonly item: Item; readonly digest: string }> {
  const { row, envelope, digest } = await post(mission, standing, to, {
    ...{ payload: inTouch, cleared: clearedForNobody(), seq: nth + 2, at },
    body: { nth, words: 'Hearing moved to the afternoon; the observer of the first day cannot stay.' },
    ...more,
  });
  return { item: { row, envelope, at }, digest };
}

function minute(nth: number): Instant {
  return new Date(Date.parse('2026-11-01T00:01:00Z') + nth * 60_000 * (nth < 0 ? 1 : 0.1))
    .toISOString()
    .slice(0, 19)
    .concat('Z') as Instant;
}

/** What our book holds once all of these were opened and verified. */
export function allSeen(items: readonly Item[], digests: ReadonlyMap<string, string>): Batch['seen'] {
  const seen = new Map<MissionCode, Map<Item['row']['entry'], SeenRevision>>();
  for (const { row } of items) {
    const entries = seen.get(row.from) ?? new Map();
    seen.set(row.from, entries.set(row.entry, [1, 1, digests.get(row.entry) ?? '']));
  }
  return new Map([...seen].map(([mission, entries]) => [mission, { highest: 1_000_000, entries }]));
}
