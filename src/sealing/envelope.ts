/** The shape of an envelope: what is signed, what binds it to its row, and what travels. */

import {
  type Day,
  type EntryId,
  type Instant,
  isDay,
  isEntryId,
  isInstant,
  isMissionCode,
  type MissionCode,
} from '../domain/ids.ts';
import { endsClean, isBase64url } from './bytes.ts';
import { type Json, parseCanonical } from './canonical.ts';
import { isShortText } from './cards.ts';
import { isKid, isPublicJwk, type PublicJwk } from './keys.ts';

/** What a multi-line column of a list takes. */
export const MOST_CHARACTERS = 63_999;
export const MOST_RECIPIENTS = 64;
/** With fewer, one that was taken back or changed since would leave the one before it unproven more often. */
export const MOST_EARLIER = 4;
/** Plaintexts are multiples of this, so that their length says little. */
export const PADDING = 1024;

/** The one header of each form, as text: any other algorithm, `zip` or `crit` is another text. */
export const protectedHeaders = {
  direct: '{"alg":"ECDH-ES+A256KW","enc":"A256GCM","typ":"fp1"}',
  under: (id: string) => `{"alg":"dir","enc":"A256GCM","kid":"${id}","typ":"fp1"}`,
};

export type Recipient = { readonly mission: MissionCode; readonly kid: string };

/** What the sender signs. */
export type Payload = {
  readonly suite: 'fp1';
  readonly type: string;
  readonly circle: string;
  readonly code?: string;
  readonly entry: EntryId;
  readonly rev: number;
  readonly seq: number;
  /** `kid` is that of the signature, so that the digest stands for one signer too. */
  readonly from: { readonly mission: MissionCode; readonly person: string; readonly kid: string };
  /** Everybody it is sealed to, the sender's mission too; sorted by mission. */
  readonly to: readonly Recipient[];
  readonly at: Instant;
  readonly blind: string;
  readonly ticket?: string;
  readonly until?: Day;
  /** Digests of what the same key signed before, for the same recipients: what proves this one proves them. */
  readonly earlier?: readonly string[];
  readonly body: Json;
};

/** What binds an envelope to its row and to one payload; authenticated, not secret. */
export type Binding = {
  readonly circle: string;
  readonly list: 'Log';
  readonly code?: string;
  readonly entry: EntryId;
  readonly rev: number;
  /** SHA-256 of the payload: the digest of the envelope. */
  readonly commit: string;
  /** SHA-256 of the list of recipients, where they are listed: none can be added, taken away or changed. */
  readonly recipients?: string;
};

export interface WrappedKey {
  readonly encrypted_key: string;
  readonly header: { readonly epk: PublicJwk; readonly kid: string };
}

/** The text of an envelope, taken apart. General JWE with recipients, flattened JWE under an audience key. */
export interface Outer {
  readonly aad: string;
  readonly ciphertext: string;
  readonly iv: string;
  readonly protected: string;
  readonly recipients?: readonly WrappedKey[];
  readonly tag: string;
}

const atLeast1 = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 1;

/** Whether a value has these members, of the others some, and no more. */
function members(must: string, may = ''): (value: unknown) => value is Readonly<Record<string, unknown>> {
  const needed = must.split(' ');
  const admitted = new Set([...needed, ...may.split(' ')]);
  return (value): value is Readonly<Record<string, unknown>> =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    needed.every((name) => Object.hasOwn(value, name)) &&
    Object.keys(value).every((name) => admitted.has(name));
}

const hasBindingMembers = members('circle list entry rev commit', 'code recipients');
const hasPayloadMembers = members(
  'suite type circle entry rev seq from to at blind body',
  'code earlier ticket until',
);
const isSenderLike = members('mission person kid');
const isRecipientLike = members('mission kid');
const isWrappedKeyLike = members('encrypted_key header');
const isHeaderLike = members('epk kid');

/** The one spelling of an envelope: canonical JSON, put together at once because nothing in it needs an escape. */
export function outerText({ aad, ciphertext, iv, protected: header, recipients, tag }: Outer): string {
  const listed = recipients === undefined ? '' : `"recipients":${recipientsText(recipients)},`;
  return `{"aad":"${aad}","ciphertext":"${ciphertext}","iv":"${iv}","protected":"${header}",${listed}"tag":"${tag}"}`;
}

/** The list of recipients as canonical JSON: what the binding holds the digest of. */
export function recipientsText(recipients: readonly WrappedKey[]): string {
  const each = ({ encrypted_key, header: { epk, kid } }: WrappedKey) =>
    `{"encrypted_key":"${encrypted_key}","header":{"epk":{"crv":"P-256","kty":"EC","x":"${epk.x}","y":"${epk.y}"},"kid":"${kid}"}}`;
  return `[${recipients.map(each).join(',')}]`;
}

/** What `outerText` writes, with every part between quotes: a text that fits can have been written in no other way. */
const OUTER =
  /^\{"aad":"([\w-]+)","ciphertext":"([\w-]+)","iv":"([\w-]{16})","protected":"([\w-]+)",(?:"recipients":(\[[^\]]+\]),)?"tag":"([\w-]{22})"\}$/;

/** @throws unless it is an envelope as `outerText` writes one */
export function readOuter(text: string): Outer {
  const [whole, aad = '', ciphertext = '', iv = '', header = '', listed, tag = ''] = OUTER.exec(text) ?? [];
  if (whole === undefined || ![aad, ciphertext, iv, header, tag].every(endsClean))
    throw new TypeError('not an envelope');
  const outer = { aad, ciphertext, iv, protected: header, tag };
  return listed === undefined ? outer : { ...outer, recipients: readRecipients(listed) };
}

function readRecipients(text: string): readonly WrappedKey[] {
  const value: unknown = JSON.parse(text);
  if (!isRecipientList(value) || recipientsText(value) !== text) throw new TypeError('not an envelope');
  return value;
}

function isRecipientList(value: unknown): value is readonly WrappedKey[] {
  return (
    Array.isArray(value) && value.length > 0 && value.length <= MOST_RECIPIENTS && value.every(isWrappedKey)
  );
}

function isWrappedKey(value: unknown): boolean {
  return (
    isWrappedKeyLike(value) &&
    isBase64url(value.encrypted_key, 40) &&
    isHeaderLike(value.header) &&
    isPublicJwk(value.header.epk) &&
    isKid(value.header.kid)
  );
}

/** A binding of plain words as canonical JSON writes it: a text that fits can have been written in no other way. */
const BINDING =
  /^\{"circle":"([ !#-[\]-~]{1,100})",(?:"code":"([ !#-[\]-~]{1,100})",)?"commit":"([\w-]{43})","entry":"([0-9A-Z]{26})","list":"Log",(?:"recipients":"([\w-]{43})",)?"rev":([1-9]\d{0,14})\}$/;

/** @throws TypeError unless it is a binding */
export function readBinding(text: string): Binding {
  const [whole, circle = '', code, commit = '', entry, recipients, rev] = BINDING.exec(text) ?? [];
  const isPlain = whole !== undefined && isEntryId(entry) && endsClean(commit);
  if (!isPlain || !(recipients === undefined || endsClean(recipients))) return readAnyBinding(text);
  return {
    ...{ circle, list: 'Log', entry, rev: Number(rev), commit },
    ...(code === undefined ? {} : { code }),
    ...(recipients === undefined ? {} : { recipients }),
  };
}

/** @throws TypeError unless it is a binding */
export function readAnyBinding(text: string): Binding {
  const value = parseCanonical(text);
  const isBinding =
    hasBindingMembers(value) &&
    isShortText(value.circle) &&
    value.list === 'Log' &&
    (value.code === undefined || isShortText(value.code)) &&
    isEntryId(value.entry) &&
    atLeast1(value.rev) &&
    isBase64url(value.commit, 32) &&
    (value.recipients === undefined || isBase64url(value.recipients, 32));
  if (!isBinding) throw new TypeError('not a binding');
  return value as unknown as Binding;
}

/** @throws TypeError unless it is a payload; its body is for its type to check */
export function readPayload(text: string): Payload {
  const value = parseCanonical(text);
  if (!isPayload(value)) throw new TypeError('not a payload');
  return value;
}

export function isPayload(value: unknown): value is Payload {
  return (
    hasPayloadMembers(value) &&
    value.suite === 'fp1' &&
    isShortText(value.type) &&
    isShortText(value.circle) &&
    (value.code === undefined || isShortText(value.code)) &&
    isEntryId(value.entry) &&
    atLeast1(value.rev) &&
    atLeast1(value.seq) &&
    isSenderLike(value.from) &&
    isMissionCode(value.from.mission) &&
    isShortText(value.from.person) &&
    isKid(value.from.kid) &&
    isSortedTo(value.to) &&
    isInstant(value.at) &&
    isBase64url(value.blind, 32) &&
    (value.ticket === undefined || isShortText(value.ticket)) &&
    (value.until === undefined || isDay(value.until)) &&
    (value.earlier === undefined || isEarlier(value.earlier))
  );
}

function isEarlier(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MOST_EARLIER &&
    value.every((each) => isBase64url(each, 32))
  );
}

/** Each mission once, in order. */
export function isSortedTo(value: unknown): value is readonly Recipient[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MOST_RECIPIENTS &&
    value.every(
      (each, index) =>
        isRecipientLike(each) &&
        isMissionCode(each.mission) &&
        isKid(each.kid) &&
        (index === 0 || value[index - 1].mission < each.mission),
    )
  );
}

export function isSameTo(a: readonly Recipient[], b: readonly Recipient[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ mission, kid }, index) => b[index]?.mission === mission && b[index]?.kid === kid)
  );
}
