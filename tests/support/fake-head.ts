/** A host who cheats: a head of mission that nobody ever saw, put into the list of key cards. */

import { keyCard } from '../../src/domain/circle/kinds/key-card.ts';
import { clearNone } from '../../src/domain/consent/clear.ts';
import { entryIdFrom, instantFrom, type MissionCode } from '../../src/domain/ids.ts';
import { makeCard } from '../../src/sealing/cards.ts';
import { newSigningKey, unlock } from '../../src/sealing/keys.ts';
import { type AtWork, circleId, type TrustWorld } from './trust-world.ts';

/** `victim` comes across the row, as with the next sweep: a host writes no journal. */
export async function fakeHead(world: TrustWorld, mission: MissionCode, victim: AtWork): Promise<void> {
  const pair = await newSigningKey();
  const person = { objectId: 'nobody', tenantId: 'host' };
  const jws = await makeCard(
    {
      ...{ circle: circleId, mission, tenantId: 'host', use: 'head', jwk: pair.publicJwk, epoch: 1 },
      ...{ from: instantFrom(world.time.now), person },
    },
    await unlock(pair, 'signing'),
  );
  const entry = entryIdFrom(crypto.getRandomValues(new Uint8Array(16)));
  await world.host?.add(
    clearNone({
      kind: keyCard,
      entry,
      record: { of: mission, kid: pair.kid, jws },
      by: { ...person, name: 'Nobody' },
    }),
  );
  await victim.circle.fresh(keyCard, entry);
}
