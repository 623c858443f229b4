/** What every kind of field must answer about itself; nobody else ever switches on a field's kind. */

import type { Code, EntryId, MissionCode } from '../ids.ts';
import type { Person } from '../record-values.ts';
import type { Region } from '../regions.ts';

/** A value as a list column holds it. Instants are ISO 8601 UTC text, everything composite is canonical JSON text. */
export type StoredValue = string | number | boolean | null;

/** One column of a field. `suffix` is appended to the field's key: `fp_` + key + suffix is the internal name. */
export interface ColumnSpec {
  readonly suffix: string;
  readonly type: 'text' | 'note' | 'number' | 'boolean' | 'dateTime';
  readonly indexed?: true;
  readonly unique?: true;
}

/**
 * What is wrong with one value, as a closed code and figures for the message (never the value itself).
 * `row`, `part` say where in a rows or checklist field.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly row?: string;
  readonly part?: string;
}

export type ProblemCode =
  | 'required'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'not-text'
  | 'control-character'
  | 'direction-character'
  | 'broken-character'
  | 'not-a-day'
  | 'not-a-time'
  | 'not-a-zone'
  | 'not-an-instant'
  | 'not-a-number'
  | 'not-a-choice'
  | 'not-a-code'
  | 'not-an-entry'
  | 'not-a-person'
  | 'malformed'
  | 'rule';

export type Checked<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly problem: Problem };

/** Three-way merge of one field: a value both sides can live with, or a conflict that a person decides. */
export type Merged<V> = { readonly value: V | undefined } | { readonly conflict: true };

/** Words and forms of one language, handed in by whoever prints. */
export interface Words {
  readonly locale: string;
  /** Text of a key, e.g. `choices.access.admitted`, with `{{name}}` places filled from `values`. */
  text(key: string, values?: Readonly<Record<string, string | number>>): string;
  day(day: string): string;
  instant(instant: string): string;
  /** What the reader's own clock shows (`07:00 here`) at a day and time of a zone, where it differs. */
  here?(day: string, time: string, zone: string): string | undefined;
  /** Cover name of a defender, group or case code. */
  cover(code: string): string;
  /** One-line title of another entry, or undefined while it is not known here. */
  entry(id: EntryId): string | undefined;
}

/** What stands for whom while an entry is made anonymous. */
export interface Anonymising {
  /** The code that stands for this one from then on; itself where this person is not concerned. */
  code(code: Code): Code;
  /** The region of a place in somebody's words; undefined where nobody said in which it lies. */
  region(place: string): Region | undefined;
}

/** What stands for what while an entry is shared with other missions. */
export interface Crossing {
  /** The code by which they know this one; undefined where they are not to hear of them. */
  code(code: Code): Code | undefined;
  /** The same entry as they know it; undefined where it was never shared with them. */
  entry(id: EntryId): EntryId | undefined;
  /** Whether free text goes along: only where the kind names the field. */
  readonly words: boolean;
}

/** Whose work goes over to whom. */
export interface HandingOn {
  readonly from: Person;
  readonly to: Person;
  /** Whether something is still to be done: in the whole, or in the row of that id. */
  isDue(row?: string): boolean;
}

/** What a required line of text says once its words are gone. */
export const NO_WORDS = '–';

/**
 * A field of a record kind. `V` is the domain value.
 *
 * Laws (held by tests for every field kind): `decode(encode(v))` equals `v`; `check` is idempotent;
 * `merge(b, m, b)` is `m`, `merge(b, b, t)` is `t`, `merge(b, x, x)` is `x`; `compare` is a total order.
 */
export interface Field<V = unknown> {
  readonly kind: FieldKindName;
  readonly required: boolean;
  readonly columns: readonly ColumnSpec[];
  /** Unknown input (a draft, an import, a stored value) to a clean value: NFC, trimmed, known keys only. */
  check(raw: unknown): Checked<V>;
  /** One stored value per column, in the order of `columns`; all `null` for an absent value. */
  encode(value: V | undefined): readonly StoredValue[];
  /** The inverse. Throws `MalformedValue` for what `check` would not accept. */
  decode(stored: readonly (StoredValue | undefined)[]): V | undefined;
  merge(base: V | undefined, mine: V | undefined, theirs: V | undefined): Merged<V>;
  /** One line of text for tables, cards and files; plain text only. */
  print(value: V, words: Words): string;
  /** All there is to it, line by line, for an opened entry and a report; absent where `print` says it all. */
  lines?(value: V, words: Words): readonly string[];
  compare(a: V, b: V): number;
  /**
   * What stays of a value when its entry is made anonymous: coded answers stay, days become months, places their region,
   * people become codes that link to nobody, and free text goes. Undefined: nothing stays. A `required` value leaves something sound behind.
   * Idempotent for an unchanging `how`.
   */
  anonymise(value: V, how: Anonymising, required: boolean): V | undefined;
  /** What another mission may read of it: no code of ours, no free text unless `how` admits it. Undefined: nothing. */
  crosses(value: V, how: Crossing): V | undefined;
  /** Missions that a value names; absent: it never names one. */
  missionsIn?(value: V): readonly MissionCode[];
  /** The entry that a value refers to; absent: it refers to none. */
  refersTo?(value: V): EntryId;
  /** The value with `to` in the place of `from` wherever something is still to be done; undefined where nothing is theirs. */
  handedOn?(value: V, how: HandingOn): V | undefined;
  /** What it holds in a new entry before anybody types; absent: nothing. */
  opensWith?(newCode: () => Code): V;
  /** Words of a form's value, sound or not, in which no names belong; absent: it has none. */
  freeTexts?(raw: unknown): readonly string[];
  /** Its place on an empty sheet that is filled in by hand. */
  onPaper(): OnPaper;
  /** Settings that the control on the form needs; each field kind documents its own. */
  readonly settings: FieldSettings;
}

/** Boxes to tick or lines to write on; all words by their keys. */
export interface OnPaper {
  readonly boxes: readonly string[];
  readonly lines: number;
  /** The same boxes again for each of these. */
  readonly items?: readonly string[];
}

export type FieldKindName =
  | 'text'
  | 'note'
  | 'choice'
  | 'choices'
  | 'code'
  | 'day'
  | 'local-time'
  | 'instant'
  | 'number'
  | 'yes-no'
  | 'person'
  | 'mission'
  | 'defender'
  | 'defenders'
  | 'entry'
  | 'rows'
  | 'checklist'
  | 'document';

export interface FieldSettings {
  /** text, note: longest value in UTF-16 units. */
  readonly max?: number;
  /** text, note: warn that names must not be written here. */
  readonly noNames?: boolean;
  /** choice, choices, checklist answers: name of the choice set and its keys, in the order shown. */
  readonly choices?: { readonly set: string; readonly keys: readonly string[] };
  /** code: name of the open list kept in the book's code lists; text: the one whose labels are offered while typing. */
  readonly codeList?: string;
  /** number: bounds, inclusive. */
  readonly min?: number;
  readonly maxNumber?: number;
  /** entry: key of the record kind referred to. */
  readonly of?: string;
  /** defender, defenders: which units may be picked (all when absent). */
  readonly units?: readonly string[];
  /** rows: the fields of one row, by key. */
  readonly row?: Readonly<Record<string, Field>>;
  /** rows: parts that do not apply to what is filled in of a row so far. */
  hidesInRow?(row: Readonly<Record<string, unknown>>): readonly string[];
  /** checklist: the items, in order, under the name of the list. */
  readonly items?: { readonly list: string; readonly keys: readonly string[] };
  /** Consent, audience and risk have no default choice in a merge. */
  readonly noDefaultInMerge?: boolean;
}

/** A stored or imported value that does not have the shape its field promises (a list edited by hand). */
export class MalformedValue extends Error {
  override readonly name = 'MalformedValue';
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`malformed value: ${problem.code}`);
    this.problem = problem;
  }
}

/** Domain value of a field. */
export type ValueOf<F> = F extends Field<infer V> ? V : never;

/** Equality of domain values by canonical form; enough for merge and for "did anything change". */
export function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** Canonical JSON of plain data: keys sorted, `undefined` members left out. Throws TypeError for anything but plain data. */
export function canonical(value: unknown): string {
  if (value === undefined) return '';
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical: not a finite number');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError('canonical: not plain data');
}
