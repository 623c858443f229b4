/** Sends: picks or makes the audience key, seals, and writes the row. Repeating it is harmless. */

import { audienceText } from '../../../domain/circle/circle-fields.ts';
import { circleEntry } from '../../../domain/circle/kinds/circle-entry.ts';
import { payloadOf } from '../../../domain/circle/payloads/registry.ts';
import type { CircleState, Coarse } from '../../../domain/circle/sharing-rules.ts';
import { weekOf } from '../../../domain/circle/week.ts';
import { type Cleared, clearCarried, clearNone } from '../../../domain/consent/clear.ts';
import { sameValue } from '../../../domain/fields/field.ts';
import { type Code, type Day, dayOf, type EntryId, type MissionCode } from '../../../domain/ids.ts';
import type { AnyRecord, Entry } from '../../../domain/record-kind.ts';
import {
  type AudienceKey,
  audienceKeyEntry,
  monthOf,
  newAudienceKey,
  recipientList,
} from '../../../sealing/audience-key.ts';
import { isSameTo } from '../../../sealing/envelope.ts';
import { type PayloadType, type Sealed, seal } from '../../../sealing/seal.ts';
import { type Missing, type PinnedKey, recipientsFrom } from '../../../sealing/standing.ts';
import { isStoreError } from '../../bookkeeping.ts';
import type { ShareBlock } from '../contract/sharing.ts';
import type { Envelopes } from '../received/envelopes.ts';
import type { SharingCore } from '../sharing-core.ts';

export interface ToSend {
  readonly entry: EntryId;
  readonly type: string;
  readonly coarse: Coarse;
  readonly code?: Code;
  readonly state: CircleState;
  /** Whom it goes to beside ourselves. */
  readonly to: readonly MissionCode[];
  /** The day it belongs to: the index tells its week. */
  readonly day?: Day;
  readonly body: AnyRecord;
  readonly until?: Day;
  /** By the gate for exactly these missions, or for what concerns nobody. */
  readonly cleared: Cleared;
  /**
   * Asked once more when everything is ready, and never answered from what was known before: why it may not go out any
   * more, or undefined. Whatever was kept to be sent may have lost its consent meanwhile.
   */
  still(): Promise<ShareBlock | undefined>;
}

export interface Sent {
  readonly row: Entry;
  readonly digest: string;
  readonly rev: number;
}

/** Nothing was sent, and nothing can be while this is so. */
export class CannotSend extends Error {
  override readonly name = 'CannotSend';
  readonly why: ShareBlock;
  readonly missing: readonly Missing[];
  constructor(why: CannotSend['why'], missing: readonly Missing[] = []) {
    super(`cannot send: ${why}`);
    this.why = why;
    this.missing = missing;
  }
}

export interface Sender {
  /** @throws CannotSend, StoreError; after either it may be tried again */
  send(what: ToSend): Promise<Sent>;
}

const ATTEMPTS = 6;

export function openSender(core: SharingCore, envelopes: Envelopes): Sender {
  const { circle } = core;
  let last = 0;
  let queue: Promise<unknown> = Promise.resolve();

  function sequence(): number {
    last = Math.max(last, envelopes.ownHighest()) + 1;
    return last;
  }

  function sealed(
    what: Pick<ToSend, 'entry' | 'code' | 'body' | 'until' | 'cleared' | 'type'>,
    recipients: readonly PinnedKey[],
    rev: number,
    audienceKey?: AudienceKey,
  ): Promise<Sealed> {
    const signer = core.keyring().personSigner;
    if (!signer) throw new CannotSend('locked');
    return seal({
      circle: core.id,
      entry: what.entry,
      payload: payloadOf(what.type) as unknown as PayloadType,
      body: plain(what.body),
      rev,
      seq: sequence(),
      at: circle.clock.now(),
      person: core.me().person.objectId,
      signer,
      recipients,
      earlier: envelopes.signedBefore(signer.kid, recipientList(recipients), what.entry),
      cleared: what.cleared,
      ...(what.code === undefined ? {} : { code: what.code }),
      ...(what.until === undefined ? {} : { until: what.until }),
      ...(audienceKey === undefined ? {} : { audienceKey }),
    });
  }

  /** Of this month and for these very keys; where two were made at the same moment, everybody takes the same one. */
  async function keyFor(recipients: readonly PinnedKey[]): Promise<AudienceKey> {
    const month = monthOf(circle.clock.now());
    const list = recipientList(recipients);
    const fits = envelopes
      .ownAudienceKeys()
      .filter((key) => key.month === month && isSameTo(key.audience, list))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (fits[0]) return fits[0];
    const { key, body } = await newAudienceKey(recipients, month);
    const entry = audienceKeyEntry(key.id);
    const record = {
      coarse: 'circle' as const,
      from: core.me().mission.code,
      week: weekOf(dayOf(circle.clock.now())),
      state: 'open' as const,
      audience: audienceText(list.map(({ mission }) => mission)),
    };
    const cleared = clearNone({ kind: circleEntry, entry, record, by: circle.me });
    const { envelope } = await sealed({ entry, type: 'audience-key', body, cleared }, recipients, 1);
    const row = { kind: circleEntry, entry, record: { ...record, envelope }, by: circle.me };
    await circle.add(clearCarried(row, cleared));
    envelopes.learn(key);
    return key;
  }

  /** What an earlier try has left in the row, where it says the same. */
  async function sentBefore(
    row: Entry,
    what: ToSend,
  ): Promise<{ readonly rev: number; readonly sent?: Sent }> {
    if (row.record.from !== core.me().mission.code) throw new TypeError('a row of another mission');
    if (row.record.state === 'retracted') throw new CannotSend('taken-back');
    const content = await envelopes.open(row);
    if (!('payload' in content)) return { rev: 0 };
    const { payload, digest } = content;
    const isSame =
      payload.type === what.type &&
      payload.until === what.until &&
      sameValue(payload.body, plain(what.body)) &&
      row.record.audience === audienceOf(what);
    return { rev: payload.rev, ...(isSame ? { sent: { row, digest, rev: payload.rev } } : {}) };
  }

  const audienceOf = ({ to }: ToSend) => audienceText([core.me().mission.code, ...to]);

  async function attempt(what: ToSend, before: Entry | undefined): Promise<Sent> {
    const earlier = before && (await sentBefore(before, what));
    if (earlier?.sent && before?.record.state === what.state) return earlier.sent;
    const found = recipientsFrom(core.standing(), what.to);
    if (!found.ok) throw new CannotSend('recipient-not-verified', found.missing);
    if (!core.keyring().personSigner) throw new CannotSend('locked');
    const rev = (earlier?.rev ?? 0) + 1;
    const { envelope, digest } = await sealed(what, found.keys, rev, await keyFor(found.keys));
    const toClear = {
      kind: circleEntry,
      entry: what.entry,
      by: circle.me,
      record: {
        coarse: what.coarse,
        from: core.me().mission.code,
        week: weekOf(what.day ?? dayOf(circle.clock.now())),
        state: what.state,
        audience: audienceOf(what),
        envelope,
        ...(what.code === undefined ? {} : { code: what.code }),
      },
    };
    const cleared = clearCarried(toClear, what.cleared);
    const stopped = await what.still();
    if (stopped) throw new CannotSend(stopped);
    const row = await (before ? circle.amend(cleared, before) : circle.add(cleared));
    await envelopes.open(row);
    return { row, digest, rev };
  }

  async function send(what: ToSend): Promise<Sent> {
    let before = circle.replica.find(what.entry);
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt(what, before);
      } catch (error) {
        if (tried >= ATTEMPTS || !isStoreError(error, 'duplicate', 'changed-meanwhile')) throw error;
        before = error.fresh ?? (await circle.fresh(circleEntry, what.entry));
      }
    }
  }

  return {
    send(what) {
      const sent = queue.then(() => send(what));
      queue = sent.catch(() => undefined);
      return sent;
    },
  };
}

/** Without absent members, which canonical JSON does not know. */
function plain(body: AnyRecord): never {
  return JSON.parse(JSON.stringify(body)) as never;
}
