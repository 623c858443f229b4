/** Everything that writes, with the gate before it: fetched once the first page stands, because reading needs none of it. */

import type { Decision } from '../domain/consent/consent-file.ts';
import { type EntryId, entryIdFrom } from '../domain/ids.ts';
import type { MissionPerson } from '../domain/missions.ts';
import { lossOfRoles } from '../domain/people-changes.ts';
import type { Entry, Person } from '../domain/record-kind.ts';
import { kindByKey, kindOf, personKind } from '../domain/registry.ts';
import { may, mayChangePeople, mayWrite } from '../domain/roles.ts';
import { journal as journalKind } from '../domain/system/journal.ts';
import { mission as missionKind } from '../domain/system/mission.ts';
import type { Book, KindHealth } from '../store/book.ts';
import { isStoreError, keepBook } from './bookkeeping.ts';
import type { CircleParts } from './circle/open-circle.ts';
import { type Clock, todayAt } from './clock.ts';
import type { Environment } from './environment.ts';
import { openConsentFiles } from './gate/consent-files.ts';
import { openGateDesk } from './gate/gate-desk.ts';
import type { People } from './gate/people.ts';
import { openIdentities } from './identities.ts';
import { openJournal } from './journal.ts';
import type { LifeParts } from './life/life-desk.ts';
import type { Log, Me, Recording, View } from './log.ts';
import type { Listener } from './memory/listener.ts';
import type { Replica } from './memory/replica.ts';
import { openNameCheck } from './name-check.ts';
import { amendPeople } from './set-up.ts';
import { upToDate } from './up-to-date.ts';
import { closeDuty } from './writing/close-duty.ts';
import { saveCodeList } from './writing/code-lists.ts';
import { openConsularDesk } from './writing/consular-desk.ts';
import { openDrafts } from './writing/drafts.ts';
import { handOut } from './writing/hand-out.ts';
import { importedBefore, importRow } from './writing/import-row.ts';
import { mergedValues } from './writing/merge.ts';
import { appendDecision, type Desk, rebased, saveDraft } from './writing/save.ts';
import { keepFilter } from './writing/saved-filters.ts';
import type { ConsentInput, DutyClosing } from './writing/saving.ts';
import { withdraw } from './writing/withdraw.ts';

/** What the acts need of an open log; `me`, `mission` and `health` as they are at the moment. */
export interface ActsParts {
  readonly book: Book;
  readonly person: Person;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly replica: Replica;
  readonly people: People;
  readonly listener: Listener;
  readonly newCode: Log['newCode'];
  readonly newEntryId: Log['newEntryId'];
  me(): Me;
  mission(): Entry | undefined;
  health(): readonly KindHealth[];
  view(): View;
  changed(): void;
}

export type Acts = Pick<
  Log,
  | 'decide'
  | 'save'
  | 'saveMerged'
  | 'recordConsent'
  | 'withdrawConsent'
  | 'setSpeakers'
  | 'closeDuty'
  | 'consular'
  | 'keepDraft'
  | 'discardDraft'
  | 'showIdentity'
  | 'saveIdentity'
  | 'whoLooked'
  | 'namesIn'
  | 'saveCodeList'
  | 'keepFilter'
  | 'handOut'
  | 'importRow'
  | 'importedBefore'
  | 'savePeople'
> & { readonly life: LifeParts; readonly circle: CircleParts; forgetNames(): void };

export function openActs(parts: ActsParts): Acts {
  const { book, person, environment, clock, replica, people, listener } = parts;
  const books = keepBook(book, environment, clock, (entry) => {
    const kind = kindByKey(entry.kind);
    if (kind && !kind.apart && entry.kind !== journalKind.key && replica.apply([entry]).length > 0)
      parts.changed();
  });
  const files = openConsentFiles(books, environment, clock, person, people.zone);
  const gate = openGateDesk(files, people, clock, upToDate(books, people, listener));
  const journal = openJournal(book, books, environment, clock, person);
  const drafts = openDrafts(books, replica, environment, clock, person);
  const identities = openIdentities(book, environment, journal, person);
  const names = openNameCheck({ book, journal, clock, environment, newEntryId: parts.newEntryId });
  const today = () => todayAt(parts.me().mission.zone, clock.now());

  /** @throws TypeError: what is refused here, no page offers */
  function must(is: boolean, what: string): void {
    if (!is) throw new TypeError(`${what} in this role`);
  }

  async function closing(what: DutyClosing): Promise<void> {
    must(may(parts.me(), 'observe'), 'duties are not closed');
    await closeDuty(
      {
        books,
        replica,
        environment,
        today,
        journal,
        by: person,
        view: () => parts.view(),
        changed: () => parts.changed(),
      },
      what,
    );
  }

  const desk: Desk = {
    books,
    files,
    gate,
    journal,
    drafts,
    replica,
    people,
    clock,
    today,
    by: person,
    mayWrite: (kind) => mayWrite(parts.me(), kind),
    may: (ability) => may(parts.me(), ability),
    health: (kind) => parts.health().find((each) => each.kind === kind),
    complete: () => listener.complete(),
    closeDuty: closing,
  };

  function decisionOf(input: ConsentInput, { id, source }: Recording = {}): Decision {
    const { about: _, ...said } = input;
    return {
      ...said,
      id: `${id ?? entryIdFrom(environment.random(16))}:0`,
      by: person,
      at: clock.now(),
      ...(source ? { source } : {}),
    };
  }

  return {
    decide: gate.glance,
    save: (draft) => saveDraft(desk, draft),
    saveMerged: (draft, plan, chosen) =>
      rebased(desk, kindOf(draft.kind), draft, plan.theirs, mergedValues(plan, chosen)),
    async recordConsent(input, recording) {
      // A no is taken down by whoever hears it; a yes by those whose role it is.
      const isNo = input.outcome === 'refused' || input.outcome === 'withdrawn';
      must(isNo || may(personIn(parts.me()), 'record-consent'), 'consent is not recorded');
      await appendDecision(desk, input.about, decisionOf(input, recording));
    },
    withdrawConsent: (input, recording) => withdraw(desk, input.about, decisionOf(input, recording)),
    async setSpeakers(code, speakers) {
      const held = replica.of(personKind.key).find((entry) => entry.record.about === code);
      if (!held) throw new TypeError('no such defender here');
      const rows = speakers.map((speaker, index) => ({ id: `s${index + 1}`, ...speaker }));
      return saveDraft(desk, {
        kind: personKind.key,
        entry: held.entry,
        values: { ...held.record, speakers: rows },
        base: { id: held.id, version: held.version, record: held.record },
        besideForm: true,
      });
    },
    closeDuty: closing,
    consular: openConsularDesk(desk, environment, () => parts.me().mission.people),
    async keepDraft(draft) {
      must(mayWrite(parts.me(), draft.kind), 'this is not written');
      return drafts.keep(draft);
    },
    // Empties what this person kept themself and nothing else: also for somebody whose role has ended.
    discardDraft: (draft) => drafts.empty(draft),
    async showIdentity(code) {
      must(may(personIn(parts.me()), 'show-names'), 'names are not shown');
      return identities.show(code);
    },
    async saveIdentity(code, record) {
      must(may(personIn(parts.me()), 'show-names'), 'names are not written');
      names.forget();
      await identities.save(code, record);
    },
    async whoLooked(code) {
      must(may(personIn(parts.me()), 'show-names'), 'who looked is not shown');
      return journal.about('identity-read', code);
    },
    namesIn: async (texts) => (may(personIn(parts.me()), 'show-names') ? names.namesIn(texts) : undefined),
    forgetNames: names.forget,
    saveCodeList: (edit) => saveCodeList(desk, environment, edit),
    async keepFilter(filter) {
      must(may(parts.me(), 'read'), 'filters are not kept');
      await keepFilter(desk, filter, parts.me().mission.zone);
    },
    handOut: (asked) => handOut(desk, asked, () => listener.caughtUp()),
    importRow: (row) => importRow(desk, environment, parts.me().mission.code, row),
    importedBefore: (kind, sources) =>
      importedBefore(desk, environment, parts.me().mission.code, kind, sources),
    async savePeople(listed) {
      const me = parts.me();
      const mission = parts.mission();
      must(mayChangePeople(me), 'the list of people is not changed');
      const loss = lossOfRoles(me.mission.people, listed, todayAt(me.mission.zone, clock.now()));
      if (loss) throw new TypeError(`the mission would be left without ${loss}`);
      if (!mission) throw new TypeError('a log without its mission');
      const { entry }: { readonly entry: EntryId } = mission;
      try {
        replica.apply([await amendPeople(book, person, mission, listed)]);
      } catch (error) {
        // Whoever tries again does so from what is there now.
        if (isStoreError(error, 'changed-meanwhile') && error.fresh) replica.apply([error.fresh]);
        parts.changed();
        throw error;
      }
      parts.changed();
      await journal.write({ act: 'amended', kind: missionKind.key, entry }).catch(() => undefined);
    },
    circle: {
      own: {
        ...{ books, gate, journal, replica, people, clock, environment, by: person, may: desk.may },
        today,
      },
      me: () => parts.me(),
      newEntryId: parts.newEntryId,
      showIdentity: async (code) => (desk.may('show-names') ? identities.show(code) : undefined),
    },
    life: {
      ...desk,
      dayAt: (at) => todayAt(parts.me().mission.zone, at),
      identities,
      environment,
      newCode: parts.newCode,
      newEntryId: parts.newEntryId,
      async whole() {
        await listener.complete();
        await listener.caughtUp();
      },
    },
  };
}

function personIn(me: Me): MissionPerson {
  const { objectId, tenantId } = me.person;
  return (
    me.mission.people.find((each) => each.objectId === objectId && each.tenantId === tenantId) ?? {
      ...me.person,
      roles: me.roles,
    }
  );
}
