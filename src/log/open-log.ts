/** Opens a mission's book as a Log: first load, what is in memory, pulse; what writes is fetched after that. */

import type { Need } from '../domain/consent/need.ts';
import { addDays, type Code, type Day, dayOf, type EntryId, entryIdFrom } from '../domain/ids.ts';
import type { Around } from '../domain/kind-hooks.ts';
import { checkRecord, type Person } from '../domain/record-kind.ts';
import { firstSystemKinds, kindByKey, kindOf, recordKinds } from '../domain/registry.ts';
import { may } from '../domain/roles.ts';
import { consentArchive } from '../domain/system/consent-file.ts';
import { draft as draftKind } from '../domain/system/draft.ts';
import { dutyClosing } from '../domain/system/duty-closing.ts';
import { journal as journalKind } from '../domain/system/journal.ts';
import { mission as missionKind } from '../domain/system/mission.ts';
import { savedFilter } from '../domain/system/saved-filter.ts';
import type { Book } from '../store/book.ts';
import type { Acts } from './acts.ts';
import { aroundIn } from './around.ts';
import type { ConfiguredCircle } from './circle/begin.ts';
import type { Circles } from './circle/circles.ts';
import { serverClock, todayAt } from './clock.ts';
import type { Environment } from './environment.ts';
import { freshCode } from './fresh-code.ts';
import { peopleIn } from './gate/people.ts';
import type { Life } from './life/life.ts';
import type { Log, Sync, View } from './log.ts';
import { openListener } from './memory/listener.ts';
import { openReplica } from './memory/replica.ts';
import { onceFetched } from './once-fetched.ts';
import { openOwed } from './owed.ts';
import { computedView } from './view.ts';
import { isSame, meIn, NoMission, whoAmI } from './who-am-i.ts';
import { isDraftOf } from './writing/kept-drafts.ts';
import type { Draft } from './writing/saving.ts';

export interface LogOptions {
  readonly book: Book;
  readonly person: Person;
  readonly environment: Environment;
  /** Milliseconds at which the sign-in token was issued, when it was issued just now. */
  readonly issuedAt?: number;
  /** The same book with the right to create lists, for owners who ask for it. */
  readonly owners?: () => Promise<Book>;
  /** The circles of the configuration, each on its way already; what fails there stays there. */
  readonly circles?: readonly ConfiguredCircle[];
  /** How many days back the first load goes; older entries follow in the background. */
  readonly days?: number;
}

const CIRCLES_AFTER_MS = 20_000;

/** What others keep for themselves is never held. */
const ownOnly: ReadonlySet<string> = new Set([draftKind.key, savedFilter.key]);

/** Kinds of the first load: everything but what lies apart, the archive and the journal itself. */
const firstKinds = [...recordKinds, ...firstSystemKinds].filter(
  (kind) => !kind.apart && kind !== journalKind && kind !== consentArchive,
);

/** What was closed comes before what it was owed for: nothing appears as owed that is not. */
const olderKinds = [dutyClosing, ...firstKinds.filter((kind) => !kind.system)];

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

  const people = peopleIn(replica);
  const owed = openOwed({ replica, people, clock, environment, me: () => me, onFound: changed });

  const listener = openListener({
    book,
    kinds: firstKinds,
    olderKinds,
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

  let arrived: Acts | undefined;
  const acts = onceFetched(async () => {
    const { openActs } = await import('./acts.ts');
    arrived = openActs({
      book,
      person,
      environment,
      clock,
      replica,
      people,
      listener,
      newCode,
      newEntryId,
      me: () => me,
      mission: () => mission,
      health: () => health,
      view: computed,
      changed,
    });
    return arrived;
  });
  const life = onceFetched(async (): Promise<Life> => {
    const [{ openLife }, { life: parts }] = await Promise.all([import('./life/open-life.ts'), acts()]);
    const opened = openLife(parts);
    return {
      ...opened,
      remove: (...given) => upholding(opened.remove(...given)),
      anonymise: (...given) => upholding(opened.anonymise(...given)),
      erase: (...given) => upholding(opened.erase(...given)),
    };
  });
  const circleSites = onceFetched(async () => {
    const { openCircleSites } = await import('./circle/site.ts');
    return openCircleSites(options.circles ?? []);
  });
  let circlesOpen: Circles | undefined;
  const openedCircles = onceFetched(async () => {
    const [{ openCircles }, { circle: parts }] = await Promise.all([import('./circle/circles.ts'), acts()]);
    circlesOpen = openCircles(options.circles ?? [], parts);
    return circlesOpen;
  });
  /** What was shared may have lost its consent: it comes back from other missions, and nobody here waits for that. */
  function upholdShares(): void {
    if (!options.circles?.length) return;
    openedCircles()
      .then((circles) => circles.uphold())
      .catch(() => undefined);
  }
  async function upholding<T>(done: Promise<T>): Promise<T> {
    const outcome = await done;
    upholdShares();
    return outcome;
  }
  const newEntryId = (): EntryId => entryIdFrom(environment.random(16));
  const newCode = (): Code => freshCode(environment, replica.entries());

  function computed(): View {
    view ??= computedView({ replica, owed, clock, me, health, sync, changedByOthers });
    return view;
  }

  const pages = [...opening.pages].flatMap(([key, page]) =>
    page.next ? [{ kind: kindOf(key), page: page.next }] : [],
  );
  listener.start(pages);
  // Our word to others is renewed, and what broke off finished, by whoever is there; the first page goes first.
  environment.after(CIRCLES_AFTER_MS, upholdShares);

  return {
    get me() {
      return me;
    },
    view: computed,
    ready: onceFetched(async () => {
      // Words that are kept in the last moment wait for nothing but the book. Who asks the gate need not wait for this.
      book.readyToWrite().catch(() => undefined);
      await acts();
    }),
    life,
    circles: async () => (await openedCircles()).all(),
    circleIds: (options.circles ?? []).map(({ id }) => id),
    circleSites,
    subscribe(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    now: () => clock.now(),
    today: () => todayAt(me.mission.zone, clock.now()),
    newEntryId,
    newCode,
    need: (draft) =>
      needOf(draft, todayAt(me.mission.zone, clock.now()), aroundIn(replica, clock, draft.base?.record)),
    decide(need) {
      if (!arrived) throw new TypeError('the gate is not here yet: wait until the log is ready');
      return arrived.decide(need);
    },
    save: async (draft) => {
      const saved = (await acts()).save(draft);
      const mayEndShares = draft.consent?.length || kindByKey(draft.kind)?.noExport;
      return mayEndShares ? upholding(saved) : saved;
    },
    saveMerged: async (draft, plan, chosen) => (await acts()).saveMerged(draft, plan, chosen),
    recordConsent: async (input, recording) => upholding((await acts()).recordConsent(input, recording)),
    withdrawConsent: async (input, recording) => upholding((await acts()).withdrawConsent(input, recording)),
    setSpeakers: async (code, speakers) => (await acts()).setSpeakers(code, speakers),
    closeDuty: async (closing) => (await acts()).closeDuty(closing),
    consular: {
      give: async (request, officer) => (await acts()).consular.give(request, officer),
      takeBack: async (request) => (await acts()).consular.takeBack(request),
      answer: async (file, answer) => (await acts()).consular.answer(file, answer),
      takeOver: async (request) => (await acts()).consular.takeOver(request),
    },
    keepDraft: async (draft) => (await acts()).keepDraft(draft),
    discardDraft: async (draft) => (await acts()).discardDraft(draft),
    showIdentity: async (code) => (await acts()).showIdentity(code),
    saveIdentity: async (code, identity) => (await acts()).saveIdentity(code, identity),
    whoLooked: async (code) => (await acts()).whoLooked(code),
    namesIn: async (texts) => (await acts()).namesIn(texts),
    saveCodeList: async (edit) => (await acts()).saveCodeList(edit),
    keepFilter: async (filter) => (await acts()).keepFilter(filter),
    handOut: async (asked) => (await acts()).handOut(asked),
    importRow: async (row) => (await acts()).importRow(row),
    importedBefore: async (kind, sources) => (await acts()).importedBefore(kind, sources),
    savePeople: async (listed) => (await acts()).savePeople(listed),
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
    lockKeys() {
      circlesOpen?.lock();
      arrived?.forgetNames();
    },
    async suspend() {
      listener.stop();
      setSync({ state: 'stopped' });
    },
    async resume() {
      listener.start([]);
      await listener.beat().catch(() => undefined);
    },
    async provision(progress) {
      if (!may(me, 'set-up')) throw new TypeError('a site is not set up in this role');
      if (!options.owners) throw new TypeError('this log cannot set a site up');
      const owned = await options.owners();
      const { systemKinds } = await import('../domain/system-kinds.ts');
      health = await owned.provision([...recordKinds, ...systemKinds], progress);
      changed();
      return health;
    },
    trail: () => book.trail(),
    close() {
      listener.stop();
      circlesOpen?.close();
    },
  };
}

function needOf({ kind: key, values }: Draft, today: Day, around: Around): Need {
  const kind = kindOf(key);
  const checked = checkRecord(kind, values, today, around);
  return checked.ok ? kind.need(checked.record) : kind.need(values);
}
