/** The signing key of the person at this screen: wrapped in the mission's book, open only in memory and only for a while. */

import type { Entry, Person } from '../../../domain/record-kind.ts';
import { type SigningKeyRecord, signingKey } from '../../../domain/system/signing-key.ts';
import { newSigningKey, type UnlockedKey, unlock } from '../../../sealing/keys.ts';
import { unwrapPrivate, wrapPrivate } from '../../../sealing/passphrase.ts';
import { SealingError } from '../../../sealing/sealing-error.ts';
import type { Journal } from '../../journal.ts';
import type { OwnBook } from '../core.ts';
import { openShelf } from '../shelf.ts';

export interface OwnKey {
  /** Keys of everybody in the mission that are in use, newest first. */
  all(): readonly Entry<SigningKeyRecord>[];
  /** Of everybody who ever had one. */
  everybody(): readonly SigningKeyRecord[];
  mine(): Entry<SigningKeyRecord> | undefined;
  read(): Promise<void>;
  /** A first key, or one in place of a forgotten one: cards signed for the old key end with the new card. */
  create(passphrase: string): Promise<void>;
  /** Notes that somebody's key is not used any more (they left). */
  retire(kid: string): Promise<void>;
  /** @throws WrongPassphrase */
  unlock(passphrase: string): Promise<void>;
  lock(): void;
  unlocked(): UnlockedKey | undefined;
}

export class WrongPassphrase extends Error {
  override readonly name = 'WrongPassphrase';
}

export async function openOwnKey(own: OwnBook, journal: Journal, changed: () => void): Promise<OwnKey> {
  const shelf = await openShelf(own, signingKey, changed);
  let open: UnlockedKey | undefined;

  const inUse = () => shelf.all().filter(({ record }) => record.retiredOn === undefined);
  const mine = () => inUse().find(({ record }) => isSame(record.person, own.by));
  const nameOf = (kid: string) => `signing-key ${kid}`;

  async function retire(kid: string): Promise<void> {
    const held = shelf.all().find(({ record }) => record.kid === kid);
    if (!held) return;
    await shelf.change(nameOf(kid), (now) =>
      now && now.retiredOn === undefined ? { ...now, retiredOn: own.today() } : undefined,
    );
    await journal
      .write({ act: 'key-retired', kind: signingKey.key, entry: held.entry })
      .catch(() => undefined);
  }

  return {
    all: inUse,
    everybody: () => shelf.all().map(({ record }) => record),
    mine,
    read: shelf.read,
    async create(passphrase) {
      await shelf.read();
      const before = mine();
      const pair = await newSigningKey();
      const wrapped = await wrapPrivate(pair, passphrase);
      const { objectId, tenantId, name } = own.by;
      const stored = await shelf.add(nameOf(pair.kid), {
        person: { objectId, tenantId, name },
        kid: pair.kid,
        publicJwk: JSON.stringify(pair.publicJwk),
        wrapped,
        from: own.today(),
      });
      if (before) await retire(before.record.kid);
      open = await unlock(pair, 'signing');
      await journal
        .write({ act: 'keys-made', kind: signingKey.key, entry: stored.entry })
        .catch(() => undefined);
      changed();
    },
    retire,
    async unlock(passphrase) {
      const held = mine();
      if (!held) throw new TypeError('there is no key to unlock');
      try {
        const pair = await unwrapPrivate(held.record.wrapped, passphrase);
        if (pair.kid !== held.record.kid) throw new SealingError('damaged-key');
        open = await unlock(pair, 'signing');
      } catch (error) {
        if (error instanceof SealingError && error.code === 'wrong-passphrase') throw new WrongPassphrase();
        throw error;
      }
      changed();
    },
    lock() {
      if (!open) return;
      open = undefined;
      changed();
    },
    unlocked: () => open,
  };
}

function isSame(a: Person, b: Person): boolean {
  return a.objectId === b.objectId && a.tenantId === b.tenantId;
}
