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
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  if (typeof value !== 'object') throw new TypeError(`canonical JSON has no ${typeof value} like this`);
  if (depth === DEEPEST) throw new TypeError('canonical JSON is not this deep');
  return Array.isArray(value) ? writtenArray(value, depth + 1) : writtenObject(value, depth + 1);
}

function writtenArray(value: readonly unknown[], depth: number): string {
  let text = '';
  for (let index = 0; index < value.length; index += 1)
    text += `${index === 0 ? '' : ','}${written(value[index], depth)}`;
  return `[${text}]`;
}

function writtenObject(value: object, depth: number): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError('canonical JSON has plain objects only');
  const names = Object.keys(value);
  if (Reflect.ownKeys(value).length !== names.length || names.includes('__proto__'))
    throw new TypeError('canonical JSON has no such name');
  // Nearly always all names are plain, and stand for themselves.
  const kept = names.every(isPlain) ? undefined : new Map(names.map((name) => [inNfc(name), name]));
  if (kept !== undefined && kept.size !== names.length) throw new TypeError('two names are the same in NFC');
  let text = '';
  for (const name of inOrder(kept === undefined ? names : [...kept.keys()])) {
    const member = Reflect.get(value, kept?.get(name) ?? name);
    text += `${text === '' ? '' : ','}${quoted(name)}:${written(member, depth)}`;
  }
  return `{${text}}`;
}

/** By UTF-16 units. What was read from a canonical text stands in order already. */
function inOrder(names: string[]): readonly string[] {
  const isInOrder = names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name);
  return isInOrder ? names : names.sort();
}

/** Needs neither an escape nor another form. */
const isPlain = (text: string): boolean => /^[ !#-[\]-~]*$/.test(text);

const quoted = (text: string): string => (isPlain(text) ? `"${text}"` : JSON.stringify(inNfc(text)));

function inNfc(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  if (/\p{Surrogate}/u.test(text)) throw new TypeError('half a character');
  return text.normalize('NFC');
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
  if (!isPlainlyWritten(value, text) && canonical(value) !== text) throw new TypeError('not canonical JSON');
  return value as Json;
}

/**
 * Settles nearly every text without writing it anew ourselves: of ASCII without an escape, the browser's own writer leaves
 * open only the order of names, what numbers are, and the depth, which comes first: thousands deep, that writer runs out
 * of stack. Where this says no, `canonical` decides.
 */
function isPlainlyWritten(value: unknown, text: string): boolean {
  return /^[ -[\]-~]*$/.test(text) && isAdmitted(value, 0) && JSON.stringify(value) === text;
}

/** Of a value read from JSON: names in order, whole numbers, not too deep. */
function isAdmitted(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === DEEPEST) return false;
  if (Array.isArray(value)) return value.every((each) => isAdmitted(each, depth + 1));
  let before: string | undefined;
  for (const [name, member] of Object.entries(value)) {
    const isInPlace = (before === undefined || before < name) && name !== '__proto__';
    if (!isInPlace || !isAdmitted(member, depth + 1)) return false;
    before = name;
  }
  return true;
}
