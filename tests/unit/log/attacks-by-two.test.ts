/** Two officers at once: what a colleague did a moment ago counts. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Code, Day } from '../../../src/domain/ids.ts';
import { statusChange } from '../../../src/domain/records/status-change.ts';
import type { Log } from '../../../src/log/log.ts';
import { addDefender, agreed, ines, type LogWorld, openLogWorld, tomas } from '../../support/log-world.ts';
import { attackOn, refusalsOf, saved, withdrawn } from './attack-world.ts';

let world: LogWorld;
let log: Log;

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
});

const { plan, stored, plansInTheBook } = attackOn(() => ({ world, log }));

describe('what a colleague did a moment ago counts', () => {
  const mother = (about: Code) =>
    agreed(about, { giver: 'family', giverRef: 'mother', whyNotDefender: 'unreachable' });

  it('somebody whom the defender no longer wants involved cannot carry the step', async () => {
    const about = await addDefender(log);
    await log.recordConsent(mother(about));
    const draft = await plan(about);
    const colleague = await world.open(tomas);
    saved(await colleague.setSpeakers(about, [{ giver: 'family', giverRef: 'mother', doNotInvolve: true }]));
    expect(refusalsOf(await log.save(draft))).toEqual(['giver-not-to-be-involved']);
  });

  it('consent while detained ends with the release that this machine has not heard of', async () => {
    const about = await addDefender(log);
    const status = (who: Log, value: string, day: string) =>
      who.save({
        kind: 'status-change',
        entry: who.newEntryId(),
        values: { about, status: value, day, source: 'family' },
      });
    saved(await status(log, 'serving', '2026-11-01'));
    await log.recordConsent(
      agreed(about, { validity: { kind: 'while-detained', day: '2027-01-31' as Day } }),
    );
    const draft = await plan(about);
    const colleague = await world.open(tomas);
    saved(await status(colleague, 'released', '2026-11-19'));
    expect(refusalsOf(await log.save(draft))).toEqual(['not-detained-any-more']);
  });

  it('also right after opening, while the pages of the first load still arrive', async () => {
    const about = await addDefender(log);
    const add = (value: string, day: string) =>
      log.save({
        kind: 'status-change',
        entry: log.newEntryId(),
        values: { about, status: value, day, source: 'family' },
      });
    saved(await add('serving', '2026-11-01'));
    await log.recordConsent(
      agreed(about, { validity: { kind: 'while-detained', day: '2027-01-31' as Day } }),
    );
    const draft = await plan(about);
    saved(await add('released', '2026-11-19'));
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = await world.open(tomas, {
      over: (book) => ({
        ...book,
        async open(...given) {
          const opening = await book.open(...given);
          const page = opening.pages.get(statusChange.key);
          if (!page) throw new Error('no statuses');
          const first = { ...page, entries: page.entries.slice(0, 1), next: 'rest' as never };
          return { ...opening, pages: new Map(opening.pages).set(statusChange.key, first) };
        },
        async load(kind, window) {
          if (window.page !== ('rest' as never)) return book.load(kind, window);
          await gate;
          return book.load(kind, { since: '2000-01-01' as Day });
        },
      }),
    });
    const saving = slow.save(draft);
    open();
    expect(refusalsOf(await saving)).toEqual(['not-detained-any-more']);
  });

  it('a withdrawal between the tickets of two people stops the act', async () => {
    const people = [await addDefender(log), await addDefender(log)].sort();
    const [first, second] = people as [Code, Code];
    for (const code of people) await log.recordConsent(agreed(code));
    const draft = await plan(first, { named: [second] });
    const colleague = await world.open(tomas);
    let done = false;
    const acting = await world.open(ines, {
      over: (book) => ({
        ...book,
        async amend(cleared, at) {
          if (cleared.kind.key === 'consent-file' && cleared.record.about === second && !done) {
            done = true;
            await colleague.withdrawConsent(withdrawn(first));
          }
          return book.amend(cleared, at);
        },
      }),
    });
    expect((await acting.save(draft)).outcome).toBe('refused');
    expect(await plansInTheBook()).toEqual([]);
    expect((await stored(second))?.tickets.map(({ state }) => state)).toEqual(['released']);
  });
});
