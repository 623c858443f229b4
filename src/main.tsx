/** The app's one entry: reads the configuration, finds the host, signs in, opens the mission's book, renders. */

import './domain/jitless.ts';
import { createRoot, type Root } from 'react-dom/client';
import { App } from './app/App.tsx';
import { Start, type StartState } from './app/start/Start.tsx';
import { bookAt, bookOfOwner, circleAt, scopes } from './books.ts';
import { type Config, ConfigError, loadConfig, type Place } from './config.ts';
import type { Person, Problems } from './domain/record-kind.ts';
import { mission as missionKind } from './domain/system/mission.ts';
import type { ConfiguredCircle } from './log/circle/begin.ts';
import { browserEnvironment } from './log/environment.ts';
import type { Log } from './log/log.ts';
import { openLog } from './log/open-log.ts';
import type { Described } from './log/set-up.ts';
import { NoMission } from './log/who-am-i.ts';
import { StoreError } from './store/store-error.ts';
import type { Host } from './teams/host.ts';
import { openHost } from './teams/open-host.ts';
import type { OwnCalendar } from './teams/own-calendar.ts';
import { SignInError } from './teams/sign-in-error.ts';

/** What every step before the app needs: where to draw, who shows us, which books there are. */
interface Stage {
  readonly root: Root;
  readonly host: Host;
  readonly config: Config;
}

interface Begun extends Stage {
  readonly circles: readonly ConfiguredCircle[];
}

async function begin(root: Root): Promise<void> {
  const config = await loadConfig('./config.json').catch((error: unknown) => {
    if (error instanceof ConfigError) return error;
    throw error;
  });
  const host = await openHost({ clientId: config instanceof ConfigError ? '' : config.clientId });
  const show = (state: StartState) => root.render(<Start host={host} state={state} />);
  if (config instanceof ConfigError) {
    host.failure('other', 'The configuration is missing or wrong.');
    show({ at: 'config', fields: config.fields, onRetry: () => location.reload() });
    return;
  }
  if (host.place.frame === 'settings') {
    configure(host);
    show({ at: 'configure' });
    host.success();
    return;
  }
  show({ at: 'opening' });
  host.appLoaded();
  await open({ root, host, config }, false);
}

function show({ root, host }: Stage, state: StartState): void {
  root.render(<Start host={host} state={state} />);
}

/** Tries the mission sites of the configuration, keeps those that answer, and opens the only one or the one chosen. */
async function open(stage: Stage, interactive: boolean): Promise<void> {
  const { config, host } = stage;
  try {
    const begun = { ...stage, circles: config.circles.map((place) => circleAt(stage, place)) };
    const tried = await Promise.all(config.missions.map((place) => tryMission(begun, place, interactive)));
    const logs = tried.flatMap(({ log }) => (log ? [log] : []));
    const [shut] = tried.flatMap((one) => (one.shut ? [one.shut] : []));
    const [only] = logs;
    if (only && logs.length === 1) enter(stage, only);
    else if (only) show(stage, chooser(stage, logs));
    else if (shut) return standBefore(stage, shut);
    else show(stage, { at: 'no-mission', onRetry: () => void open(stage, false) });
    host.success();
  } catch (error) {
    fail(stage, error, () => void open(stage, false));
  }
}

/** A site that answered, but whose book is not open to this person. */
interface Shut {
  readonly place: Place;
  readonly why: NoMission['why'];
  readonly person: Person;
}

interface Tried {
  readonly log?: Log;
  readonly shut?: Shut;
}

async function tryMission(stage: Begun, place: Place, interactive: boolean): Promise<Tried> {
  try {
    const token = await stage.host.token(place.tenant, scopes, { interactive });
    const person = { objectId: token.objectId, tenantId: token.tenantId, name: token.name };
    try {
      return { log: await openMission(stage, place, person, token.issuedAt) };
    } catch (error) {
      if (error instanceof NoMission) return { shut: { place, why: error.why, person } };
      throw error;
    }
  } catch (error) {
    if (stage.config.missions.length > 1 && isShutOut(error)) return {};
    throw error;
  }
}

function chooser(stage: Stage, logs: readonly Log[]): StartState {
  return {
    at: 'choose',
    missions: logs.map(({ me }) => ({
      key: me.mission.code,
      name: me.mission.name,
      place: me.mission.hostCountry,
    })),
    onChoose: (key) => {
      for (const log of logs)
        if (log.me.mission.code === key) enter(stage, log);
        else log.close();
    },
  };
}

function openMission(stage: Begun, place: Place, person: Person, issuedAt: number | undefined): Promise<Log> {
  return openLog({
    circles: stage.circles,
    book: bookAt(stage, place),
    person,
    environment: browserEnvironment(),
    owners: () => bookOfOwner(stage, place),
    ...(issuedAt === undefined ? {} : { issuedAt }),
  });
}

function enter(stage: Stage, log: Log): void {
  const { root, host } = stage;
  host.onSuspend(() => log.suspend());
  host.onResume(() => void log.resume());
  root.render(
    <App
      log={log}
      host={host}
      calendar={calendarOf(stage, log)}
      signInAgain={() => signInAgain(host, log)}
    />,
  );
}

/** Fetched when somebody puts a date into it. */
function calendarOf({ host, config }: Stage, { me }: Log): OwnCalendar {
  return {
    async add(date) {
      const { openOwnCalendar } = await import('./teams/own-calendar.ts');
      const rewrite = config.graph ? { rewrite: config.graph } : {};
      return openOwnCalendar({ host, tenantId: me.person.tenantId, ...rewrite }).add(date);
    },
  };
}

/** Somebody else at the same screen begins at the beginning. */
async function signInAgain(host: Host, { me }: Log): Promise<void> {
  const ask = (interactive: boolean) => host.token(me.person.tenantId, scopes, { interactive });
  const token = await ask(false).catch((error: unknown) => {
    if (error instanceof SignInError && error.code === 'interaction-required') return ask(true);
    throw error;
  });
  if (token.objectId !== me.person.objectId) location.reload();
}

/** The site answered, but its book is not (yet) open to this person: the way on depends on what is missing. */
function standBefore(stage: Stage, { place, why, person }: Shut): void {
  const again = () => void open(stage, false);
  if (why === 'unreadable') {
    fail(stage, new StoreError('unexpected-shape', { where: missionKind.list }), again);
    return;
  }
  stage.host.success();
  show(stage, stateBefore(stage, { place, why, person }, again));
}

function stateBefore(
  stage: Stage,
  { place, why, person }: Shut & { readonly why: Exclude<NoMission['why'], 'unreadable'> },
  onRetry: () => void,
): StartState {
  const { site } = place;
  switch (why) {
    case 'not-provisioned':
      return { at: 'not-set-up', site, onRetry, onSetUp: () => void setUp(stage, place) };
    case 'no-mission-item':
      return { at: 'describe', onDescribe: (described) => describe(stage, place, person, described) };
    case 'not-listed':
      return { at: 'not-listed', site, person, onAsk: () => void askToBeAdded(stage, place, person) };
  }
}

async function describe(
  stage: Stage,
  place: Place,
  by: Person,
  described: Described,
): Promise<Problems | undefined> {
  const { describeMission } = await import('./log/set-up.ts');
  const problems = await describeMission(bookAt(stage, place), by, browserEnvironment(), described);
  if (!problems) await open(stage, false);
  return problems;
}

async function setUp(stage: Stage, place: Place): Promise<void> {
  const { site } = place;
  const onRetry = () => void open(stage, false);
  const onSetUp = () => void setUp(stage, place);
  try {
    const book = await bookOfOwner(stage, place);
    show(stage, { at: 'setting-up', done: 0 });
    const { provisionBook } = await import('./log/set-up.ts');
    await provisionBook(book, (done, all) =>
      show(stage, { at: 'setting-up', done, ...(all === undefined ? {} : { all }) }),
    );
    show(stage, { at: 'was-set-up', site, onNext: onRetry });
  } catch (error) {
    if (error instanceof StoreError && error.code === 'forbidden')
      show(stage, { at: 'not-set-up', site, refused: true, onRetry, onSetUp });
    else explain(stage, error, onSetUp, onSetUp);
  }
}

async function askToBeAdded(stage: Stage, place: Place, person: Person): Promise<void> {
  const onAsk = () => void askToBeAdded(stage, place, person);
  try {
    const { introduce } = await import('./log/set-up.ts');
    await introduce(bookAt(stage, place), person, browserEnvironment());
    await open(stage, false);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'forbidden')
      show(stage, { at: 'not-listed', site: place.site, person, refused: true, onAsk });
    else explain(stage, error, onAsk, () => void open(stage, true));
  }
}

/** Tells the host, too: Teams puts its own page in the place of a tab that cannot start. */
function fail(stage: Stage, error: unknown, again: () => void): void {
  const { host } = stage;
  const cause = causeOf(error);
  if (cause instanceof SignInError) host.failure('auth', cause.code);
  else if (isShutOut(cause)) host.expectedFailure(cause.code);
  else host.failure('other', cause instanceof StoreError ? cause.code : 'unknown');
  explain(stage, cause, again, () => void open(stage, true));
}

function explain(stage: Stage, error: unknown, again: () => void, onSignIn: () => void): void {
  const cause = causeOf(error);
  if (cause instanceof SignInError) show(stage, { at: 'sign-in', code: cause.code, onSignIn });
  else if (isShutOut(cause)) show(stage, { at: 'no-mission', onRetry: again });
  else show(stage, { at: 'failed', cause, onRetry: again });
}

/** Behind a store that lacks a token stands the reason why there is none. */
function causeOf(error: unknown): unknown {
  return error instanceof StoreError && error.cause instanceof SignInError ? error.cause : error;
}

function isShutOut(cause: unknown): cause is StoreError {
  return cause instanceof StoreError && (cause.code === 'forbidden' || cause.code === 'not-found');
}

/** The channel tab shows what all its members share; the address it remembers is the app's own. */
function configure(host: Host): void {
  const page = new URL('./index.html', location.href);
  page.search = '';
  const content = `${page.href}#/entries`;
  host.configureTab({
    entityId: 'entries',
    contentUrl: content,
    websiteUrl: content,
    displayName: 'Focal Point',
  });
}

const place = document.getElementById('root');
if (!place) throw new TypeError('the page has no root');
void begin(createRoot(place));
