/** Saving beside somebody else, and on a machine whose clock is wrong. */

import { beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../../../src/log/log.ts';
import type { Draft } from '../../../src/log/writing/saving.ts';
import {
  addDefender,
  agreed,
  contactDraft,
  ines,
  type LogWorld,
  openLogWorld,
  tomas,
} from '../../support/log-world.ts';
import { plan, saved } from '../../support/planned.ts';

let world: LogWorld;
let log: Log;

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
});

describe('two people', () => {
  it('J3 merge what they changed in different fields without a question', async () => {
    const about = await addDefender(log);
    const { entry } = saved(await log.save(contactDraft(log, about)));
    const base = { id: entry.id, version: entry.version, record: entry.record };
    const colleague = await world.open(tomas);
    saved(
      await colleague.save({
        kind: 'contact',
        entry: entry.entry,
        base,
        values: { ...entry.record, place: 'mission' },
      }),
    );
    const outcome = await log.save({
      kind: 'contact',
      entry: entry.entry,
      base,
      values: { ...entry.record, channel: 'in-person' },
    });
    expect(saved(outcome).entry.record).toMatchObject({ place: 'mission', channel: 'in-person' });
  });

  it('J3 show both texts when they changed the same field, and store what the person settles', async () => {
    const about = await addDefender(log);
    const { entry } = saved(await log.save(contactDraft(log, about)));
    const base = { id: entry.id, version: entry.version, record: entry.record };
    const colleague = await world.open(tomas);
    saved(
      await colleague.save({
        kind: 'contact',
        entry: entry.entry,
        base,
        values: { ...entry.record, gist: 'Theirs' },
      }),
    );
    const mine: Draft = {
      kind: 'contact',
      entry: entry.entry,
      base,
      values: { ...entry.record, gist: 'Mine' },
    };
    const outcome = await log.save(mine);
    if (outcome.outcome !== 'merge') throw new Error(`expected a merge, got ${outcome.outcome}`);
    expect(outcome.plan.fields).toMatchObject([{ key: 'gist', mine: 'Mine', theirs: 'Theirs' }]);
    expect(outcome.plan.theirs.by).toEqual(tomas);
    const settled = await log.saveMerged(mine, outcome.plan, { gist: 'Both' });
    expect(saved(settled).entry.record.gist).toBe('Both');
  });

  it('gives no default choice where risk is at stake', async () => {
    const about = await addDefender(log);
    const entry = log.view().entries.get('defender')?.[0];
    if (!entry) throw new Error('no defender');
    const base = { id: entry.id, version: entry.version, record: entry.record };
    const risk = (riskLevel: string) => ({ about, unit: 'individual', riskLevel, riskReview: '2026-12-01' });
    const colleague = await world.open(tomas);
    saved(await colleague.save({ kind: 'defender', entry: entry.entry, base, values: risk('high') }));
    const outcome = await log.save({ kind: 'defender', entry: entry.entry, base, values: risk('medium') });
    if (outcome.outcome !== 'merge') throw new Error(`expected a merge, got ${outcome.outcome}`);
    expect(outcome.plan.fields.find(({ key }) => key === 'riskLevel')?.suggestion).toBeUndefined();
  });
});

describe('the clock', () => {
  it('is the server’s: a machine that is a day ahead does not end a consent early once it heard the server', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about, { validity: { kind: 'until', day: '2026-11-20' as never } }));
    const ahead = await world.open(tomas, { skewMs: 86_400_000 });
    await ahead.keepDraft(contactDraft(ahead, about));
    expect(Math.abs(ahead.view().sync.clockSkewSeconds - 86_400)).toBeLessThan(5);
    expect((await ahead.save(await plan(log, about))).outcome).toBe('saved');
  });
});
