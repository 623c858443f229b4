/** The state of an open form as a pure machine: what was typed, what is wrong, what saving led to. */

import type { Verdict } from '../../domain/consent/decision.ts';
import { sameValue } from '../../domain/fields/field.ts';
import type { Instant } from '../../domain/ids.ts';
import type { AnyKind, AnyRecord, Entry, Problems } from '../../domain/record-kind.ts';
import type { Draft, MergePlan, SaveOutcome } from '../../log/writing/saving.ts';

/** What the person must deal with before the form can be saved. */
export type Standing =
  | { readonly is: 'open' }
  | { readonly is: 'saving' }
  | { readonly is: 'refused'; readonly verdict: Verdict }
  | { readonly is: 'say-why'; readonly verdict: Verdict }
  | { readonly is: 'merge'; readonly plan: MergePlan }
  | { readonly is: 'read-only'; readonly why: ReadOnlyWhy }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'saved'; readonly outcome: Extract<SaveOutcome, { outcome: 'saved' }> };

export type ReadOnlyWhy = Extract<SaveOutcome, { outcome: 'read-only' }>['why'];

/** Where the draft lies besides this window. */
export type Kept =
  | { readonly where: 'nowhere' }
  | { readonly where: 'book'; readonly at: Instant }
  | { readonly where: 'memory' };

export interface FormState {
  readonly draft: Draft;
  /** What the form opened with: the measure of "changed". */
  readonly opened: Draft;
  /** What the book holds of this draft, if it holds one. */
  readonly keptDraft: Draft | undefined;
  readonly kept: Kept;
  /** What picked entries filled in. */
  readonly taken: AnyRecord;
  readonly visited: ReadonlySet<string>;
  readonly submitted: boolean;
  /** Keys of the cautions that the person ticked as seen. */
  readonly seen: ReadonlySet<string>;
  /** Problems that only saving brought to light. */
  readonly late: Problems;
  readonly standing: Standing;
}

export type FormEvent =
  | { readonly do: 'set'; readonly key: string; readonly raw: unknown }
  | { readonly do: 'take'; readonly values: AnyRecord }
  | { readonly do: 'attach'; readonly with: Pick<Draft, 'consent' | 'closes'> }
  | { readonly do: 'leave'; readonly key: string }
  | { readonly do: 'see'; readonly cautions: readonly string[] }
  | { readonly do: 'submit'; readonly sound: boolean }
  | { readonly do: 'outcome'; readonly outcome: SaveOutcome }
  | { readonly do: 'fail'; readonly error: unknown }
  | { readonly do: 'resume' }
  | { readonly do: 'kept'; readonly draft: Draft; readonly at: Instant }
  | { readonly do: 'not-kept' };

/** A form on `draft`; `at` when the draft came from the book. */
export function openForm(draft: Draft, at?: Instant): FormState {
  return {
    draft,
    opened: draft,
    keptDraft: at ? draft : undefined,
    kept: at ? { where: 'book', at } : { where: 'nowhere' },
    taken: {},
    visited: new Set(),
    submitted: false,
    seen: new Set(),
    late: {},
    standing: { is: 'open' },
  };
}

export function stepForm(state: FormState, event: FormEvent): FormState {
  switch (event.do) {
    case 'set':
      return {
        ...state,
        draft: { ...state.draft, values: withValue(state.draft.values, event.key, event.raw) },
        late: without(state.late, event.key),
        standing: afterChange(state.standing),
      };
    case 'take':
      return taking(state, event.values);
    case 'attach':
      return {
        ...state,
        draft: attached(state.draft, event.with),
        standing: afterChange(state.standing),
      };
    case 'leave':
      return state.visited.has(event.key)
        ? state
        : { ...state, visited: new Set([...state.visited, event.key]) };
    case 'see':
      return { ...state, seen: new Set(event.cautions) };
    case 'submit':
      return {
        ...state,
        submitted: true,
        late: {},
        standing: event.sound ? { is: 'saving' } : { is: 'open' },
      };
    case 'outcome':
      return settled(state, event.outcome);
    case 'fail':
      return { ...state, standing: { is: 'failed', error: event.error } };
    case 'resume':
      return { ...state, standing: { is: 'open' } };
    case 'kept':
      return { ...state, keptDraft: event.draft, kept: { where: 'book', at: event.at } };
    case 'not-kept':
      return { ...state, kept: { where: 'memory' } };
  }
}

function withValue(values: AnyRecord, key: string, raw: unknown): AnyRecord {
  const { [key]: _, ...others } = values;
  return raw === undefined ? others : { ...others, [key]: raw };
}

/** Fills in what is empty or untouched: as the form started, or as an entry picked before filled it in. */
function taking(state: FormState, offered: AnyRecord): FormState {
  const { draft, opened, taken } = state;
  const wasTaken = (key: string): boolean => key in taken && sameValue(draft.values[key], taken[key]);
  const isFree = (key: string): boolean =>
    isEmpty(draft.values[key]) ||
    wasTaken(key) ||
    (draft.base === undefined && sameValue(draft.values[key], opened.values[key]));
  const given = Object.entries(offered).filter(([key, value]) =>
    value === undefined ? wasTaken(key) : isFree(key),
  );
  return {
    ...state,
    draft: {
      ...draft,
      values: given.reduce((values, [key, value]) => withValue(values, key, value), draft.values),
    },
    taken: { ...taken, ...Object.fromEntries(given) },
  };
}

function without(problems: Problems, key: string): Problems {
  const { [key]: _, ...others } = problems;
  return others;
}

function attached(draft: Draft, parts: Pick<Draft, 'consent' | 'closes'>): Draft {
  const { consent = draft.consent, closes = draft.closes } = parts;
  const { consent: _, closes: __, ...bare } = draft;
  return {
    ...bare,
    ...(consent && consent.length > 0 ? { consent } : {}),
    ...(closes && closes.length > 0 ? { closes } : {}),
  };
}

/** A refusal or a fault speaks of what was sent: once that changes it is out of date. A merge and a save in flight stay. */
function afterChange(standing: Standing): Standing {
  return standing.is === 'failed' || standing.is === 'refused' ? { is: 'open' } : standing;
}

function settled(state: FormState, outcome: SaveOutcome): FormState {
  switch (outcome.outcome) {
    case 'saved':
      return { ...state, standing: { is: 'saved', outcome } };
    case 'invalid':
      return { ...state, late: outcome.problems, standing: { is: 'open' } };
    case 'refused':
      return { ...state, standing: { is: 'refused', verdict: outcome.verdict } };
    case 'say-why':
      return { ...state, standing: { is: 'say-why', verdict: outcome.verdict } };
    case 'merge':
      return { ...state, standing: { is: 'merge', plan: outcome.plan } };
    case 'read-only':
      return { ...state, standing: { is: 'read-only', why: outcome.why } };
  }
}

/** Whether anything would be lost by closing now. */
export function isChanged(state: FormState): boolean {
  return state.standing.is !== 'saved' && !sameDraft(state.draft, state.opened);
}

/** Whether the book holds exactly what the form holds. */
export function isKept(state: FormState): boolean {
  return state.keptDraft !== undefined && sameDraft(state.draft, state.keptDraft);
}

/** Whether words would be lost if the window went away now: typed, and neither in the log nor in the book. */
export function isUnkept(state: FormState): boolean {
  return isChanged(state) && !isKept(state);
}

/** What keeping answers without writing; undefined where it must write. A save on its way may still end with nothing stored. */
export function keptAlready(state: FormState): boolean | undefined {
  if (!isUnkept(state)) return true;
  return state.standing.is === 'saving' ? false : undefined;
}

/** ms without a key before the draft goes to the book: soon the first time, then rarely. */
export function pauseBeforeKeeping(state: FormState): number {
  return state.kept.where === 'nowhere' ? 3_000 : 10_000;
}

function sameDraft(a: Draft, b: Draft): boolean {
  return (
    a === b ||
    (sameValue(a.values, b.values) &&
      sameValue(a.consent ?? [], b.consent ?? []) &&
      sameValue(a.closes ?? [], b.closes ?? []))
  );
}

/** Problems to show now: in place once a field was left, all of them once the form was submitted. */
export function shownProblems(state: FormState, found: Problems): Problems {
  const now = Object.entries(found).filter(
    ([key]) => state.submitted || (state.visited.has(key) && !onlyMissing(found, key)),
  );
  return { ...Object.fromEntries(now), ...state.late };
}

/** Walking past an empty field is no mistake yet. */
function onlyMissing(found: Problems, key: string): boolean {
  return (found[key] ?? []).every((problem) => problem.code === 'required');
}

/** How many fields of a section hold something. */
export function filledIn(values: AnyRecord, keys: readonly string[]): number {
  return keys.filter((key) => !isEmpty(values[key])).length;
}

export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A draft that edits `entry`; keeps the entry's own id. */
export function draftOf(entry: Entry): Draft {
  return {
    kind: entry.kind,
    entry: entry.entry,
    values: entry.record,
    base: { id: entry.id, version: entry.version, record: entry.record },
  };
}

/** The sections of a form in order, `main` first. */
export function sectionsOf(kind: AnyKind): readonly (readonly [string, readonly string[]])[] {
  const all = Object.entries(kind.sections);
  return [...all.filter(([name]) => name === 'main'), ...all.filter(([name]) => name !== 'main')];
}
