/** Runs the law of import over a book in memory and over a local tenant's lists, and counts what became of the rows. */

import { expect } from 'vitest';
import type { Code } from '../../src/domain/ids.ts';
import { kindOf } from '../../src/domain/registry.ts';
import type { Book } from '../../src/store/book.ts';
import { openGraphWorld } from './graph-world.ts';
import { importWithBreaks, type LawOutcome } from './import-law.ts';
import { addDefender, ines, openLogWorld } from './log-world.ts';
import type { Fate } from './messy-list.ts';

interface Run {
  readonly rows: number;
  readonly breaks: number;
  readonly seed: number;
}

type Tally = Readonly<Record<Fate, number>> & { readonly inBook: number };

export async function checkImportLaw(run: Run): Promise<Tally> {
  const world = await openLogWorld(run.seed);
  const log = await world.open(ines);
  const codes = [await addDefender(log), await addDefender(log)];
  const outcome = await importWithBreaks(
    {
      open: (over) => world.open(ines, { over }),
      closed: (dead) => dead.close(),
    },
    codes,
    log.today(),
    run,
  );
  return check(outcome, world.book, codes, run.breaks);
}

export async function checkImportLawOverGraph(run: Run): Promise<Tally> {
  const world = await openGraphWorld();
  try {
    const { log } = await world.open('ines');
    const codes = [await addDefender(log), await addDefender(log)];
    const outcome = await importWithBreaks(
      {
        open: async (over) => (await world.open('ines', { over })).log,
        closed: (dead) => dead.close(),
      },
      codes,
      log.today(),
      run,
    );
    return await check(outcome, world.book('ines').book, codes, run.breaks);
  } finally {
    world.close();
  }
}

async function check(
  { list, plan, last, breaks }: LawOutcome,
  book: Book,
  codes: readonly Code[],
  asked: number,
): Promise<Tally> {
  for (const row of plan)
    expect([row.row.number, row.plan]).toEqual([row.row.number, list.fates.get(row.row.number)]);
  expect(plan).toHaveLength(list.fates.size);
  const { entries } = await book.loadAll(kindOf('contact'));
  const remarks = entries.map(({ record }) => String(record.gist));
  const wanted = plan.flatMap((row) => (row.plan === 'store' ? [String(row.values.gist)] : []));
  // Each row carries its own number in its remark: a lost or doubled one shows at once.
  expect(new Set(remarks).size).toBe(remarks.length);
  expect([...remarks].sort()).toEqual([...wanted].sort());
  expect(last.stored + last.there).toBe(wanted.length);
  expect(last.refused).toEqual([]);
  expect(breaks).toBe(asked);
  expect(
    entries.every(({ record }) => record.about === undefined || codes.includes(record.about as Code)),
  ).toBe(true);
  const fates = plan.length < 300 ? (['store'] as const) : (['store', 'twice', 'skip', 'refuse'] as const);
  for (const fate of fates) expect(list.counts[fate], fate).toBeGreaterThan(0);
  return { ...list.counts, inBook: entries.length };
}
