/** Whose key is whose: numbers compared in person, heads followed from their predecessors, missions vouched for. */

import type { MissionCode } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { type PinRecord, pin as pinKind } from '../../../domain/system/pin.ts';
import { type SeenRecord, seen as seenKind } from '../../../domain/system/seen.ts';
import type { ReadCard } from '../../../sealing/cards.ts';
import { followHeads } from '../../../sealing/head-chain.ts';
import { fingerprint, makePin, qrText } from '../../../sealing/pins.ts';
import { derivedEntryId } from '../../environment.ts';
import type { Pins } from '../contract/keys.ts';
import type { CircleGround, Keyring } from '../core.ts';
import { openShelf, type Shelf } from '../shelf.ts';
import type { LastSeen } from './acts.ts';
import type { Beliefs } from './beliefs.ts';

export interface PinDesk extends Pins {
  /** Pins of this circle that count, oldest first. */
  counting(): readonly Entry<PinRecord>[];
  seen(): ReadonlyMap<MissionCode, LastSeen>;
  /** Signs of alarms that one of us cleared, each after its mission. */
  cleared(): ReadonlySet<string>;
  read(): Promise<void>;
  /** Keeps in our own book what the cards and acts have led to, so that nobody can take it back unnoticed. */
  keep(beliefs: Beliefs): Promise<void>;
}

export interface PinParts {
  readonly ground: CircleGround;
  keyring(): Keyring;
  beliefs(): Beliefs;
  say(
    type: 'verified' | 'vouched',
    body: { readonly mission: MissionCode; readonly kid: string },
  ): Promise<unknown>;
  changed(): void;
  /** Works everything out anew with what was just written. */
  settled(): Promise<void>;
}

export async function openPins(parts: PinParts): Promise<PinDesk> {
  const { ground, beliefs } = parts;
  const { id: circle, own } = ground;
  const pins = await openShelf(own, pinKind, parts.changed);
  const heads = await openShelf(own, seenKind, parts.changed);

  const nameOf = (record: Pick<PinRecord, 'of' | 'kid' | 'how'>) =>
    `pin ${circle} ${record.of} ${record.kid} ${record.how}`;
  const counting = () =>
    pins
      .all()
      .filter(({ record }) => record.circle === circle && record.endedOn === undefined)
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

  const seen = (): ReadonlyMap<MissionCode, LastSeen> =>
    new Map(
      heads.all().flatMap(({ record }) => {
        const { of, highestAct: seq, actDigest: digest } = record;
        return record.circle === circle && seq !== undefined && digest !== undefined
          ? [[of, { seq, digest }] as const]
          : [];
      }),
    );

  const cleared = (): ReadonlySet<string> =>
    new Set(
      heads
        .all()
        .filter(({ record }) => record.circle === circle)
        .flatMap(({ record }) => (record.cleared ?? []).map((sign) => `${record.of} ${sign}`)),
    );

  async function told(act: 'pinned' | 'unpinned'): Promise<void> {
    await own.journal.write({ act, kind: pinKind.key }).catch(() => undefined);
  }

  /** The head of that mission whose number this is. @throws TypeError when it is nobody's */
  function headWith(mission: MissionCode, digits: string): ReadCard {
    const typed = digits.replace(/\D/g, '');
    for (const card of headsOf(beliefs().cards, mission)) {
      const number = fingerprint({ circle, mission, headKid: card.kid });
      if (number.replace(/\D/g, '') === typed) return card;
    }
    // Shown and refuted before, or never shown: either way no key of theirs.
    throw new TypeError(`the number of ${mission} differs`);
  }

  async function pinOne(mission: MissionCode, head: ReadCard): Promise<void> {
    const { personSigner } = parts.keyring();
    if (!personSigner) throw new TypeError('a pin needs an unlocked key');
    const others = await strangersTo(headsOf(beliefs().cards, mission), head.kid);
    const before = beliefs().standing.missions.get(mission)?.state;
    const record: PinRecord = {
      ...{ of: mission, circle, kid: head.kid, how: 'in-person', on: own.today() },
      jws: await makePin({ circle, mission, kid: head.kid, on: own.today() }, personSigner),
    };
    await pins.change(nameOf(record), (held) => {
      // Refuted heads are left out of the cards: comparing the same number again finds no stranger, and takes none back.
      const earlier = held?.endedOn === undefined ? (held?.refuted ?? '').split(' ') : [];
      const refuted = [...new Set([...earlier, ...others])].filter((kid) => kid !== '');
      return refuted.length > 0 ? { ...record, refuted: refuted.join(' ') } : record;
    });
    // Their acts under another head are no part of this chain.
    if (before === 'broken') await forget(heads, circle, mission);
    await told('pinned');
    await parts.say('verified', { mission, kid: head.kid });
  }

  return {
    counting,
    seen,
    cleared,
    async read() {
      await Promise.all([pins.read(), heads.read()]);
    },
    async keep({ standing, latest, cards }) {
      for (const { mission, state, headKid } of standing.missions.values()) {
        const card = headsOf(cards, mission).find(({ kid }) => kid === headKid);
        if (!card || (state !== 'predecessor' && state !== 'vouched')) continue;
        const record: PinRecord = {
          ...{ of: mission, circle, kid: card.kid, how: state, on: own.today(), jws: card.signed.jws },
        };
        const isKept = pins
          .all()
          .some((held) => held.record.circle === circle && nameOf(held.record) === nameOf(record));
        if (!isKept) await pins.add(nameOf(record), record);
      }
      const known = seen();
      for (const [mission, { seq, digest }] of latest)
        if (seq > (known.get(mission)?.seq ?? 0))
          await heads.change(`seen ${circle} ${mission}`, (held) =>
            seq > (held?.highestAct ?? 0)
              ? { ...(held ?? { of: mission, circle, highest: 0 }), highestAct: seq, actDigest: digest }
              : undefined,
          );
    },
    async verify(missions) {
      const compared = [];
      for (const { mission, fingerprint: digits } of missions)
        compared.push({ mission, head: headWith(mission, digits) });
      for (const { mission, head } of compared) await pinOne(mission, head);
      await parts.settled();
    },
    async vouch(mission) {
      const of = beliefs().standing.missions.get(mission);
      const isOurs = of?.state === 'in-person' || of?.state === 'predecessor';
      if (!isOurs || of.headKid === undefined)
        throw new TypeError('only a mission that we verified ourselves');
      await parts.say('vouched', { mission, kid: of.headKid });
      await parts.settled();
    },
    async unpin(mission) {
      for (const { record } of counting().filter((held) => held.record.of === mission))
        await pins.change(nameOf(record), (held) => held && { ...held, endedOn: own.today() });
      await told('unpinned');
      await parts.settled();
    },
    async clearAlarms(mission) {
      if (!own.may('act')) throw new TypeError('no alarm is cleared in this role');
      const { alarms, latest } = beliefs();
      const signs = alarms.filter((alarm) => alarm.mission === mission).flatMap((alarm) => alarm.signs);
      if (signs.length === 0) return;
      const key = `seen ${circle} ${mission}`;
      // No journal, nothing cleared.
      const entry = await derivedEntryId(own.environment, key);
      await own.journal.write({ act: 'alarm-cleared', kind: seenKind.key, entry });
      await heads.change(key, (held) =>
        withCleared(held ?? { of: mission, circle, highest: 0 }, signs, latest.get(mission)),
      );
      await parts.settled();
    },
  };
}

/** So many signs are kept; an older one would raise its alarm again. */
const MOST_CLEARED = 200;

/** From now on what is there counts as what we had seen: of what is gone the mission told us. */
function withCleared(held: SeenRecord, signs: readonly string[], latest: LastSeen | undefined): SeenRecord {
  const { highestAct: _, actDigest: __, ...rest } = held;
  const cleared = [...new Set([...(held.cleared ?? []), ...signs])].slice(-MOST_CLEARED);
  return { ...rest, cleared, ...(latest ? { highestAct: latest.seq, actDigest: latest.digest } : {}) };
}

function headsOf(cards: readonly ReadCard[], mission: MissionCode): readonly ReadCard[] {
  return cards.filter((card) => card.mission === mission && card.use === 'head');
}

/** Kids of heads that neither lead to this one nor follow from it. */
async function strangersTo(heads: readonly ReadCard[], kid: string): Promise<readonly string[]> {
  const after = new Set((await followHeads(heads, kid)).heads.map((card) => card.kid));
  const strangers = [];
  for (const other of new Set(heads.map((card) => card.kid))) {
    if (after.has(other)) continue;
    const leadsTo = (await followHeads(heads, other)).heads.some((card) => card.kid === kid);
    if (!leadsTo) strangers.push(other);
  }
  return strangers;
}

async function forget(heads: Shelf<SeenRecord>, circle: string, mission: MissionCode): Promise<void> {
  await heads.change(`seen ${circle} ${mission}`, (held) => {
    if (!held) return undefined;
    const { highestAct: _, actDigest: __, ...rest } = held;
    return rest;
  });
}

/** The number of a mission by the key of its head, and what its QR code says. */
export function numbersOf(circle: string, mission: MissionCode, headKid: string) {
  const head = { circle, mission, headKid };
  return { fingerprint: fingerprint(head), qr: qrText(head) };
}
