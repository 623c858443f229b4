/** Makes entries anonymous one by one: first whatever leads to them from elsewhere, then the entry, so that it can be taken up again. */

import { clearAnonymised, clearNone } from '../domain/consent/clear.ts';
import { emptyFile } from '../domain/consent/file-operations.ts';
import type { Anonymising } from '../domain/fields/field.ts';
import { type Code, dayOf, type EntryId } from '../domain/ids.ts';
import { concernsOthers, replacing } from '../domain/keeping/anonymise.ts';
import { isAnonymised } from '../domain/keeping/marks.ts';
import { holdOver, membersIn, standingHolds } from '../domain/keeping/retention.ts';
import { aboutOf, codesOf, type Entry } from '../domain/record-kind.ts';
import { kindOf } from '../domain/registry.ts';
import { consentArchive, consentFile } from '../domain/system/consent-file.ts';
import { takenBack } from '../domain/system/consular-desk.ts';
import { type ConsularFile, consularFile } from '../domain/system/consular-file.ts';
import { dutyClosing } from '../domain/system/duty-closing.ts';
import { identity } from '../domain/system/identity.ts';
import { dueLists } from './due-lists.ts';
import { derivedEntryId, type Environment } from './environment.ts';
import type { Anonymised, Life, Stayed } from './life.ts';
import type { LifeDesk } from './life-desk.ts';
import { definesCode } from './put-away.ts';

export function makeAnonymous(
  desk: LifeDesk,
  environment: Environment,
): Pick<Life, 'anonymise' | 'emptyIdentity' | 'emptyConsent' | 'eraseView' | 'erase'> {
  const { books, files, journal, notes, replica, people, clock, by } = desk;

  function mustKeep(): void {
    if (!desk.may('keep')) throw new TypeError('nothing is made anonymous in this role');
  }

  function isHeld(codes: readonly Code[]): boolean {
    const holds = standingHolds(replica.of('legal-hold'), dayOf(clock.now()));
    return holdOver(codes, holds, membersIn(replica.entries())) !== undefined;
  }

  /** One new code for each, the same throughout a run, so that persons can still be counted. */
  function strangers(): (code: Code) => Code {
    const fresh = new Map<Code, Code>();
    const made = new Set<Code>();
    return (code) => {
      if (made.has(code)) return code;
      const known = fresh.get(code) ?? desk.newCode();
      fresh.set(code, known);
      made.add(known);
      return known;
    };
  }

  /** Tickets, decisions and closed duties quote the entry by its id: they get another one that leads nowhere. */
  async function detach(entry: Entry, how: Anonymising): Promise<void> {
    const { entry: id, record } = entry;
    const other = desk.newEntryId();
    for (const closing of replica.of(dutyClosing.key)) {
      const duty = String(closing.record.duty);
      if (!duty.startsWith(id)) continue;
      const { reason: _, about, ...kept } = closing.record;
      const after = {
        ...kept,
        duty: duty.replaceAll(id, other),
        ...(about === undefined ? {} : { about: how.code(about as Code) }),
        // A reason that must be there says no more than that there was one.
        ...(kept.outcome === 'not-told' || kept.outcome === 'changed' ? { reason: '–' } : {}),
      };
      await books.amend(clearNone({ kind: dutyClosing, entry: closing.entry, record: after, by }), closing);
    }
    // The bundle at the consular desk goes with its request.
    for (const file of replica.of(consularFile.key)) {
      if (file.record.request !== id) continue;
      const given = takenBack(file.record as ConsularFile, dayOf(clock.now()));
      const after = { ...given, request: other, about: how.code(file.record.about as Code) };
      await books.amend(clearNone({ kind: consularFile, entry: file.entry, record: after, by }), file);
    }
    const quotes = (value: unknown) => JSON.stringify(value).includes(id);
    const codes = new Set([...codesOf(record), ...people.personsOf(codesOf(record))]);
    for (const code of codes) {
      const held = people.file(code);
      if (held && quotes(held)) await files.change(code, (file) => requoted(file, id, other));
    }
    const archives = (await books.book.loadAll(consentArchive)).entries.filter(
      (each) => codes.has(each.record.about as Code) && quotes(each.record),
    );
    for (const archive of archives) {
      const after = requoted(archive.record, id, other);
      await books.amend(
        clearNone({ kind: consentArchive, entry: archive.entry, record: after, by }),
        archive,
      );
    }
  }

  async function one(entry: Entry, how: Anonymising): Promise<void> {
    const kind = kindOf(entry.kind);
    const about = aboutOf(entry.record);
    if (definesCode(kind) && about !== undefined && how.code(about) !== about) await emptied(about);
    await detach(entry, how);
    const fresh = await books.fresh(kind, entry.entry);
    if (!fresh || isAnonymised(fresh)) return;
    await books.amend(clearAnonymised({ kind, before: fresh, by }, how), fresh);
    await journal.write({ act: 'anonymised', kind: kind.key, entry: entry.entry }).catch(() => undefined);
  }

  async function emptied(about: Code): Promise<boolean> {
    const entry = await derivedEntryId(environment, `identity ${about}`);
    await journal.write({ act: 'identity-emptied', kind: identity.key, entry, about });
    const held = await books.book.find(identity, entry);
    if (held) {
      const record = { about, fullName: '–' };
      await books.amend(clearNone({ kind: identity, entry, record, by }), held.entry);
    }
    await notes.note(
      { kind: identity.key, entry, ...(held ? { item: held.entry.id } : {}) },
      { state: 'emptied' },
    );
    return held !== undefined;
  }

  function mentioning(about: Code): readonly Entry[] {
    return [...replica.byEntry().values(), ...replica.removed()].filter(
      (entry) =>
        kindOf(entry.kind).system !== true &&
        !isAnonymised(entry) &&
        JSON.stringify(entry.record).includes(`"${about}"`),
    );
  }

  /** What concerns others and is not over stays in use: there a person takes the code out. */
  function whyErasedStays(entry: Entry, about: Code): Stayed['why'] | undefined {
    if (entry.newer) return 'newer';
    if (isHeld([about, ...codesOf(entry.record)])) return 'held';
    const kind = kindOf(entry.kind);
    const own = new Set([about]);
    const isTheirs = !codesOf(entry.record).includes(about) || concernsOthers(entry.record, own);
    return isTheirs && kind.live(entry.record) === 'open' ? 'others' : undefined;
  }

  async function eraseView(
    about: Code,
  ): Promise<{ readonly goes: readonly Entry[]; readonly stays: readonly Stayed[] }> {
    await desk.whole();
    const goes: Entry[] = [];
    const stays: Stayed[] = [];
    for (const entry of mentioning(about)) {
      const why = whyErasedStays(entry, about);
      if (why) stays.push({ entry, why });
      else goes.push(entry);
    }
    return { goes, stays };
  }

  return {
    async anonymise(entries, progress) {
      mustKeep();
      const { entries: due } = await dueLists(desk, environment).due();
      const stranger = strangers();
      const stayed: Stayed[] = [];
      let done = 0;
      for (const id of entries) {
        const entry = replica.find(id);
        const found = due.find((each) => each.entry.entry === id);
        if (!entry) continue;
        if (isAnonymised(entry)) done += 1;
        else if (!found) stayed.push({ entry, why: entry.newer ? 'newer' : 'open' });
        else if (found.hold) stayed.push({ entry, why: 'held' });
        else {
          await one(entry, { code: stranger });
          done += 1;
        }
        progress(done + stayed.length, entries.length);
      }
      return { done, stayed } satisfies Anonymised;
    },
    async emptyIdentity(about) {
      mustKeep();
      await desk.whole();
      if (isHeld([about])) return 'held';
      return (await emptied(about)) ? 'emptied' : 'none';
    },
    async emptyConsent(about) {
      mustKeep();
      const file = (await dueLists(desk, environment).due()).files.find(
        (each) => each.what === 'consent-file' && each.about === about,
      );
      if (!file) return 'none';
      if (file.held) return 'held';
      await files.change(about, () => emptyFile(about));
      await journal
        .write({ act: 'consent-emptied', kind: consentFile.key, entry: file.entry, about })
        .catch(() => undefined);
      return 'emptied';
    },
    eraseView,
    async erase(about, progress) {
      mustKeep();
      const { goes, stays } = await eraseView(about);
      if (isHeld([about])) return { done: 0, stayed: stays };
      const how = replacing(new Set([about]), strangers());
      // Whoever the code stands for goes last: until then the rest can still be found by it.
      const ordered = [...goes].sort(
        (a, b) => Number(definesCode(kindOf(a.kind))) - Number(definesCode(kindOf(b.kind))),
      );
      for (const [index, entry] of ordered.entries()) {
        await one(entry, how);
        progress(index + 1, ordered.length);
      }
      await emptied(about);
      return { done: goes.length, stayed: stays };
    },
  };
}

function requoted<T>(value: T, id: EntryId, other: EntryId): T {
  return JSON.parse(JSON.stringify(value).replaceAll(id, other)) as T;
}
