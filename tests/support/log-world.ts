/** A mission with people, in memory: time, chance and faults are decided by the test. */

import { createHash } from 'node:crypto';
import { clearNone } from '../../src/domain/consent/clear.ts';
import { quietElements } from '../../src/domain/consent/consent-file.ts';
import { type Code, type Day, entryIdFrom } from '../../src/domain/ids.ts';
import type { AnyRecord, Person } from '../../src/domain/record-kind.ts';
import { recordKinds } from '../../src/domain/registry.ts';
import { mission } from '../../src/domain/system/mission.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import type { ConfiguredCircle } from '../../src/log/circle/begin.ts';
import type { Environment } from '../../src/log/environment.ts';
import type { Log } from '../../src/log/log.ts';
import type { ConsentInput, Draft } from '../../src/log/writing/saving.ts';
import type { Book } from '../../src/store/book.ts';
import { openMemoryBook } from '../../src/store/memory.ts';
import { openReadyLog } from './ready-log.ts';

const tenantId = '7e4a0001-7e4a-4000-8000-7e4a7e4a7e4a';
export const ines: Person = {
  objectId: '9e0b1e00-0000-4000-8000-000000000011',
  tenantId,
  name: 'Ines Calder',
};
export const tomas: Person = {
  objectId: '9e0b1e00-0000-4000-8000-000000000012',
  tenantId,
  name: 'Tomas Rehn',
};
export const greta: Person = {
  objectId: '9e0b1e00-0000-4000-8000-000000000013',
  tenantId,
  name: 'Greta Holm',
};
export const pavel: Person = {
  objectId: '9e0b1e00-0000-4000-8000-000000000014',
  tenantId,
  name: 'Pavel Drost',
};

export interface LogWorld {
  readonly book: Book;
  /** The book as this person reaches it, where that differs (their own token). */
  bookFor?(person: Person): Book;
  /** Milliseconds of the server; every machine runs with it unless it says otherwise. */
  time: { now: number };
  open(
    person: Person,
    options?: {
      readonly skewMs?: number;
      readonly over?: (book: Book) => Book;
      readonly circles?: readonly ConfiguredCircle[];
    },
  ): Promise<Log>;
  /** Runs whatever was planned to happen `after` some time, until nothing is due any more. */
  settle(): Promise<void>;
}

/** `zone` is the mission's. */
export async function openLogWorld(seed = 1, zone = 'Asia/Tbilisi'): Promise<LogWorld> {
  const time = { now: Date.parse('2026-11-20T09:00:00Z') };
  const book = openMemoryBook({ now: () => time.now, name: 'aldermark' });
  await book.provision([...recordKinds, ...systemKinds]);
  const machine = machines(time, seed);
  await book.add(
    clearNone({
      kind: mission,
      entry: entryIdFrom(machine.random(16)),
      by: ines,
      record: {
        code: 'aldermark',
        name: 'Embassy of Aldermark',
        state: 'Aldermark',
        hostCountry: 'Varosia',
        kind: 'embassy',
        zone,
        people: [
          { ...ines, roles: ['focal-point'] },
          { ...tomas, roles: ['deputy'] },
          { ...greta, roles: ['head-of-mission'] },
          { ...pavel, roles: ['consular'] },
        ],
      },
    }),
  );
  return {
    book,
    time,
    open: (person, options = {}) =>
      openReadyLog({
        book: options.over?.(book) ?? book,
        person,
        environment: machine.environmentOf(options.skewMs ?? 0),
        ...(options.circles ? { circles: options.circles } : {}),
      }),
    settle: machine.settle,
  };
}

/** The same law over lists in a tenant: books of their own for each person, the tenant's clock. */
export function logWorldOver(
  time: { now: number },
  bookFor: (person: Person) => Book,
  seed: number,
): LogWorld {
  const machine = machines(time, seed);
  return {
    book: bookFor(ines),
    bookFor,
    time,
    open: (person, options = {}) =>
      openReadyLog({
        book: options.over?.(bookFor(person)) ?? bookFor(person),
        person,
        environment: machine.environmentOf(options.skewMs ?? 0),
      }),
    settle: machine.settle,
  };
}

/** Machines whose time is handed in, whose chance is a seed, and whose timers run when the test says so. */
export function machines(time: { now: number }, seed: number) {
  let state = seed;
  function next(): number {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 13;
  }
  const random = (n: number): Uint8Array => Uint8Array.from({ length: n }, () => next() & 255);
  const planned = new Set<{ readonly at: number; run(): void }>();
  function environmentOf(skewMs: number): Environment {
    return {
      now: () => time.now + skewMs,
      random,
      digest: async (text) => new Uint8Array(createHash('sha256').update(text).digest()),
      after(ms, run) {
        const plan = { at: time.now + ms, run };
        planned.add(plan);
        return () => planned.delete(plan);
      },
      isVisible: () => true,
    };
  }
  async function settle(): Promise<void> {
    for (const plan of [...planned].filter(({ at }) => at <= time.now)) {
      planned.delete(plan);
      plan.run();
    }
  }
  return { random, environmentOf, settle };
}

/** A new defender with nothing but a code. */
export async function addDefender(log: Log, more: AnyRecord = {}): Promise<Code> {
  const code = log.newCode();
  const outcome = await log.save({
    kind: 'defender',
    entry: log.newEntryId(),
    values: { about: code, unit: 'individual', ...more },
  });
  if (outcome.outcome !== 'saved') throw new Error(`the defender was not saved: ${JSON.stringify(outcome)}`);
  return code;
}

export function agreed(about: Code, change: Partial<ConsentInput> = {}): ConsentInput {
  return {
    about,
    outcome: 'given',
    giver: 'defender',
    giverRef: about,
    freeToSpeak: 'yes',
    howWeKnow: 'known-to-us',
    grants: [
      { action: 'quiet-contact', audiences: ['embassy'], identity: 'full-name', categories: [] },
      { action: 'trial', audiences: ['embassy'], identity: 'full-name', categories: [] },
    ],
    refuses: [],
    effect: { when: 'now' },
    reviewOn: '2027-02-18' as Day,
    channel: 'in-person',
    informed: quietElements,
    evidence: { form: 'oral' },
    statistics: true,
    ...change,
  };
}

export function contactDraft(
  log: Log,
  about: Code,
  more: Partial<Draft> & { values?: AnyRecord } = {},
): Draft {
  return {
    kind: 'contact',
    entry: log.newEntryId(),
    ...more,
    values: { about, day: '2026-11-20', gist: 'Came to the mission', ...more.values },
  };
}
