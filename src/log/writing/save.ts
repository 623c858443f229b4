/** One save: check, record the consent that came with it, pass the gate, write, mark, journal, close duties, empty the form's draft. */

import type { ConsentFile, Decision } from '../../domain/consent/consent-file.ts';
import type { FileStep } from '../../domain/consent/file-operations.ts';
import { fingerprint } from '../../domain/consent/fingerprint.ts';
import { recordDecision } from '../../domain/consent/withdrawal.ts';
import { sameValue } from '../../domain/fields/field.ts';
import type { Day, EntryId } from '../../domain/ids.ts';
import { isAnonymised } from '../../domain/keeping/marks.ts';
import {
  type AnyKind,
  type AnyRecord,
  checkRecord,
  type Entry,
  type Person,
} from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { Ability } from '../../domain/roles.ts';
import { consentFile } from '../../domain/system/consent-file.ts';
import type { KindHealth } from '../../store/book.ts';
import { aroundIn } from '../around.ts';
import { type Bookkeeping, isStoreError, NewerThanThis } from '../bookkeeping.ts';
import type { Clock } from '../clock.ts';
import type { ConsentFiles } from '../gate/consent-files.ts';
import type { GateDesk } from '../gate/gate-desk.ts';
import type { Pass } from '../gate/passage.ts';
import type { People } from '../gate/people.ts';
import type { Journal } from '../journal.ts';
import type { Replica } from '../memory/replica.ts';
import type { Drafts } from './drafts.ts';
import { planMerge } from './merge.ts';
import type { ConsentInput, Draft, DutyClosing, SaveOutcome } from './saving.ts';

export interface Desk {
  readonly books: Bookkeeping;
  readonly files: ConsentFiles;
  readonly gate: GateDesk;
  readonly journal: Journal;
  readonly drafts: Drafts;
  readonly replica: Replica;
  readonly people: People;
  readonly clock: Clock;
  /** The mission's day. */
  readonly today: () => Day;
  readonly by: Person;
  readonly mayWrite: (kind: string) => boolean;
  readonly may: (ability: Ability) => boolean;
  readonly health: (kind: string) => KindHealth | undefined;
  /** Waits until memory holds the whole book. */
  readonly complete: () => Promise<void>;
  readonly closeDuty: (closing: DutyClosing) => Promise<void>;
}

/** @throws StoreError when the world failed: nothing or the whole entry is there, and saving again is harmless. */
export async function saveDraft(desk: Desk, draft: Draft): Promise<SaveOutcome> {
  const kind = kindByKey(draft.kind);
  if (!kind || kind.system) throw new TypeError(`there is no form for ${draft.kind}`);
  const closed = readOnly(desk, kind, draft);
  if (closed) return closed;
  try {
    return await checkAndSave(desk, kind, draft);
  } catch (error) {
    if (error instanceof NewerThanThis) return { outcome: 'read-only', why: 'newer-schema' };
    throw error;
  }
}

async function checkAndSave(desk: Desk, kind: AnyKind, draft: Draft): Promise<SaveOutcome> {
  const before = startedOn(desk, draft);
  const around = aroundIn(desk.replica, desk.clock, before);
  const checked = checkRecord(kind, applying(kind, draft.values), desk.today(), around);
  if (!checked.ok) return { outcome: 'invalid', problems: checked.problems };

  const need = kind.need(checked.record);
  const goesAhead = need.kind === 'consent' && need.tense === 'ahead';
  if ((goesAhead && !desk.may('act')) || (draft.consent?.length && !desk.may('record-consent')))
    return { outcome: 'read-only', why: 'role' };

  const decider = kind.decision?.taken(checked.record, before);
  if (decider && !(desk.may('approve') && isSamePerson(decider, desk.by)))
    return { outcome: 'read-only', why: 'role' };

  const decisions = (draft.consent ?? []).map((input, index) => decisionFrom(desk, input, draft, index));
  const unsound = decisions.findIndex(({ about, decision }) => !isSound(about, decision));
  if (unsound >= 0)
    return { outcome: 'invalid', problems: { consent: [{ code: 'malformed', row: String(unsound) }] } };
  for (const { about, decision } of decisions) await appendDecision(desk, about, decision);

  const outcome = await passAndWrite(desk, kind, draft, checked.record);
  if (outcome.outcome !== 'saved') return outcome;
  for (const closing of draft.closes ?? []) await desk.closeDuty(closing);
  if (!draft.besideForm) await desk.drafts.empty(draft).catch(() => undefined);
  return outcome;
}

/** What this edit began with. What a colleague stored since is no change of ours; merged, the whole is checked by theirs. */
function startedOn(desk: Desk, { entry, base }: Draft): AnyRecord | undefined {
  const held = base && desk.replica.find(entry);
  return held?.version === base?.version ? held?.record : base?.record;
}

async function passAndWrite(
  desk: Desk,
  kind: AnyKind,
  draft: Draft,
  record: AnyRecord,
): Promise<SaveOutcome> {
  const before = draft.base ? desk.replica.find(draft.entry) : undefined;
  if (draft.base && before && before.version !== draft.base.version)
    return mergeOrGoOn(desk, kind, draft, record, before);
  const passage = await desk.gate.pass({ kind, entry: draft.entry, record, by: desk.by }, before);
  if ('refused' in passage) return { outcome: 'refused', verdict: passage.refused };
  if ('sayWhy' in passage) return { outcome: 'say-why', verdict: passage.sayWhy };
  if ('doneBefore' in passage) {
    const there = await desk.books.fresh(kind, draft.entry);
    if (!there) throw new TypeError('a used ticket without its entry');
    if (sameValue(there.record, record)) return saved(desk, kind, there, [], []);
    return mergeOrGoOn(desk, kind, startedFrom(desk, draft, there), record, there);
  }
  return write(desk, kind, draft, record, passage.pass);
}

async function write(
  desk: Desk,
  kind: AnyKind,
  draft: Draft,
  record: AnyRecord,
  pass: Pass,
): Promise<SaveOutcome> {
  let entry: Entry;
  try {
    entry = draft.base
      ? await desk.books.amend(pass.cleared, draft.base)
      : await desk.books.add(pass.cleared);
  } catch (error) {
    const there = isStoreError(error, 'changed-meanwhile', 'duplicate')
      ? (error.fresh ?? (await desk.books.fresh(kind, draft.entry)))
      : undefined;
    // A save that broke off had done this very act. Otherwise the ticket is given back, unless the answer was lost:
    // then the next try finds out.
    if (there?.ticket !== undefined && there.ticket === pass.cleared.ticket) await pass.used();
    else if (!(isStoreError(error) && error.maybeDone)) await pass.release().catch(() => undefined);
    if (!there) throw error;
    desk.replica.apply([there]);
    return mergeOrGoOn(desk, kind, startedFrom(desk, draft, there), record, there);
  }
  const recalled = await pass.used();
  // The entry is there; a pulse that could not be written is made good by the sweep.
  await desk.journal
    .write({
      act: draft.base ? 'amended' : 'added',
      kind: kind.key,
      entry: entry.entry,
    })
    .catch(() => undefined);
  return saved(desk, kind, entry, pass.left, recalled);
}

/** A draft that went on after its first save had arrived unheard started from nothing but its own earlier words. */
function startedFrom(desk: Desk, draft: Draft, there: Entry): Draft {
  const untouched = there.at === there.createdAt && there.by.objectId === desk.by.objectId;
  if (draft.base || !untouched) return draft;
  return { ...draft, base: { id: there.id, version: there.version, record: there.record } };
}

/** Changes of different fields settle by themselves and pass the gate anew; anything else is for a person. */
function mergeOrGoOn(
  desk: Desk,
  kind: AnyKind,
  draft: Draft,
  record: AnyRecord,
  theirs: Entry,
): Promise<SaveOutcome> | SaveOutcome {
  const plan = planMerge(kind, draft.base?.record ?? {}, record, theirs);
  if (plan.fields.length > 0) return { outcome: 'merge', plan };
  return rebased(desk, kind, draft, theirs, plan.settled);
}

/** Saves `values` over what somebody else saved. The consent that came with the draft is in its file by now. */
export async function rebased(
  desk: Desk,
  kind: AnyKind,
  draft: Draft,
  theirs: Entry,
  values: AnyRecord,
): Promise<SaveOutcome> {
  const { id, version, record } = theirs;
  const { consent: _, ...rest } = draft;
  return saveDraft(desk, { ...rest, kind: kind.key, values, base: { id, version, record } });
}

function saved(
  desk: Desk,
  kind: AnyKind,
  entry: Entry,
  left: Pass['left'],
  recalled: Pass['left'],
): SaveOutcome {
  const find = (id: EntryId) => desk.replica.find(id)?.record;
  const next = (kind.next?.(entry.record, entry.entry, find) ?? []).map((each) => ({ ...each }));
  return { outcome: 'saved', entry, next, left, recalled };
}

function readOnly(desk: Desk, kind: AnyKind, draft: Draft): SaveOutcome | undefined {
  const held = desk.replica.find(draft.entry);
  if (held?.newer) return { outcome: 'read-only', why: 'newer-schema' };
  if ((held && isAnonymised(held)) || desk.replica.removed().some(({ entry }) => entry === draft.entry))
    return { outcome: 'read-only', why: 'put-away' };
  if (draft.base && kind.appendOnly) return { outcome: 'read-only', why: 'append-only' };
  if (!desk.mayWrite(kind.key)) return { outcome: 'read-only', why: 'role' };
  const health = desk.health(kind.key);
  const broken =
    health && (health.list === 'missing' || health.missingColumns.length + health.wrongColumns.length > 0);
  return broken ? { outcome: 'read-only', why: 'missing-column' } : undefined;
}

function isSamePerson(a: Person, b: Person): boolean {
  return a.objectId === b.objectId && a.tenantId === b.tenantId;
}

/** One decision that a file cannot hold would make all the others unreadable. @throws TypeError */
export function assertSound(about: ConsentInput['about'], decision: Decision): void {
  if (!isSound(about, decision)) throw new TypeError(`consent ${decision.id}: not a sound decision`);
}

function isSound(about: unknown, decision: Decision): boolean {
  return consentFile.fields.about.check(about).ok && consentFile.fields.decisions.check([decision]).ok;
}

/** Fields that do not apply to what was filled in are left empty. */
function applying(kind: AnyKind, values: AnyRecord): AnyRecord {
  const hidden = new Set(kind.hides?.(values) ?? []);
  return Object.fromEntries(Object.entries(values).filter(([key]) => !hidden.has(key)));
}

/**
 * The id depends only on the entry, what its edit started from and the place in it, so that a repeated save records
 * nothing twice and a later edit is not taken for one.
 */
function decisionFrom(
  desk: Desk,
  input: ConsentInput,
  { entry: source, base }: Draft,
  index: number,
): { readonly about: ConsentInput['about']; readonly decision: Decision } {
  const { about, ...said } = input;
  const id = `${source}:${index}${base ? `:${fingerprint(base.version)}` : ''}`;
  return {
    about,
    decision: { ...said, id, by: desk.by, at: desk.clock.now(), source },
  };
}

/**
 * Adds a decision to its file by compare-and-swap and journals it. Where an earlier try of the same save said something
 * else, both stay and this one is the later. @throws TypeError for a decision that cannot be added at all.
 */
export async function appendDecision(
  desk: Desk,
  about: ConsentInput['about'],
  decision: Decision,
): Promise<void> {
  assertSound(about, decision);
  const { entry } = await desk.files.change(about, (file) => withDecision(desk, file, decision));
  await journalDecision(desk, about, decision, entry);
}

/** The file with the decision in it, once however often it is tried; see `appendDecision`. */
export function withDecision(desk: Desk, file: ConsentFile, decision: Decision): ConsentFile {
  const add = (id: string): FileStep =>
    recordDecision(file, { ...decision, id }, desk.people.evidence([file.about]), desk.clock.now());
  const said = triesOf(file, decision);
  const again = add(said.at(-1)?.id ?? decision.id);
  const step = again.ok || again.why !== 'other-decision' ? again : add(`${decision.id}.${said.length + 1}`);
  if (!step.ok) throw new TypeError(`consent ${decision.id}: ${step.why}`);
  return step.file;
}

/** What earlier tries of the same save left in the file. */
export function triesOf(file: ConsentFile, { id }: Decision): readonly Decision[] {
  return file.decisions.filter((each) => each.id === id || each.id.startsWith(`${id}.`));
}

export async function journalDecision(
  desk: Desk,
  about: ConsentInput['about'],
  decision: Decision,
  entry: Entry | undefined,
): Promise<void> {
  if (!entry) return;
  await desk.journal
    .write({
      act: decision.outcome === 'withdrawn' ? 'withdrawn' : 'consent-recorded',
      kind: entry.kind,
      entry: entry.entry,
      about,
    })
    .catch(() => undefined);
}
