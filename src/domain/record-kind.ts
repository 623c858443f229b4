/** A record kind is declared once, in one file; type, validation, columns, form, table, gate needs and words follow from it. */

import type { SharingRules } from './circle/sharing-rules.ts';
import type { Circumstances } from './consent/consent-file.ts';
import type { Need } from './consent/need.ts';
import type { Unit } from './consent/persons.ts';
import { checkFields } from './fields/check-fields.ts';
import type { Field, Problem, ValueOf, Words } from './fields/field.ts';
import type { Code, Day, EntryId, Instant, MissionCode } from './ids.ts';
import type {
  Around,
  AsksOthers,
  Attendance,
  CalendarMark,
  Caution,
  DecisionStep,
  Edit,
  Going,
  Promised,
  Retention,
  Settling,
} from './kind-hooks.ts';
import type { AnyRecord, Person } from './record-values.ts';
import { problemsNow } from './stood-before.ts';
import type { OwnDays } from './usual-days.ts';

export type { AnyRecord, Person } from './record-values.ts';

export type Fields = Readonly<Record<string, Field>>;

/** The record of a set of fields: required ones present, the others possibly absent. */
export type RecordOf<F extends Fields> = {
  readonly [K in keyof F as F[K]['required'] extends true ? K : never]: ValueOf<F[K]>;
} & {
  readonly [K in keyof F as F[K]['required'] extends true ? never : K]?: ValueOf<F[K]>;
};

export type Problems = Readonly<Record<string, readonly Problem[]>>;

/** Who or what asks for a value while the gate and the timeline are computed. */
export interface KindDeclaration<F extends Fields> {
  /** kebab-case, stable for ever. */
  readonly key: string;
  /** Display name of the list in SharePoint, stable for ever. */
  readonly list: string;
  readonly schema: number;
  /** `system` kinds have no form, table or timeline of their own. */
  readonly system?: true;
  /** Never amended once stored (history that matters). */
  readonly appendOnly?: true;
  /** Not part of the first load, the pulse, delta or search (identities). */
  readonly apart?: true;
  /**
   * A row of a circle book, which its host can read: stored with the columns of its fields, its id, its last day and its
   * schema, and nothing else. A field that the kind does not have is an error.
   */
  readonly bare?: true;
  /** An owner must switch versioning off for this list (identities, drafts, consent files). */
  readonly versionless?: true;
  readonly fields: F;
  /** First the few fields that are needed (`main`), then named sections, closed at first. Every field stands in exactly one. */
  readonly sections: Readonly<Record<string, readonly (keyof F & string)[]>>;
  /** Columns of the table, in order. */
  readonly table: readonly (keyof F & string)[];
  /** Fields to be read in the opened entry alone: no list, search or filter tells anything of them. */
  readonly unlisted?: readonly (keyof F & string)[];
  /** One line that says what this entry is, without names. */
  summary(record: RecordOf<F>, words: Words): string;
  /** The day it belongs to in a timeline. */
  day(record: RecordOf<F>): Day | undefined;
  /** `open` while something is still expected of it, else the last day on which it matters. */
  live(record: RecordOf<F>): 'open' | Day;
  /** What the gate must clear for this record as it stands; `none` needs no consent. */
  need(record: RecordOf<F>): Need;
  /** What a row takes along for others to open, and the missions it goes to; undefined while it takes nothing along. */
  carries?(
    record: RecordOf<F>,
  ): { readonly envelope: string; readonly to: readonly MissionCode[] } | undefined;
  /** Names of the rules, each with its words `rules.<kind>.<rule>`. */
  readonly ruleNames?: readonly string[];
  /** Rules across fields: problems by field key, with code `rule` and `values.rule` naming one of `ruleNames`. */
  rules?(record: RecordOf<F>, today: Day, around?: Around): Problems;
  /** What a new form starts with; `me` opens it. */
  starts?(today: Day, me: Person): AnyRecord;
  /** Fields that do not apply to what has been filled in so far: not shown, and left empty when saved. */
  hides?(draft: AnyRecord): readonly (keyof F & string)[];
  /** Optional fields that a rule asks for with what has been filled in so far: marked as needed. */
  needs?(draft: AnyRecord): readonly (keyof F & string)[];
  /** Fields that follow from the others, or from what was stored, and are never typed: set whenever a record is checked. */
  follows?(record: RecordOf<F>, before?: AnyRecord): AnyRecord;
  /** The same record without the rows about people whom the gate leaves out. */
  without?(record: AnyRecord, isOut: (code: Code) => boolean): AnyRecord;
  /** What came of it is told in the record itself and has a duty of its own: the general duty to tell does not ask again. */
  readonly tellsItself?: true;
  /** People write it who may not open the journal: others hear of it only by reading its list again. */
  readonly unheard?: true;
  /** Names a part of the page that stands under an opened entry of this kind. */
  readonly part?: string;
  /** Names a figure of the day that its lists and its view show beside what is kept (how long a request has waited). */
  readonly glance?: string;
  /** What picking another entry in a field tells about further fields: filled in where nobody has typed. */
  takesOver?(field: keyof F & string, picked: AnyRecord): AnyRecord;
  /** What a value that was set tells about further fields (`draft` has it): filled in where nobody has typed. */
  fillsIn?(field: keyof F & string, draft: AnyRecord, own?: OwnDays): AnyRecord;
  /** What else a change of a stored record must say: set in the form at once, so that nobody looks for where to say it. */
  asksBesides?(field: keyof F & string, edit: Edit): AnyRecord;
  /** It records what was seen: whoever only observes writes it too. */
  readonly observed?: true;
  /** Its form carries consent: what they asked us to do, and what is settled when speaking, in the same save. */
  readonly carriesConsent?: true;
  /** Names of the cautions, each with its words `cautions.<kind>.<caution>`. */
  readonly cautionNames?: readonly string[];
  /**
   * What could harm the defender about this record although it is sound: shown before it is saved, and the person says
   * that they saw it. `about` is the record of the defender it is about, where it is known.
   */
  cautions?(record: RecordOf<F>, about: AnyRecord | undefined): readonly Caution[];
  /**
   * Codes of which nothing leaves the mission ("own mission, no export"): no entry that names one of them is exported,
   * printed, copied or put into a brief.
   */
  noExport?(record: RecordOf<F>): readonly Code[];
  /** The choice that says with whom it was, where it was with no defender. */
  readonly insteadOfAbout?: keyof F & string;
  /** Its own code stands for these defenders: what is said of the entry is said of the code. */
  behind?(record: RecordOf<F>): readonly Code[];
  /** What its own code stands for when the gate asks whose consent counts. */
  unit?(record: RecordOf<F>): Unit;
  /** Who its own code stands for when the gate asks who may speak for them. */
  person?(record: RecordOf<F>): Pick<Circumstances, 'speakers' | 'minor' | 'group'>;
  /** How and where the one it is about is since then (a key of `statuses`): the newest entry counts. */
  status?(record: RecordOf<F>): string;
  /** Who belongs to what its own code names, today or once: the defenders of a case, the members of a group. */
  members?(record: RecordOf<F>): readonly Code[];
  calendar?(record: RecordOf<F>): readonly CalendarMark[];
  /** Our own people who mean to be there, or were. */
  attends?(record: RecordOf<F>): readonly Person[];
  /** Its place in a chain of dates: the entry it takes the place of, and why it was itself put off. */
  chain?(record: RecordOf<F>): { readonly previous?: EntryId; readonly why?: string };
  /** Put before the head of the own mission: only who may approve decides. */
  readonly decision?: DecisionStep<RecordOf<F>>;
  /** What is filled in by hand where phones stay at the door, on a sheet without a code; the second part only out of hearing. */
  readonly blankSheet?: {
    readonly open: readonly (keyof F & string)[];
    readonly inPrivate?: readonly (keyof F & string)[];
  };
  /** Says that it names nobody and rests on nobody's consent: a name in its texts is then more than an oversight. */
  namesNobody?(record: AnyRecord): boolean;
  /** Something asked of us that we will not or cannot do: those it concerned are told, as of what was done. */
  refused?(record: RecordOf<F>): boolean;
  /** Key of the guideline measure this counts as. */
  measure?(record: RecordOf<F>): string | undefined;
  /** The day on which it brought news of the people it touches, if it did: they were spoken with, seen, or heard of. */
  bringsNews?(record: RecordOf<F>): Day | undefined;
  /** What a change starts with that takes up again what was closed; undefined while it is not closed. */
  reopens?(record: RecordOf<F>, today: Day): AnyRecord | undefined;
  /** The day on which there was contact with, or about, everybody it touches: what is kept since then runs from it. */
  contactOn?(record: RecordOf<F>): Day;
  /** The day on which it did something that may bring reprisals: those it touches are asked afterwards how they are. */
  checksReprisals?(record: RecordOf<F>): Day | undefined;
  /** How entries of this kind may be shared with other missions; absent: they stay in the mission. */
  readonly sharing?: SharingRules<RecordOf<F>>;
  /** What somebody of ours is to do by a day because of it; `id` is the same for ever. */
  promises?(record: RecordOf<F>): readonly Promised[];
  /** A draft for what comes next (the next hearing of an observation), by kind key. */
  next?(
    record: RecordOf<F>,
    entry: EntryId,
    /** The record of another entry of the same book, to carry over what it planned. */
    find?: (entry: EntryId) => AnyRecord | undefined,
  ): readonly { readonly kind: string; readonly draft: AnyRecord }[];
  /**
   * What it tells of another entry that does not say so yet, with the words `settles.<kind>`: offered for one press,
   * never written by itself. `mission` is the own one.
   */
  settles?(
    record: RecordOf<F>,
    find: (entry: EntryId) => AnyRecord | undefined,
    mission: MissionCode,
  ): readonly Settling[];
  /** How long it is kept; 36 months after it closed where absent. `keep`: it says nothing about a person. */
  readonly retention?: Retention | 'keep';
  /** What anonymising must do beyond what the fields do for themselves; gets what they left. */
  anonymise?(kept: AnyRecord): AnyRecord;
  /**
   * Whether somebody of a mission goes there: what that mission has said so far, and the record once it says so. Undefined
   * where nothing is asked (any more).
   */
  going?(record: RecordOf<F>, mission: MissionCode): Going | undefined;
  /**
   * Of a record of which perhaps only some parts are known (another mission shared it): where somebody should be, who
   * goes, and what came of it by `today` and the days of the mission. Undefined where the parts known tell no day.
   */
  attendance?(known: AnyRecord, today: Day, own?: OwnDays): Attendance | undefined;
  /** What a request to other missions begins with; undefined where none could help (any more). */
  asksOthers?(record: RecordOf<F>): AsksOthers | undefined;
  /**
   * A draft that tells the authorities which missions come: a step of its own with its own consent, offered and never
   * made by itself. Undefined once there is nothing to announce.
   */
  announcement?(
    record: RecordOf<F>,
    goes: readonly MissionCode[],
  ): { readonly kind: string; readonly draft: AnyRecord } | undefined;
  /** The entry whose course this one reports: whoever went there is proposed as its reader. */
  reportsOn?(record: RecordOf<F>): EntryId | undefined;
  /** Pure numbered steps: `migrations[n]` turns stored schema n into n + 1. */
  readonly migrations?: Readonly<Record<number, (old: AnyRecord) => AnyRecord>>;
}

export type RecordKind<F extends Fields = Fields> = KindDeclaration<F>;
/** Any kind, seen by code that serves all of them. */
// The methods are bivariant on purpose: a kind is only ever handed records that it checked itself.
export type AnyKind = RecordKind<Fields>;

/** The record type of a kind: `RecordIn<typeof contact>`. */
export type RecordIn<K> = K extends KindDeclaration<infer F> ? RecordOf<F> : never;

/** An entry: a record as a book holds it. */
export interface Entry<R = AnyRecord> {
  readonly kind: string;
  /** The book's own id of the stored row; opaque outside the store. */
  readonly id: string;
  readonly entry: EntryId;
  /** Opaque; changes with every write. */
  readonly version: string;
  /** The server's instant of the last write. */
  readonly at: Instant;
  readonly createdAt: Instant;
  readonly schema: number;
  /** Who saved it, as they signed in (object id, tenant id, name). */
  readonly by: Person;
  /** Consent decision ids that cleared it, `none`, or `none-on-record` (done without consent). */
  readonly under: readonly string[];
  readonly ticket?: string;
  readonly record: R;
  /** Set when this app is older than the entry: shown, never written. */
  readonly newer?: true;
}

/**
 * Checks a declaration (unknown field in a section or table, a field in two sections, reserved keys) and returns it.
 * Throws TypeError naming the kind and the fault: a broken kind fails at start-up, not on screen.
 */
export function defineRecordKind<F extends Fields>(kind: KindDeclaration<F>): RecordKind<F> {
  const placed = Object.values(kind.sections).flat();
  for (const key of Object.keys(kind.fields)) {
    if (RESERVED.has(key)) throw new TypeError(`${kind.key}: ${key} is a column that every entry has`);
    if (!/^[a-z][A-Za-z0-9]*$/.test(key) || /(Id|LookupId)$/.test(key))
      throw new TypeError(`${kind.key}: ${key} cannot be a column name`);
    if (placed.filter((name) => name === key).length !== 1)
      throw new TypeError(`${kind.key}: ${key} must stand in exactly one section`);
  }
  for (const key of [...placed, ...kind.table])
    if (!(key in kind.fields)) throw new TypeError(`${kind.key}: ${key} is not a field`);
  return kind;
}

/** Columns that every entry has beside its fields. `about`, `named` and `step` may be declared as fields and then fill theirs. */
const RESERVED = new Set(['entry', 'live', 'schema', 'by', 'under', 'ticket', 'title']);

/**
 * Raw values (a draft) to a record: every problem found at once, cross-field rules only when each field is sound. `stood`:
 * days that lay ahead in the stored record already.
 */
export function checkRecord<F extends Fields>(
  kind: RecordKind<F>,
  raw: AnyRecord,
  today: Day,
  around?: Around,
):
  | { readonly ok: true; readonly record: RecordOf<F>; readonly stood?: Problems }
  | { readonly ok: false; readonly problems: Problems } {
  const checked = checkFields(kind.fields, raw);
  if (!checked.ok) return checked;
  const hidden: readonly string[] = kind.hides?.(checked.values) ?? [];
  const shown = Object.entries(checked.values).filter(([key]) => !hidden.includes(key));
  const typed = Object.fromEntries(shown) as RecordOf<F>;
  const record = kind.follows ? { ...typed, ...kind.follows(typed, around?.before) } : typed;
  const { refuse, stood } = problemsNow(kind as AnyKind, record, today, around);
  if (Object.keys(refuse).length > 0) return { ok: false, problems: refuse };
  return Object.keys(stood).length > 0 ? { ok: true, record, stood } : { ok: true, record };
}

/** The defender, group or case a record is about, if it is about one. */
export function aboutOf(record: AnyRecord): Code | undefined {
  return typeof record.about === 'string' ? (record.about as Code) : undefined;
}

/** All codes a record touches, `about` first, each once. */
export function codesOf(record: AnyRecord): readonly Code[] {
  const named = Array.isArray(record.named) ? (record.named as Code[]) : [];
  const about = aboutOf(record);
  return [...new Set(about ? [about, ...named] : named)];
}
