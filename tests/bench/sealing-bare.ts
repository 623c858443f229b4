/** A bare loop over jose, with every key at hand: it decrypts and checks every signature, 50 at a time as we do, and looks at nothing it gets. */

import { compactVerify, flattenedDecrypt } from 'jose';
import { fromUtf8 } from '../../src/sealing/bytes.ts';
import type { Outer } from '../../src/sealing/envelope.ts';
import type { Item } from '../../src/sealing/open-many.ts';

export interface Keys {
  readonly decrypt: CryptoKey;
  readonly verify: CryptoKey;
}

/** In values that can be handed to a worker. */
export interface BareBatch {
  readonly items: readonly Item[];
  /** By entry. */
  readonly keys: ReadonlyMap<string, Keys>;
  /** Whether each signature is checked. */
  readonly verifies: boolean;
}

const BITE = 50;

export async function bareLoop({ items, keys, verifies }: BareBatch): Promise<void> {
  for (let bite = 0; bite < items.length; bite += BITE)
    await Promise.all(
      items.slice(bite, bite + BITE).map((item) => bareOpen(item, keys.get(item.row.entry), verifies)),
    );
}

async function bareOpen({ envelope }: Item, keys: Keys | undefined, verifies: boolean): Promise<unknown> {
  if (keys === undefined) throw new Error('a key is missing');
  const { recipients, ...shared } = JSON.parse(envelope) as Outer;
  // The bench has put our mission first in every list.
  const jwe = recipients === undefined ? shared : { ...shared, ...recipients[0] };
  const { plaintext } = await flattenedDecrypt(jwe, keys.decrypt);
  const jws = fromUtf8(plaintext).trimEnd();
  if (!verifies) return jws;
  const { payload } = await compactVerify(jws, keys.verify);
  return JSON.parse(fromUtf8(payload));
}
