/** Makes entries anonymous one by one: first the entry, then whatever leads to it from elsewhere, so that it can be taken up again. */

import { clearAnonymised, clearNone } from '../../domain/consent/clear.ts';
import { emptyFile } from '../../domain/consent/file-operations.ts';
import type { Anonymising } from '../../domain/fields/field.ts';
import type { Code } from '../../domain/ids.ts';
import { concernsOthers, replacing } from '../../domain/keeping/anonymise.ts';
import { isAnonymised, isStillQuoted } from '../../domain/keeping/marks.ts';
import { placesIn, regionsOf } from '../../domain/keeping/region-of.ts';
import { holdOver, membersIn, standingHolds } from '../../domain/keeping/retention.ts';
import { aboutOf, codesOf, type Entry } from '../../domain/record-kind.ts';
import { kindOf } from '../../domain/registry.ts';
import { codeList } from '../../domain/system/code-list.ts';
import { consentFile } from '../../domain/system/consent-file.ts';
import { identity } from '../../domain/system/identity.ts';
import { legalHold } from '../../domain/system/legal-hold.ts';
import { derivedEntryId, type Environment } from '../environment.ts';
import { dueLists } from './due-lists.ts';
import { isHeldNow } from './holds-now.ts';
import type { Anonymised, Life, Stayed } from './life.ts';
import type { LifeDesk } from './life-desk.ts';
import { definesCode } from './put-away.ts';
import { unquote } from './unquote.ts';
import { toldAbout } from './unshare.ts';

export function makeAnonymous(
  desk: LifeDesk,
  environment: Environment,
): Pick<Life, 'anonymise' | 'emptyIdentity' | 'emptyConsent' | 'eraseView' | 'erase'> {
  const { books, files, journal, notes, replica, by } = desk;

  function mustKeep(): void {
    if (!desk.may('keep')) throw new TypeError('nothing is made anonymous in this role');
  }

  function isHeld(codes: readonly Code[]): boolean {
    const holds = standingHolds(replica.of(legalHold.key), desk.today());
    return holdOver(codes, holds, membersIn(replica.entries())) !== undefined;
  }

  const regions = () => regionsOf(placesIn(replica.of(codeList.key)));

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

  /**
   * The entry first, then whatever quotes it: a run that breaks off in between has lost nothing that is not to go, and
   * the entry says that it is not done with.
   */
  async function one(entry: Entry, how: Anonymising): Promise<'done' | 'held'> {
    const kind = kindOf(entry.kind);
    const about = aboutOf(entry.record);
    const codes = codesOf(entry.record);
    if (!isAnonymised(entry)) {
      if (definesCode(kind) && about !== undefined && how.code(about) !== about)
        if ((await emptied(about)) === 'held') return 'held';
      const fresh = await books.fresh(kind, entry.entry);
      if (!fresh) return 'done';
      if (!isAnonymised(fresh)) {
        if (await isHeldNow(desk, codesOf(fresh.record))) return 'held';
        await books.amend(clearAnonymised({ kind, before: fresh, by }, how), fresh);
        await journal.write({ act: 'anonymised', kind: kind.key, entry: entry.entry }).catch(() => undefined);
      }
    }
    return unquote(desk, entry.entry, entry.kind, how, isAnonymised(entry) ? [] : codes);
  }

  async function emptied(about: Code): Promise<'emptied' | 'held' | 'none'> {
    const entry = await derivedEntryId(environment, `identity ${about}`);
    if (await isHeldNow(desk, [about])) return 'held';
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
    return held ? 'emptied' : 'none';
  }

  /** What an earlier run broke off at. */
  function leftOver(): readonly Entry[] {
    return [...replica.byEntry().values(), ...replica.removed()].filter(isStillQuoted);
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
      const region = regions();
      const stayed: Stayed[] = [];
      let done = 0;
      for (const id of entries) {
        const entry = replica.find(id);
        const found = due.find((each) => each.entry.entry === id);
        if (!entry) continue;
        if (isAnonymised(entry) && !isStillQuoted(entry)) done += 1;
        else if (!found) stayed.push({ entry, why: entry.newer ? 'newer' : 'open' });
        else if (found.hold) stayed.push({ entry, why: 'held' });
        else if ((await one(entry, { code: stranger, region })) === 'held')
          stayed.push({ entry, why: 'held' });
        else done += 1;
        progress(done + stayed.length, entries.length);
      }
      return { done, stayed } satisfies Anonymised;
    },
    async emptyIdentity(about) {
      mustKeep();
      await desk.whole();
      return emptied(about);
    },
    async emptyConsent(about) {
      mustKeep();
      const file = (await dueLists(desk, environment).due()).files.find(
        (each) => each.what === 'consent-file' && each.about === about,
      );
      if (!file) return 'none';
      if (file.held || (await isHeldNow(desk, [about]))) return 'held';
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
      const how = replacing(new Set([about]), strangers(), regions());
      // Whoever the code stands for goes last: until then the rest can still be found by it.
      const ordered = [...goes].sort(
        (a, b) => Number(definesCode(kindOf(a.kind))) - Number(definesCode(kindOf(b.kind))),
      );
      const held: Stayed[] = [];
      for (const [index, entry] of [...ordered, ...leftOver()].entries()) {
        if ((await one(entry, how)) === 'held') held.push({ entry, why: 'held' });
        progress(Math.min(index + 1, ordered.length), ordered.length);
      }
      for (const quote of await toldAbout(desk, about, how))
        if (!(await isHeldNow(desk, [about, ...quote.codes]))) await quote.write();
      await emptied(about);
      return { done: goes.length - held.length, stayed: [...stays, ...held] };
    },
  };
}
