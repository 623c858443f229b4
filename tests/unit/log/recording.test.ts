import { beforeEach, describe, expect, it } from 'vitest';
import type { Code, EntryId } from '../../../src/domain/ids.ts';
import { consentFileIn } from '../../../src/log/gate/people.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Book } from '../../../src/store/book.ts';
import { StoreError } from '../../../src/store/store-error.ts';
import { addDefender, agreed, ines, type LogWorld, openLogWorld } from '../../support/log-world.ts';

let world: LogWorld;

beforeEach(async () => {
  world = await openLogWorld();
});

/** The book writes the next consent file, and its answer never arrives. */
function losingAnswers(book: Book): { readonly book: Book; lose(): void } {
  let losing = false;
  const lost = async <T>(kind: string, write: Promise<T>): Promise<T> => {
    const answer = await write;
    if (!losing || kind !== 'consent-file') return answer;
    losing = false;
    throw new StoreError('offline', { maybeDone: true });
  };
  return {
    lose: () => {
      losing = true;
    },
    book: {
      ...book,
      add: (cleared) => lost(cleared.kind.key, book.add(cleared)),
      amend: (cleared, base) => lost(cleared.kind.key, book.amend(cleared, base)),
    },
  };
}

function decisionsOf(log: Log, about: Code) {
  const held = log
    .view()
    .entries.get('consent-file')
    ?.find((entry) => entry.record.about === about);
  return held ? consentFileIn(held).decisions : [];
}

async function plan(log: Log, about: Code): Promise<EntryId> {
  const start = { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' };
  const hearing = log.newEntryId();
  await log.save({
    kind: 'hearing',
    entry: hearing,
    values: { about, court: 'Oskel District Court', start },
  });
  const entry = log.newEntryId();
  const values = { about, hearing, day: '2026-11-26', step: 'planned', basis: 'for-defender' };
  const outcome = await log.save({ kind: 'trial-observation', entry, values });
  if (outcome.outcome !== 'saved') throw new Error(`not planned: ${outcome.outcome}`);
  return entry;
}

describe('a decision recorded outside a form', () => {
  it('is there once when the answer was lost and the person tries again', async () => {
    const weather = losingAnswers(world.book);
    const log = await world.open(ines, { over: () => weather.book });
    const about = await addDefender(log);
    const id = log.newEntryId();
    weather.lose();
    await expect(log.recordConsent(agreed(about), { id })).rejects.toThrow(StoreError);
    world.time.now += 30_000;
    await log.recordConsent(agreed(about), { id });
    expect(decisionsOf(log, about)).toHaveLength(1);
  });

  it('keeps both when the second try says something else, the later one counting', async () => {
    const weather = losingAnswers(world.book);
    const log = await world.open(ines, { over: () => weather.book });
    const about = await addDefender(log);
    const id = log.newEntryId();
    weather.lose();
    await expect(log.recordConsent(agreed(about), { id })).rejects.toThrow(StoreError);
    await log.recordConsent(agreed(about, { limits: 'Only in the morning' }), { id });
    expect(decisionsOf(log, about).map(({ limits }) => limits)).toEqual([undefined, 'Only in the morning']);
  });

  it('is another decision when it is recorded in another dialog', async () => {
    const log = await world.open(ines);
    const about = await addDefender(log);
    await log.recordConsent(agreed(about), { id: log.newEntryId() });
    await log.recordConsent(agreed(about), { id: log.newEntryId() });
    expect(decisionsOf(log, about)).toHaveLength(2);
  });

  it('quotes the entry during which the question came up', async () => {
    const log = await world.open(ines);
    const about = await addDefender(log);
    const source = log.newEntryId();
    await log.recordConsent(agreed(about), { source });
    expect(decisionsOf(log, about).map((decision) => decision.source)).toEqual([source]);
  });
});

describe('a withdrawal whose answer was lost', () => {
  it('is there once after the second try, which tells what the first one halted', async () => {
    const weather = losingAnswers(world.book);
    const log = await world.open(ines, { over: () => weather.book });
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const planned = await plan(log, about);
    const id = log.newEntryId();
    const withdrawal = agreed(about, { outcome: 'withdrawn', grants: [] });
    weather.lose();
    await expect(log.withdrawConsent(withdrawal, { id })).rejects.toThrow(StoreError);
    const outcome = await log.withdrawConsent(withdrawal, { id });
    expect(outcome.halted.map(({ entry }) => entry)).toEqual([planned]);
    expect(decisionsOf(log, about).map((decision) => decision.outcome)).toEqual(['given', 'withdrawn']);
  });
});
