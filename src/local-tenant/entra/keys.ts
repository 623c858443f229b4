/** The signing key of the local tenant: RSA, kept in the database, so that tokens survive a restart. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Database } from '../database.ts';
import { stableGuid } from '../identifiers.ts';

export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

let memoryKey: string | undefined;

function newKey(): string {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * The one signing key of this database; made on first use. Databases in memory share one per process, because
 * making an RSA key takes longer than most of what is then done with them.
 */
export function signingKey(db: Database, inMemory: boolean): SigningKey {
  const kept = db.first<{ value: string }>('SELECT value FROM setting WHERE name = ?', 'signing-key');
  let pem = kept?.value;
  if (pem === undefined) {
    if (inMemory) memoryKey ??= newKey();
    pem = (inMemory ? memoryKey : undefined) ?? newKey();
    db.run('INSERT INTO setting VALUES (?, ?)', 'signing-key', pem);
  }
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const { n = '' } = publicKey.export({ format: 'jwk' });
  return { kid: stableGuid('kid', n), privateKey, publicKey };
}

/** The public half as a JSON Web Key Set. */
export function keySet(key: SigningKey): { keys: object[] } {
  return { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: key.kid, use: 'sig', alg: 'RS256' }] };
}
