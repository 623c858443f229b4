/** Opens a mission's book as a Log: first load, replica, gate, saves, pulse. */

import { codeFrom } from '../domain/codes.ts';
import type { Decision } from '../domain/consent/consent-file.ts';
import type { Need } from '../domain/consent/need.ts';
import { addDays, type Code, type Day, dayOf, type EntryId, entryIdFrom } from '../domain/ids.ts';
import type { Mission, MissionPerson } from '../domain/missions.ts';
import { type AnyRecord, checkRecord, type Entry, type Person } from '../domain/record-kind.ts';
import { kindByKey, kindOf, recordKinds, systemKinds } from '../domain/registry.ts';
import { lossOfRoles, may, mayWrite } from '../domain/roles.ts';
import { draft as draftKind } from '../domain/system/draft.ts';
import { journal as journalKind } from '../domain/system/journal.ts';
import { mission as missionKind } from '../domain/system/mission.ts';
import { savedFilter } from '../domain/system/saved-filter.ts';
import type { Book, KindHealth } from '../store/book.ts';
import { isStoreError, keepBook } from './bookkeeping.ts';
import { serverClock, todayAt } from './clock.ts';
import { closeDuty } from './close-duty.ts';
import { saveCodeList } from './code-lists.ts';
import { openConsentFiles } from './consent-files.ts';
import { openConsularDesk } from './consular-desk.ts';
import { isDraftOf, openDrafts } from './drafts.ts';
import type { Environment } from './environment.ts';
import { openGateDesk } from './gate-desk.ts';
import { handOut } from './hand-out.ts';
import { openIdentities } from './identities.ts';
import { importRow } from './import-row.ts';
import { openJournal } from './journal.ts';
import type { Life } from './life.ts';
import type { LifeParts } from './life-desk.ts';
import { openListener } from './listener.ts';
import type { ConsentInput, DutyClosing, Log, Me, Recording, Sync, View } from './log.ts';
import { mergedValues } from './merge.ts';
import { peopleIn } from './people.ts';
import { openReplica } from './replica.ts';
import { appendDecision, type Desk, rebased, saveDraft } from './save.ts';
import { keepFilter } from './saved-filters.ts';
import { amendPeople } from './set-up.ts';
import { computedView } from './view.ts';
import { withdraw } from './withdraw.ts';

export interface LogOptions {
  readonly book: Book;
  readonly person: Person;
  readonly environment: Environment;
  /** Milliseconds at which the sign-in token was issued, when it was issued just now. */
  readonly issuedAt?: number;
  /** The same book with the right to create lists, for owners who ask for it. */
  readonly owners?: () => Promise<Book>;
  /** How many days back the first load goes; older entries follow in the background. */
  readonly days?: number;
}

/** The book is there, but not (yet) anybody's mission book, or not for this person. */
export class NoMission extends Error {
  override readonly name = 'NoMission';
  /** `unreadable`: the item is there, but somebody changed it by hand. */
  readonly why: 'not-provisioned' | 'no-mission-item' | 'unreadable' | 'not-listed';
  readonly health: readonly KindHealth[];
  constructor(why: NoMission['why'], health: readonly KindHealth[]) {
    super(`no mission: ${why}`);
    this.why = why;
    this.health = health;
  }
}

/** Kinds of the first load: everything but what lies apart, the archive and the journal itself. */
const firstKinds = [...recordKinds, ...systemKinds].filter(
  (kind) => !kind.apart && kind.key !== 'journal' && kind.key !== 'consent-archive',
);

/** What others keep for themselves is never held. */
const ownOnly: ReadonlySet<string> = new Set([draftKind.key, savedFilter.key]);

/** @throws StoreError when the book cannot be read; NoMission when there is nothing to open. */
export async function openLog(options: LogOptions): Promise<Log> {
  const { book, person, environment } = options;
  const clock = serverClock(() => environment.now(), options.issuedAt);
  const replica = openReplica(kindByKey, (entry) => !ownOnly.has(entry.kind) || isDraftOf(entry, person));
  const since = addDays(dayOf(clock.now()), -(options.days ?? 30));

  const opening = await book.open(firstKinds, journalKind, since);
  if (opening.at) clock.atLeast(opening.at);
  for (const page of opening.pages.values()) replica.apply(page.entries, page.malformed);
  let health = opening.health;
  if (opening.pages.get(missionKind.key)?.malformed.length) throw new NoMission('unreadable', health);
  let mission = replica.of(missionKind.key)[0];
  let me = whoAmI(mission, person, health);

  const listeners = new Set<() => void>();
  let sync: Sync = {
    state: 'live',
    lastAt: clock.now(),
    clockSkewSeconds: clock.skewSeconds(),
  };
  let changedByOthers: ReadonlySet<EntryId> = new Set();
  let view: View | undefined;
  function changed(): void {
    view = undefined;
    const held = replica.of(missionKind.key)[0];
    if (held && held !== mission) {
      mission = held;
      me = meIn(held, person);
    }
    for (const listener of listeners) listener();
  }
  function setSync(change: Partial<Sync>): void {
    const { older, ...rest } = { ...sync, ...change };
    sync = {
      ...rest,
      clockSkewSeconds: clock.skewSeconds(),
      ...(older && older.done !== older.all ? { older } : {}),
    };
    changed();
  }

  const books = keepBook(book, environment, clock, (entry) => {
    if (!kindByKey(entry.kind)?.apart && entry.kind !== 'journal' && replica.apply([entry]).length > 0)
      changed();
  });
  const people = peopleIn(replica);
  const files = openConsentFiles(books, environment, clock, person);
  const gate = openGateDesk(files, people, clock, upToDate);
  const journal = openJournal(book, books, environment, clock, person);
  const drafts = openDrafts(books, replica, environment, clock, person);
  const identities = openIdentities(book, environment, journal, person);

  /** Who is behind these codes and how they are, as of now: a colleague may have written it a moment ago. */
  async function upToDate(codes: readonly Code[]): Promise<void> {
    await listener.caughtUp();
    const read = new Set<EntryId>();
    const unread = () => people.unitsBehind(codes).filter(({ entry }) => !read.has(entry));
    for (let units = unread(); units.length > 0; units = unread()) {
      for (const { entry } of units) read.add(entry);
      await Promise.all(units.map(({ kind, entry }) => books.fresh(kindOf(kind), entry)));
    }
  }

  const closing = (what: DutyClosing): Promise<void> =>
    closeDuty({ books, replica, environment, clock, journal, by: person, view: computed, changed }, what);

  const desk: Desk = {
    books,
    files,
    gate,
    journal,
    drafts,
    replica,
    people,
    clock,
    by: person,
    mayWrite: (kind) => mayWrite(me, kind),
    may: (ability) => may(me, ability),
    health: (kind) => health.find((each) => each.kind === kind),
    complete: () => listener.complete(),
    closeDuty: closing,
  };

  const listener = openListener({
    book,
    kinds: firstKinds,
    pulseKind: journalKind,
    replica,
    environment,
    clock,
    token: opening.pulse,
    since,
    isOwn: (entry) => isSame(entry.by, person),
    onChanged: (entries) => {
      const others = entries.filter((entry) => !isSame(entry.by, person) && !kindByKey(entry.kind)?.system);
      if (others.length > 0)
        changedByOthers = new Set([...changedByOthers, ...others.map((entry) => entry.entry)]);
      changed();
    },
    onSync: setSync,
  });

  let life: Promise<Life> | undefined;
  const lifeParts: LifeParts = {
    ...desk,
    identities,
    environment,
    newCode: () => freshCode(environment, replica.entries()),
    newEntryId: () => entryIdFrom(environment.random(16)),
    async whole() {
      await listener.complete();
      await listener.caughtUp();
    },
  };

  function computed(): View {
    view ??= computedView({ replica, people, drafts, clock, me, health, sync, changedByOthers });
    return view;
  }

  const pages = [...opening.pages].flatMap(([key, page]) =>
    page.next ? [{ kind: kindOf(key), page: page.next }] : [],
  );
  listener.start(pages);

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
    get me() {
      return me;
    },
    view: computed,
    life() {
      // Nothing of it is needed for Today.
      life ??= import('./life-desk.ts').then(
        ({ openLife }) => openLife(lifeParts),
        (cause: unknown) => {
          life = undefined;
          throw cause;
        },
      );
      return life;
    },
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    now: () => clock.now(),
    today: () => todayAt(me.mission.zone, clock.now()),
    newEntryId: () => entryIdFrom(environment.random(16)),
    newCode: () => freshCode(environment, replica.entries()),
    need: (draft) => needOf(draft.kind, draft.values, dayOf(clock.now())),
    decide: gate.glance,
    save: (draft) => saveDraft(desk, draft),
    saveMerged: (draft, plan, chosen) =>
      rebased(desk, kindOf(draft.kind), draft, plan.theirs, mergedValues(plan, chosen)),
    async recordConsent(input, recording) {
      // A no is taken down by whoever hears it; a yes by those whose role it is.
      const isNo = input.outcome === 'refused' || input.outcome === 'withdrawn';
      if (!isNo && !may(personIn(me), 'record-consent'))
        throw new TypeError('consent is not recorded in this role');
      await appendDecision(desk, input.about, decisionOf(input, recording));
    },
    withdrawConsent: (input, recording) => withdraw(desk, input.about, decisionOf(input, recording)),
    async setSpeakers(code, speakers) {
      const held = replica.of('defender').find((entry) => entry.record.about === code);
      if (!held) throw new TypeError('no such defender here');
      const rows = speakers.map((speaker, index) => ({ id: `s${index + 1}`, ...speaker }));
      return saveDraft(desk, {
        kind: 'defender',
        entry: held.entry,
        values: { ...held.record, speakers: rows },
        base: { id: held.id, version: held.version, record: held.record },
      });
    },
    closeDuty: closing,
    consular: openConsularDesk(desk, environment, () => me.mission.people),
    keepDraft: (draft) => drafts.keep(draft),
    discardDraft: (draft) => drafts.empty(draft),
    showIdentity: (code) => {
      if (!may(personIn(me), 'show-names')) throw new TypeError('names are not shown in this role');
      return identities.show(code);
    },
    saveIdentity: (code, record) => identities.save(code, record),
    whoLooked: (code) => journal.about('identity-read', code),
    saveCodeList: (edit) => saveCodeList(desk, environment, edit),
    handOut: (asked) => handOut(desk, asked, () => listener.caughtUp()),
    importRow: (row) => importRow(desk, environment, me.mission.code, row),
    keepFilter: (filter) => keepFilter(desk, filter, me.mission.zone),
    async history(entry) {
      const held = replica.find(entry);
      if (!held) return [];
      const versions = await book.versions(kindOf(held.kind), held.id);
      return versions.map(({ at, by }) => ({ at, by }));
    },
    markSeen(entry) {
      if (!changedByOthers.has(entry)) return;
      changedByOthers = new Set([...changedByOthers].filter((each) => each !== entry));
      changed();
    },
    refresh: () => listener.beat(),
    async suspend() {
      listener.stop();
      setSync({ state: 'stopped' });
    },
    async resume() {
      listener.start([]);
      await listener.beat().catch(() => undefined);
    },
    async savePeople(listed) {
      if (!may(personIn(me), 'record') && !may(personIn(me), 'set-up'))
        throw new TypeError('the list of people is not changed in this role');
      const loss = lossOfRoles(me.mission.people, listed, todayAt(me.mission.zone, clock.now()));
      if (loss) throw new TypeError(`the mission would be left without ${loss}`);
      if (!mission) throw new TypeError('a log without its mission');
      const { entry } = mission;
      try {
        replica.apply([await amendPeople(book, person, mission, listed)]);
      } catch (error) {
        // Whoever tries again does so from what is there now.
        if (isStoreError(error, 'changed-meanwhile') && error.fresh) replica.apply([error.fresh]);
        changed();
        throw error;
      }
      changed();
      await journal.write({ act: 'amended', kind: missionKind.key, entry }).catch(() => undefined);
    },
    async provision(progress) {
      if (!options.owners) throw new TypeError('this log cannot set a site up');
      const owned = await options.owners();
      health = await owned.provision([...recordKinds, ...systemKinds], progress);
      changed();
      return health;
    },
    trail: () => book.trail(),
    close: () => listener.stop(),
  };
}

/** @throws NoMission */
function whoAmI(held: Entry | undefined, person: Person, health: readonly KindHealth[]): Me {
  if (!held) {
    const missing = health.find((each) => each.kind === missionKind.key)?.list === 'missing';
    throw new NoMission(missing ? 'not-provisioned' : 'no-mission-item', health);
  }
  const me = meIn(held, person);
  if (!me.mission.people.some((each) => isSame(each, person))) throw new NoMission('not-listed', health);
  return me;
}

/** Whoever was taken off the list while the log was open goes on without a role. */
function meIn(held: Entry, person: Person): Me {
  const mission = held.record as unknown as Mission;
  const roles = mission.people.find((each) => isSame(each, person))?.roles ?? [];
  return { person, mission, roles };
}

function personIn(me: Me): MissionPerson {
  return me.mission.people.find((each) => isSame(each, me.person)) ?? { ...me.person, roles: me.roles };
}

function isSame(a: Person, b: Person): boolean {
  return a.objectId === b.objectId && a.tenantId === b.tenantId;
}

function needOf(kindKey: string, values: AnyRecord, today: Day): Need {
  const kind = kindOf(kindKey);
  const checked = checkRecord(kind, values, today);
  return checked.ok ? kind.need(checked.record) : kind.need(values);
}

/** 2^40 codes: a clash within one mission is all but impossible, and looked for all the same. */
function freshCode(environment: Environment, entries: ReadonlyMap<string, readonly Entry[]>): Code {
  const taken = new Set(
    [...(entries.get('defender') ?? []), ...(entries.get('case') ?? [])].map((e) => e.record.about),
  );
  for (;;) {
    const code = codeFrom(environment.random(5));
    if (!taken.has(code)) return code;
  }
}
