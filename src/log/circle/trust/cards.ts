/** Our own key cards in the circle: which of our keys wait for the head of mission, and what the head signs. */

import { type KeyCardRecord, keyCard } from '../../../domain/circle/kinds/key-card.ts';
import { clearNone } from '../../../domain/consent/clear.ts';
import { dayOf, type Instant, type MissionCode } from '../../../domain/ids.ts';
import type { Entry, Person } from '../../../domain/record-kind.ts';
import { type Card, makeCard, type ReadCard, readCard } from '../../../sealing/cards.ts';
import type { UnlockedKey } from '../../../sealing/keys.ts';
import { checkSignature } from '../../../sealing/sign.ts';
import { recipientsFrom, type Standing, signerAt } from '../../../sealing/standing.ts';
import { isStoreError } from '../../bookkeeping.ts';
import { derivedEntryId } from '../../environment.ts';
import type { Heir, WaitingCard } from '../contract/keys.ts';
import type { CircleGround } from '../core.ts';
import { type MissionKeys, publicIn } from './mission-keys.ts';
import type { OwnKey } from './own-key.ts';
import type { OwnWords } from './own-words.ts';

/** Whom we believe, and the cards that led there. */
export interface CardBeliefs {
  readonly standing: Standing;
  readonly cards: readonly ReadCard[];
}

export interface Cards {
  /** Every card in memory that can be read. */
  read(): Promise<readonly ReadCard[]>;
  waiting(beliefs: CardBeliefs): readonly WaitingCard[];
  /** Signs whatever waits. @throws TypeError unless this key is the head's, or there is no head yet and it is to be */
  sign(beliefs: CardBeliefs, signer: UnlockedKey): Promise<void>;
  /** The head of today signs the card of the next one. */
  handOver(standing: Standing, signer: UnlockedKey, heir: string): Promise<void>;
  /** Begins anew with a head whom no predecessor has signed: every other mission must verify us again. */
  beginAnew(signer: UnlockedKey): Promise<void>;
  /** Keys of heads of mission who could follow the head of today; a key that was a head's once is none again. */
  heirs(standing: Standing): Promise<readonly Heir[]>;
}

/** So many rows of others may lie in the place of a card. */
const TURNS = 8;

export function openCards(
  ground: CircleGround,
  missionKeys: MissionKeys,
  ownKey: OwnKey,
  isOurs: OwnWords,
): Cards {
  const { id, circle, own, me } = ground;
  const known = new WeakMap<Entry, Promise<ReadCard | undefined>>();
  const mission = (): MissionCode => me().mission.code;
  const now = (): Instant => circle.clock.now();

  const rows = () => circle.replica.of(keyCard.key);
  function reading(row: Entry): Promise<ReadCard | undefined> {
    const before =
      known.get(row) ?? readCard((row.record as unknown as KeyCardRecord).jws).catch(() => undefined);
    known.set(row, before);
    return before;
  }
  const read = async (): Promise<readonly ReadCard[]> =>
    (await Promise.all(rows().map(reading))).filter((card) => card?.circle === id) as readonly ReadCard[];

  function isHere(person: Person): boolean {
    const listed = me().mission.people.find((each) => isSame(each, person));
    return listed !== undefined && (listed.to === undefined || listed.to >= dayOf(now()));
  }
  function isHead(person: Person): boolean {
    const listed = me().mission.people.find((each) => isSame(each, person));
    return isHere(person) && listed?.roles.includes('head-of-mission') === true;
  }
  const headKid = (standing: Standing) => standing.missions.get(mission())?.headKid;
  const stands = (standing: Standing, kid: string) =>
    signerAt(standing, mission(), kid, standing.at) !== undefined;

  function sealStands(standing: Standing, kid: string): boolean {
    const ours = recipientsFrom(standing, []);
    return ours.ok && ours.keys.some((each) => each.kid === kid);
  }

  /** Believed by those who followed our heads, but not signed by the head of today, whom others begin with. */
  function isOfFormerHead({ standing, cards }: CardBeliefs, kid: string): boolean {
    const head = headKid(standing);
    const ours = cards.filter(
      (card) => card.mission === mission() && card.use !== 'head' && card.kid === kid,
    );
    return !ours.some((card) => card.signed.kid === head);
  }

  function peopleWaiting(beliefs: CardBeliefs): readonly WaitingCard[] {
    const { standing } = beliefs;
    const head = headKid(standing);
    return ownKey.all().flatMap(({ record: { person, kid } }): readonly WaitingCard[] => {
      const named = { name: person.name, kid };
      if (!isHere(person)) return stands(standing, kid) ? [{ use: 'person', ends: true, ...named }] : [];
      if (head === undefined && isHead(person)) return [{ use: 'head', ...named }];
      if (kid === head) return [];
      if (!stands(standing, kid)) return [{ use: 'person', ...named }];
      return isOfFormerHead(beliefs, kid) ? [{ use: 'person', again: true, ...named }] : [];
    });
  }

  function waiting(beliefs: CardBeliefs): readonly WaitingCard[] {
    const { standing } = beliefs;
    const epoch = missionKeys.epoch();
    const keys = missionKeys.all().flatMap(({ record: { use, kid, epoch: of } }): readonly WaitingCard[] => {
      if (of !== epoch) return [];
      if (!(use === 'seal' ? sealStands(standing, kid) : stands(standing, kid))) return [{ use, kid }];
      return isOfFormerHead(beliefs, kid) ? [{ use, kid, again: true }] : [];
    });
    return [...peopleWaiting(beliefs), ...keys];
  }

  /** There can be only one card of a subject and epoch under one head: of two windows that sign, one is heard. */
  async function publish(card: Omit<Card, 'kid' | 'circle' | 'mission' | 'tenantId'>, signer: UnlockedKey) {
    const full = { ...card, circle: id, mission: mission(), tenantId: me().person.tenantId };
    const jws = await makeCard(full, signer);
    const { kid } = await readCard(jws);
    const subject = `${card.use} ${card.person?.tenantId ?? ''} ${card.person?.objectId ?? ''}`;
    const place = `key-card ${id} ${full.mission} ${subject} ${card.epoch} ${signer.kid}`;
    const record: KeyCardRecord = { of: full.mission, kid, jws };
    for (let turn = 0; turn < TURNS; turn += 1)
      if (await isPut(record, turn === 0 ? place : `${place} ${turn}`)) return;
    throw new TypeError('others have taken every place of this card');
  }

  /** Anybody can work out the place, and may have put something else there. */
  async function isPut(record: KeyCardRecord, place: string): Promise<boolean> {
    const entry = await derivedEntryId(own.environment, place);
    try {
      await circle.add(clearNone({ kind: keyCard, entry, record, by: circle.me }));
      return true;
    } catch (error) {
      if (!isStoreError(error, 'duplicate')) throw error;
      const there = await circle.fresh(keyCard, entry);
      return !there || isOurs((there.record as unknown as KeyCardRecord).jws, 'fp-card');
    }
  }

  /** Whatever others put there under our name counts no epoch. */
  async function nextEpoch(standing: Standing, use: Card['use'], person?: Person): Promise<number> {
    let latest = 0;
    for (const card of await read()) {
      const isSame =
        card.mission === mission() &&
        card.use === use &&
        (person === undefined || card.person?.objectId === person.objectId);
      if (isSame && card.epoch > latest && (await isOfOurs(standing, card))) latest = card.epoch;
    }
    return latest + 1;
  }

  async function isOfOurs(standing: Standing, { signed, from }: ReadCard): Promise<boolean> {
    const key = signerAt(standing, mission(), signed.kid, from)?.key;
    const isBelieved = key !== undefined && (await isSigned(signed, key));
    return isBelieved || isOurs(signed.jws, 'fp-card');
  }

  function keyOf(kid: string) {
    const found = ownKey.all().find(({ record }) => record.kid === kid)?.record;
    const jwk = found && publicIn(found);
    if (!found || !jwk) throw new TypeError('no such key here');
    const { objectId, tenantId } = found.person;
    return { jwk, person: { objectId, tenantId }, of: found.person };
  }

  async function signPerson(
    standing: Standing,
    { kid, ends }: WaitingCard,
    signer: UnlockedKey,
  ): Promise<void> {
    const { jwk, person, of } = keyOf(kid);
    const at = now();
    const epoch = await nextEpoch(standing, 'person', of);
    await publish({ use: 'person', jwk, person, epoch, from: at, ...(ends ? { to: at } : {}) }, signer);
    if (ends) await ownKey.retire(kid);
  }

  async function beginAnew(signer: UnlockedKey): Promise<void> {
    const { jwk, person, of } = keyOf(signer.kid);
    if (!isHead(of)) throw new TypeError('only the head of mission begins');
    await publish({ use: 'head', jwk, person, epoch: 1, from: now() }, signer);
  }

  async function told(): Promise<void> {
    await own.journal.write({ act: 'cards-signed', kind: keyCard.key }).catch(() => undefined);
  }

  return {
    read,
    waiting,
    async heirs(standing) {
      const before = (await read()).filter((card) => card.use === 'head' && card.mission === mission());
      return ownKey
        .all()
        .filter(({ record: { person, kid } }) => isHead(person) && kid !== headKid(standing))
        .map(({ record: { person, kid } }) => ({
          kid,
          name: person.name,
          ...(before.some((card) => card.kid === kid) ? { needsNewKey: true as const } : {}),
        }));
    },
    async sign(beliefs, signer) {
      const { standing } = beliefs;
      const head = headKid(standing);
      if (head === undefined) await beginAnew(signer);
      else if (head !== signer.kid) throw new TypeError('only the head of mission signs');
      for (const card of waiting(beliefs)) {
        if (card.use === 'head') continue;
        if (card.use === 'person') await signPerson(standing, card, signer);
        else {
          const { record } = missionKeys.all().find((each) => each.record.kid === card.kid) ?? {};
          const jwk = record && publicIn(record);
          if (record && jwk)
            await publish(
              { use: card.use, jwk, epoch: await nextEpoch(standing, card.use), from: now() },
              signer,
            );
        }
      }
      await told();
    },
    async handOver(standing, signer, heir) {
      if (headKid(standing) !== signer.kid) throw new TypeError('only the head of mission hands over');
      const { jwk, person, of } = keyOf(heir);
      if (!isHead(of)) throw new TypeError('only a head of mission follows');
      const epoch = await nextEpoch(standing, 'head');
      await publish({ use: 'head', jwk, person, epoch, from: now(), prev: signer.kid }, signer);
      await told();
    },
    async beginAnew(signer) {
      await beginAnew(signer);
      await told();
    },
  };
}

/**
 * Our own cards without the heads from before our mission began anew: we follow the newest beginning that is one of ours,
 * as the others will once they verified us again.
 */
export function sinceOwnBeginning(
  cards: readonly ReadCard[],
  mission: MissionCode,
  ownKids: ReadonlySet<string>,
): readonly ReadCard[] {
  const begins = cards
    .filter((card) => card.mission === mission && card.use === 'head' && card.prev === undefined)
    .filter(({ kid }) => ownKids.has(kid))
    .map(({ from }) => from)
    .sort()
    .at(-1);
  return cards.filter(
    (card) => card.mission !== mission || card.use !== 'head' || begins === undefined || card.from >= begins,
  );
}

async function isSigned(signed: ReadCard['signed'], key: CryptoKey): Promise<boolean> {
  return checkSignature(signed, key).then(
    () => true,
    () => false,
  );
}

function isSame(a: Person, b: Person): boolean {
  return a.objectId === b.objectId && a.tenantId === b.tenantId;
}
