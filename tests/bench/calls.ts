/** How many calls to Graph opening a mission and saving take, and how many of them had to wait for one another. */

import { informedElements } from '../../src/domain/consent/consent-file.ts';
import type { Entry } from '../../src/domain/record-kind.ts';
import type { Log } from '../../src/log/log.ts';
import type { Draft } from '../../src/log/writing/saving.ts';
import { baseOf, openGraphWorld } from '../support/graph-world.ts';
import { addDefender, agreed, contactDraft } from '../support/log-world.ts';

/** A call with the times between which it was under way, in milliseconds. */
export interface Call {
  readonly came: number;
  readonly answered: number | undefined;
}

/** The longest chain of calls each of which came after the one before was answered; a call is one trip unless `tripsOf` says more. */
export function roundTrips<C extends Call>(
  calls: readonly C[],
  tripsOf: (call: C) => number = () => 1,
): number {
  const ordered = [...calls].sort((a, b) => a.came - b.came);
  const depths: number[] = [];
  for (const [index, call] of ordered.entries()) {
    let before = 0;
    for (const [place, other] of ordered.slice(0, index).entries())
      if ((other.answered ?? Number.POSITIVE_INFINITY) <= call.came)
        before = Math.max(before, depths[place] ?? 0);
    depths.push(before + tripsOf(call));
  }
  return Math.max(0, ...depths);
}

export interface CallFigures {
  readonly what: string;
  readonly calls: number;
  readonly roundTrips: number;
}

/** Each kind of save in a tab of its own: first as the first save of the day, then again. */
export async function measureSaves(): Promise<readonly CallFigures[]> {
  const world = await openGraphWorld();
  try {
    const prepared = (await world.open('tomas')).log;
    const figures: CallFigures[] = [];
    for (const [what, prepare] of saves) {
      const drafts = [await prepare(prepared), await prepare(prepared)];
      const tab = await world.open('ines');
      for (const [index, draft] of drafts.entries()) {
        const before = tab.sent.length;
        await stored(tab.log, draft);
        const calls = tab.sent.slice(before);
        const which = index === 0 ? `${what}, first of the day` : what;
        figures.push({ what: which, calls: calls.length, roundTrips: roundTrips(calls) });
      }
    }
    return figures;
  } finally {
    world.close();
  }
}

const saves: readonly (readonly [string, (log: Log) => Promise<Draft>])[] = [
  ['a contact', async (log) => contactDraft(log, await addDefender(log))],
  [
    'a contact with consent',
    async (log) => {
      const about = await addDefender(log);
      return contactDraft(log, about, { consent: [agreed(about)] });
    },
  ],
  [
    'an edit',
    async (log) => {
      const entry = await stored(log, contactDraft(log, await addDefender(log)));
      return {
        kind: entry.kind,
        entry: entry.entry,
        base: baseOf(entry),
        values: { ...entry.record, place: 'mission' },
      };
    },
  ],
  [
    'a planned observation, through the gate',
    async (log) => {
      const about = await addDefender(log);
      await log.recordConsent(agreed(about, { informed: informedElements }));
      const start = { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' };
      const values = { about, court: 'Oskel District Court', start };
      const hearing = await stored(log, { kind: 'hearing', entry: log.newEntryId(), values });
      const plan = {
        about,
        hearing: hearing.entry,
        day: '2026-11-26',
        step: 'planned',
        basis: 'for-defender',
      };
      return { kind: 'trial-observation', entry: log.newEntryId(), values: plan };
    },
  ],
];

async function stored(log: Log, draft: Draft): Promise<Entry> {
  const outcome = await log.save(draft);
  if (outcome.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
  return outcome.entry;
}
