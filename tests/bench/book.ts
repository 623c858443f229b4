/** What a mission book of 100,000 items costs SharePoint: opening it, an hour of listening, a day of work. */

import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '../../src/domain/ids.ts';
import type { Environment } from '../../src/log/environment.ts';
import type { Log } from '../../src/log/log.ts';
import { openLog } from '../../src/log/open-log.ts';
import type { Book } from '../../src/store/book.ts';
import { type GraphWorld, openGraphWorld, type Sent } from '../support/graph-world.ts';
import { addDefender, agreed, contactDraft } from '../support/log-world.ts';
import { personOf } from '../support/set-up-mission.ts';
import { roundTrips } from './calls.ts';
import { type Row, rowsOfManyYears } from './fill.ts';

export interface Cost {
  readonly what: string;
  readonly calls: number;
  /** Resource units by Microsoft's table: an item 1, delta with a token 1, a query 2, a write 2. */
  readonly units: number;
  readonly kilobytes: number;
  /** The dearest minute. */
  readonly unitsAMinute: number;
  readonly roundTrips?: number;
}

export interface BookFigures {
  readonly items: number;
  readonly held: { readonly atOpening: number; readonly inTheEnd: number };
  readonly costs: readonly Cost[];
}

/** @param items in the mission's lists, a fifth of them of the last year */
export async function measureBook(items = 100_000): Promise<BookFigures> {
  const world = await openGraphWorld();
  try {
    await fillLists(world, items);
    const machine = machineOf(world);
    let bytes = 0;
    const { book, sent } = world.book('ines', {
      network: async (_, send) => {
        const response = await machine.busy(send());
        bytes += (await response.clone().arrayBuffer()).byteLength;
        return response;
      },
    });
    const costs: Cost[] = [];
    const measured = async (what: string, work: () => Promise<unknown>, counted = false) => {
      const [from, before] = [sent.length, bytes];
      await work();
      costs.push(costOf(what, sent.slice(from), bytes - before, counted));
    };
    let log: Log | undefined;
    const open = async () => {
      log = await openLog({
        book: waitedFor(book, machine),
        person: personOf('ines'),
        environment: machine.environment,
      });
    };
    await measured('cold start, until Today can be shown', open, true);
    if (!log) throw new Error('no log');
    const opened: Log = log;
    const atOpening = opened.view().byEntry.size;
    await measured('everything older, in the background', async () => {
      do await machine.pass(60_000);
      while (opened.view().sync.older);
    });
    const inTheEnd = opened.view().byEntry.size;
    if (inTheEnd < items) {
      console.log(
        opened.view().sync,
        opened.view().malformed.slice(0, 3),
        [...opened.view().entries].map(([k, v]) => [k, v.length]),
      );
      throw new Error(`${inTheEnd} of ${items} arrived`);
    }
    await measured('an hour of listening, nothing new', () => machine.pass(3_600_000));
    await measured('a day of work: 40 contacts, 8 with consent, 8 hours', () => workADay(opened, machine));
    opened.close();
    return { items, held: { atOpening, inTheEnd }, costs };
  } finally {
    world.close();
  }
}

/** A page is read in bites, between which time must not pass either: it would stand for listening that nobody did. */
function waitedFor(book: Book, machine: Machine): Book {
  return {
    ...book,
    load: (...asked) => machine.busy(book.load(...asked)),
    changes: (...asked) => machine.busy(book.changes(...asked)),
  };
}

async function workADay(log: Log, machine: Machine): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    const about = await addDefender(log);
    const consent = turn % 5 === 0 ? { consent: [agreed(about)] } : {};
    const outcome = await log.save(contactDraft(log, about, consent));
    if (outcome.outcome !== 'saved') throw new Error(outcome.outcome);
    await machine.pass(12 * 60_000);
  }
}

/** Puts `items` entries of many years into the lists of Aldermark's mission, as its owner. */
export async function fillLists(world: GraphWorld, items: number): Promise<void> {
  const token = await world.token('aldermark-owner', ['User.Read', 'Sites.Manage.All']);
  const now = new Date(world.time.now).toISOString().replace(/\.\d+Z$/, 'Z') as Instant;
  const site = await siteIdOf(world, token);
  const random = (n: number) => new Uint8Array(randomBytes(n));
  let rows: Row[] = [];
  const send = async () => {
    const requests = rows.map(({ kind, columns }, index) => ({
      id: String(index),
      method: 'POST',
      url: `/sites/${site}/lists/${encodeURIComponent(kind.list)}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: columns },
    }));
    rows = [];
    const answer = await callOf(world, token, 'POST', '/$batch', { requests });
    const bad = (answer.responses as { status: number; body: unknown }[]).find(
      ({ status }) => status !== 201,
    );
    if (bad) throw new Error(JSON.stringify(bad).slice(0, 400));
  };
  for (const row of rowsOfManyYears(items, now, personOf('tomas'), random)) {
    rows.push(row);
    if (rows.length === 20) await send();
  }
  if (rows.length > 0) await send();
}

async function siteIdOf(world: GraphWorld, token: string): Promise<string> {
  const { book } = world.book('ines');
  const answer = await callOf(world, token, 'GET', `/sites/${book.name}?$select=id`);
  return String(answer.id);
}

async function callOf(world: GraphWorld, token: string, method: string, path: string, body?: unknown) {
  const response = await world.tenant.fetch(
    new Request(`http://localhost/graph/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return (await response.json()) as Record<string, unknown>;
}

interface Machine {
  readonly environment: Environment;
  /** Notes a call or a reading under way. */
  busy<T>(work: Promise<T>): Promise<T>;
  /** Lets time pass; whatever falls due runs, and what it asks of the network is waited for. */
  pass(ms: number): Promise<void>;
}

function machineOf({ time }: GraphWorld): Machine {
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  let underWay = 0;
  const settled = async () => {
    for (let quiet = 0; quiet < 20; quiet = underWay > 0 ? 0 : quiet + 1)
      await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    environment: {
      now: () => time.now,
      random: (n) => new Uint8Array(randomBytes(n)),
      digest: async (text) => new Uint8Array(createHash('sha256').update(text).digest()),
      after(ms, run) {
        const timer = { at: time.now + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((each) => each !== timer);
        };
      },
      isVisible: () => true,
    },
    async busy(work) {
      underWay += 1;
      return work.finally(() => {
        underWay -= 1;
      });
    },
    async pass(ms) {
      await settled();
      const end = time.now + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        time.now = Math.max(time.now, next.at);
        next.run();
        await settled();
      }
      time.now = Math.max(time.now, end);
    },
  };
}

function costOf(what: string, calls: readonly Sent[], bytes: number, counted: boolean): Cost {
  const minutes = new Map<number, number>();
  for (const call of calls) {
    const minute = Math.floor(call.at / 60_000);
    minutes.set(minute, (minutes.get(minute) ?? 0) + unitsOf(call));
  }
  return {
    what,
    calls: calls.length,
    units: calls.reduce((sum, call) => sum + unitsOf(call), 0),
    kilobytes: bytes / 1000,
    unitsAMinute: Math.max(0, ...minutes.values()),
    ...(counted ? { roundTrips: roundTrips(calls) } : {}),
  };
}

function unitsOf({ method, path, body }: Pick<Sent, 'method' | 'path' | 'body'>): number {
  if (path.startsWith('/$batch')) {
    const { requests } = JSON.parse(body) as { requests: { method: string; url: string }[] };
    return requests.reduce(
      (sum, { method: inner, url }) => sum + unitsOf({ method: inner, path: url, body: '' }),
      0,
    );
  }
  if (method !== 'GET') return 2;
  if (path.includes('/delta')) return /token=(?!latest)/.test(path) ? 1 : 2;
  return /\/items\/\d+(\?|$)/.test(path) || /\/sites\/[^/]+\?\$select=id$/.test(path) ? 1 : 2;
}
