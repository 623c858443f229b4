/** What an attacker can make who knows the format: envelopes put together by hand, with every part of them open to change. */

import { decodeProtectedHeader, FlattenedEncrypt } from 'jose';
import {
  digestOf,
  fromBase64url,
  fromUtf8,
  randomBytes,
  toBase64url,
  utf8,
} from '../../../src/sealing/bytes.ts';
import { canonical } from '../../../src/sealing/canonical.ts';
import {
  type Binding,
  type Outer,
  type Payload,
  protectedHeaders,
  readOuter,
} from '../../../src/sealing/envelope.ts';
import { publicKey } from '../../../src/sealing/keys.ts';
import { signCompact } from '../../../src/sealing/sign.ts';
import { circle, newEntry, now, type Signer, type TestMission } from './test-circle.ts';

export type AnyPayload = Omit<Payload, 'body'> & { readonly body: unknown };

/** What an honest payload from one mission to others says; `more` changes it. */
export function payloadFrom(from: TestMission, to: readonly TestMission[], more: object = {}): AnyPayload {
  const all = [from, ...to.filter(({ code }) => code !== from.code)];
  return {
    ...{
      suite: 'fp1',
      type: 'shared-entry',
      circle,
      code: '7K2M9QXR4',
      entry: newEntry(),
      rev: 1,
      seq: 1,
      at: now,
    },
    from: { mission: from.code, person: from.officer.person.objectId, kid: from.officer.pair.kid },
    to: all
      .map(({ code, seal }) => ({ mission: code, kid: seal.kid }))
      .sort((a, b) => (a.mission < b.mission ? -1 : 1)),
    blind: toBase64url(randomBytes(32)),
    body: { court: 'District court' },
    ...more,
  };
}

/** A mission with this key, and the name of its holder or of somebody else. */
export const signedAs = (
  { code }: TestMission,
  { unlocked, person }: Signer,
  named = { person },
): object => ({
  from: { mission: code, person: named.person.objectId, kid: unlocked.kid },
});

export function sign(
  payload: AnyPayload | string,
  { unlocked }: Signer,
  kid = unlocked.kid,
): Promise<string> {
  const text = typeof payload === 'string' ? payload : canonical(payload);
  return signCompact(text, 'fp-entry', { ...unlocked, kid });
}

export async function bindingOf(payload: AnyPayload, more: Partial<Binding> = {}): Promise<object> {
  const { code, entry, rev } = payload;
  return { circle, list: 'Log', code, entry, rev, commit: digestOf(canonical(payload)), ...more };
}

export interface Forged {
  readonly plaintext: string | Uint8Array;
  readonly binding: object;
  /** In the order in which they are listed. */
  readonly to: readonly TestMission[];
  readonly header?: string;
  /** Kid shown for a recipient, where it is not their own. */
  readonly kids?: Readonly<Record<string, string>>;
}

export const padded = (text: string): string => text.padEnd(Math.ceil(text.length / 1024) * 1024);

/** Encrypts anything to anybody, in the form of an honest envelope. */
export async function forge({
  plaintext,
  binding,
  to,
  header = protectedHeaders.direct,
  kids = {},
}: Forged): Promise<string> {
  const contentKey = randomBytes(32);
  const recipients: unknown[] = [];
  for (const { code, seal } of to) {
    const jwe = await new FlattenedEncrypt(new Uint8Array())
      .setContentEncryptionKey(contentKey)
      .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM' })
      .encrypt(await publicKey(seal.publicJwk, 'sealing'));
    const { epk } = decodeProtectedHeader(jwe);
    recipients.push({ encrypted_key: jwe.encrypted_key, header: { epk, kid: kids[code] ?? seal.kid } });
  }
  const bound = { ...binding, recipients: digestOf(canonical(recipients)) };
  const content = await encrypted(plaintext, contentKey, header, canonical(bound));
  return canonical({ ...content, recipients });
}

/** Encrypts under a key that somebody holds. */
export async function forgeUnder(
  id: string,
  k: string,
  plaintext: string,
  binding: object,
  header = protectedHeaders.under(id),
): Promise<string> {
  return canonical(await encrypted(plaintext, fromBase64url(k), header, canonical(binding)));
}

async function encrypted(
  plaintext: string | Uint8Array,
  contentKey: Uint8Array<ArrayBuffer>,
  header: string,
  binding: string,
): Promise<Outer> {
  const [protectedText, aad, iv] = [toBase64url(utf8(header)), toBase64url(utf8(binding)), randomBytes(12)];
  const key = await crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, ['encrypt']);
  const bytes = typeof plaintext === 'string' ? utf8(padded(plaintext)) : new Uint8Array(plaintext);
  const parameters = { name: 'AES-GCM', iv, additionalData: utf8(`${protectedText}.${aad}`) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, key, bytes));
  return {
    ...{ aad, protected: protectedText, iv: toBase64url(iv) },
    ciphertext: toBase64url(sealed.subarray(0, -16)),
    tag: toBase64url(sealed.subarray(-16)),
  };
}

/** An envelope with its authenticated words changed, as the host of the list could. */
export function withBinding(envelope: string, change: (binding: Record<string, unknown>) => object): string {
  const outer = readOuter(envelope);
  const binding = JSON.parse(fromUtf8(fromBase64url(outer.aad))) as Record<string, unknown>;
  return canonical({ ...outer, aad: toBase64url(utf8(canonical(change(binding)))) });
}
