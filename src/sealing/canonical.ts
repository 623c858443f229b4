/** Canonical JSON: one value has one text, so that everybody signs and hashes the same bytes. */

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

const DEEPEST = 32;

/**
 * RFC 8785 with less admitted: strings in NFC, safe integers, booleans, null, arrays and plain objects.
 * @throws TypeError for anything else (a float, -0, undefined, a Date, a lone surrogate), because it would not survive.
 */
export function canonical(value: unknown): string {
  return written(value, 0);
}

function written(value: unknown, depth: number): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  if (typeof value !== 'object') throw new TypeError(`canonical JSON has no ${typeof value} like this`);
  if (depth === DEEPEST) throw new TypeError('canonical JSON is not this deep');
  if (Array.isArray(value)) return `[${Array.from(value, (each) => written(each, depth + 1)).join(',')}]`;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('canonical JSON has plain objects only');
  const members = new Map<string, unknown>();
  for (const name of Reflect.ownKeys(value)) {
    if (typeof name !== 'string' || name === '__proto__')
      throw new TypeError('canonical JSON has no such name');
    members.set(name.normalize('NFC'), Reflect.get(value, name));
  }
  if (members.size !== Reflect.ownKeys(value).length) throw new TypeError('two names are the same in NFC');
  const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, each]) => `${quoted(name)}:${written(each, depth + 1)}`).join(',')}}`;
}

function quoted(value: string): string {
  if (/^[ -~]*$/.test(value)) return JSON.stringify(value);
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('half a character');
  return JSON.stringify(value.normalize('NFC'));
}

/**
 * The value of a canonical text. Doubled names, blanks and odd escapes are refused, because the text would not come back.
 * @throws TypeError
 */
export function parseCanonical(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new TypeError('not JSON');
  }
  if (canonical(value) !== text) throw new TypeError('not canonical JSON');
  return value as Json;
}
