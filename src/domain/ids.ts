/** Identifiers and points in time as the whole product writes them. */

/** 26 Crockford base-32 characters, 128 random bits; made when a form opens and kept through every retry. */
export type EntryId = string & { readonly __entryId: true };

/** 8 Crockford base-32 characters and a check character, from a CSPRNG; never derived from a person. */
export type Code = string & { readonly __code: true };

/** `YYYY-MM-DD`, a day without a zone. */
export type Day = string & { readonly __day: true };

/** ISO 8601 in UTC with whole seconds, `2026-11-20T09:00:00Z`. Compares as text. */
export type Instant = string & { readonly __instant: true };

/** Short stable key of a mission within its circle, lower case, e.g. `aldermark`. */
export type MissionCode = string & { readonly __mission: true };

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ENTRY_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const MISSION = /^[a-z][a-z0-9-]{1,30}$/;

export function isEntryId(value: unknown): value is EntryId {
  return typeof value === 'string' && ENTRY_ID.test(value);
}

/** A calendar day that exists (no 31 February). */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

export function isMissionCode(value: unknown): value is MissionCode {
  return typeof value === 'string' && MISSION.test(value);
}

/** 16 random bytes to an EntryId. Throws TypeError unless exactly 16 bytes are given. */
export function entryIdFrom(bytes: Uint8Array): EntryId {
  if (bytes.length !== 16) throw new TypeError('an EntryId needs 16 random bytes');
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let index = 0; index < 26; index += 1) {
    text = `${ALPHABET[Number(bits & 31n)] ?? ''}${text}`;
    bits >>= 5n;
  }
  return text as EntryId;
}

/** Milliseconds to an Instant, whole seconds (rounded down, as a list column keeps them). */
export function instantFrom(ms: number): Instant {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z` as Instant;
}

export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10) as Day;
}

/** `day` moved by whole days. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
}

/** Whole days from `a` to `b`; negative when `b` lies before. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}
