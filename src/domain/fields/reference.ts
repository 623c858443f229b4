/** References: to people who sign in, to missions, to defenders by their code, and to other entries. Never by name. */

import { isCode } from '../codes.ts';
import { type Code, type EntryId, isEntryId, isMissionCode, type MissionCode } from '../ids.ts';
import type { Person } from '../record-kind.ts';
import { compareLists, mergedSet } from './choice.ts';
import { cleanText } from './clean-text.ts';
import {
  bad,
  byUnits,
  good,
  type Indexing,
  isPlainObject,
  jsonField,
  plainField,
  type RequiredField,
  spreadField,
  TEXT_MAX,
  untouched,
} from './define-field.ts';
import { type Checked, NO_WORDS } from './field.ts';
import { comma } from './signs.ts';

const DIRECTORY_KEY = /^[0-9A-Za-z][0-9A-Za-z-]{0,63}$/;

/** Someone who signs in: object id, tenant id and name in three text columns. */
export function person(): RequiredField<Person> {
  return spreadField<Person>({
    kind: 'person',
    columns: [
      { suffix: 'Object', type: 'text' },
      { suffix: 'Tenant', type: 'text' },
      { suffix: 'Name', type: 'text' },
    ],
    check: checkPerson,
    parts: (value) => [value.objectId, value.tenantId, value.name],
    whole: ([objectId, tenantId, name]) => ({ objectId, tenantId, name }),
    print: (value) => value.name,
    compare: (a, b) =>
      byUnits(a.name, b.name) || byUnits(a.objectId, b.objectId) || byUnits(a.tenantId, b.tenantId),
    anonymise: (_value, _how, required) => (required ? noPerson : undefined),
    handedOn: ({ objectId, tenantId }, { from, to, isDue }) =>
      isDue() && objectId === from.objectId && tenantId === from.tenantId ? to : undefined,
    // Who works here is told by name; by which id they sign in is nobody else's business.
    crosses: ({ name }) => ({ ...noPerson, name }),
  });
}

/** Stands where somebody must stand and nobody is to be found. */
const noPerson: Person = { objectId: '0', tenantId: '0', name: NO_WORDS };

export function checkPerson(raw: unknown): Checked<Person> {
  if (!isPlainObject(raw)) return bad('not-a-person');
  const { objectId, tenantId } = raw;
  if (typeof objectId !== 'string' || !DIRECTORY_KEY.test(objectId)) return bad('not-a-person');
  if (typeof tenantId !== 'string' || !DIRECTORY_KEY.test(tenantId)) return bad('not-a-person');
  const name = cleanText(raw.name, TEXT_MAX, false);
  if (!name.ok) return name;
  return name.value === '' ? bad('not-a-person') : good({ objectId, tenantId, name: name.value });
}

/** The code of a mission of the circle. */
export function mission(options: Indexing = {}): RequiredField<MissionCode> {
  return plainField<MissionCode>({
    kind: 'mission',
    type: 'text',
    ...(options.indexed ? { indexed: true } : {}),
    ...(options.unique ? { unique: true } : {}),
    check: (raw) => {
      const typed = typeof raw === 'string' ? raw.trim() : raw;
      return isMissionCode(typed) ? good(typed) : bad('not-a-code');
    },
    print: missionInWords,
    compare: byUnits,
    missionsIn: (value) => [value],
  });
}

/** `western-union` as `Western Union`; its full name is known only where its book is. */
export function missionInWords(code: MissionCode): string {
  return code
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}

/** One defender, group or case by code; `units` narrows what a form offers. */
export function defender(
  options: Indexing & { readonly units?: readonly string[] } = {},
): RequiredField<Code> {
  return plainField<Code>({
    kind: 'defender',
    type: 'text',
    ...(options.indexed ? { indexed: true } : {}),
    ...(options.unique ? { unique: true } : {}),
    settings: options.units ? { units: options.units } : {},
    // Whoever is named here for the first time gets a code of their own.
    ...(options.unique ? { opensWith: (newCode: () => Code) => newCode() } : {}),
    check: checkCode,
    print: (value, words) => words.cover(value),
    compare: byUnits,
    anonymise: (value, how) => how.code(value),
    crosses: (value, how) => how.code(value),
  });
}

/** Several codes, each once, in the order of the codes; two people's additions merge code by code. */
export function defenders(
  options: { readonly units?: readonly string[] } = {},
): RequiredField<readonly Code[]> {
  return jsonField<readonly Code[]>({
    kind: 'defenders',
    settings: options.units ? { units: options.units } : {},
    check(raw): Checked<readonly Code[]> {
      if (!Array.isArray(raw)) return bad('not-a-code');
      const codes = new Set<Code>();
      for (const item of raw) {
        const checked = checkCode(item);
        if (!checked.ok) return checked;
        codes.add(checked.value);
      }
      return good([...codes].sort(byUnits));
    },
    merge(base, mine, theirs) {
      const everyone = [...new Set([...(mine ?? []), ...(theirs ?? [])])].sort(byUnits);
      return (
        untouched(base, mine, theirs) ?? { value: mergedSet(base ?? [], mine ?? [], theirs ?? [], everyone) }
      );
    },
    print: (value, words) => value.map((one) => words.cover(one)).join(comma(words.locale)),
    compare: (a, b) => compareLists(a, b, byUnits),
    anonymise: (value, how) => [...new Set(value.map((one) => how.code(one)))].sort(byUnits),
    crosses: (value, how) => [...new Set(value.flatMap((one) => how.code(one) ?? []))].sort(byUnits),
  });
}

/** Another entry, of the record kind `of`. */
export function entry(of: string, options: Indexing = {}): RequiredField<EntryId> {
  return plainField<EntryId>({
    kind: 'entry',
    type: 'text',
    ...(options.indexed ? { indexed: true } : {}),
    settings: { of },
    check: (raw) => (isEntryId(raw) ? good(raw) : bad('not-an-entry')),
    print: (value, words) => words.entry(value) ?? words.text(`kinds.${of}.one`),
    compare: byUnits,
    anonymise: (value, _how, required) => (required ? value : undefined),
    crosses: (value, how) => how.entry(value),
    refersTo: (value) => value,
  });
}

/** An entry of any kind that is a step of ours, whatever its kind. */
export function ownStep(options: Indexing = {}): RequiredField<EntryId> {
  return plainField<EntryId>({
    kind: 'entry',
    type: 'text',
    ...(options.indexed ? { indexed: true } : {}),
    check: (raw) => (isEntryId(raw) ? good(raw) : bad('not-an-entry')),
    print: (value, words) => words.entry(value) ?? words.text('choices.own-steps.not-here'),
    compare: byUnits,
    crosses: (value, how) => how.entry(value),
    refersTo: (value) => value,
  });
}

function checkCode(raw: unknown): Checked<Code> {
  const typed = typeof raw === 'string' ? raw.trim() : raw;
  return isCode(typed) ? good(typed) : bad('not-a-code');
}
