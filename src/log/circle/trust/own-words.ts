/** Whether one of our own keys signed something, by our own book: what the circle shows of our cards does not matter. */

import { publicKey } from '../../../sealing/keys.ts';
import { checkSignature, readCompact, type SignedType } from '../../../sealing/sign.ts';
import { publicIn } from './mission-keys.ts';

export type OwnWords = (jws: string, typ: SignedType) => Promise<boolean>;

interface Held {
  readonly kid: string;
  readonly publicJwk: string;
}

/**
 * @param held every signing key that is known of ours, ended ones too
 * @param read reads them again: a colleague may have made another
 */
export function openOwnWords(held: () => readonly Held[], read: () => Promise<unknown>): OwnWords {
  const keys = new Map<string, CryptoKey>();

  async function isSigned(jws: string, typ: SignedType): Promise<boolean> {
    try {
      const signed = readCompact(jws, typ, 63_999);
      const one = held().find(({ kid }) => kid === signed.kid);
      const jwk = one && publicIn(one);
      if (!jwk) return false;
      const key = keys.get(signed.kid) ?? (await publicKey(jwk, 'signing'));
      keys.set(signed.kid, key);
      await checkSignature(signed, key);
      return true;
    } catch {
      return false;
    }
  }

  return async (jws, typ) => {
    if (await isSigned(jws, typ)) return true;
    await read();
    return isSigned(jws, typ);
  };
}
