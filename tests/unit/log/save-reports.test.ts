/** What is told to others about somebody, a visit or a measure, when it is saved. */

import { beforeEach, describe, expect, it } from 'vitest';
import type { DataCategory } from '../../../src/domain/consent/need.ts';
import type { Code } from '../../../src/domain/ids.ts';
import type { Log } from '../../../src/log/log.ts';
import type { Draft } from '../../../src/log/writing/saving.ts';
import { addDefender, agreed, ines, type LogWorld, openLogWorld } from '../../support/log-world.ts';
import { textOf } from '../../support/plain-words.ts';
import { saved } from '../../support/planned.ts';

let world: LogWorld;
let log: Log;

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
});

describe('the report of a visit', () => {
  const visit = (about: Code, ...reportTo: readonly object[]): Draft => ({
    kind: 'prison-visit',
    entry: log.newEntryId(),
    values: { about, type: 'family', step: 'done', visitOn: '2026-11-19', talk: 'private', reportTo },
  });
  const toCapital = { id: 'r1', to: 'Human rights desk', reader: 'capital' };
  const toCapitalOf = (about: Code, categories: readonly DataCategory[]) =>
    agreed(about, {
      grants: [
        { action: 'quiet-contact', audiences: ['embassy', 'ministry'], identity: 'full-name', categories },
      ],
    });

  it('B4 goes to nobody whom their consent does not reach, and the usual words say whom it lacks', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    // That it is their family who is seen is left out.
    const draft = visit(about, { ...toCapital, leavesOut: ['family'] });
    const outcome = await log.save(draft);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      verdict: {
        refusals: [{ person: about, code: 'audience-not-covered', audience: 'ministry' }],
      },
    });
    expect(textOf('consent', 'en', 'consent.refusals.audience-not-covered')).toContain('{{audience}}');
    await log.recordConsent(toCapitalOf(about, []));
    const { entry } = saved(await log.save(draft));
    expect(entry.under).not.toContain('none-on-record');
  });

  it('B4 E3 that tells of health goes to whom they agreed to for health, or without it', async () => {
    const about = await addDefender(log);
    await log.recordConsent(toCapitalOf(about, []));
    const heard = (leavesOut: readonly string[]) => {
      const draft = visit(about, { ...toCapital, leavesOut: ['family', ...leavesOut] });
      return { ...draft, values: { ...draft.values, healthNeed: 'Tablets that ran out' } };
    };
    expect(await log.save(heard([]))).toMatchObject({
      outcome: 'refused',
      verdict: { refusals: [{ person: about, code: 'category-not-covered', audience: 'ministry' }] },
    });
    saved(await log.save(heard(['health'])));
    world.time.now += 60_000;
    await log.recordConsent(toCapitalOf(about, ['health']));
    const { entry } = saved(await log.save(heard([])));
    expect(entry.ticket).toBeDefined();
    expect(entry.under).not.toContain('none-on-record');
  });

  it('B4 that went is written down as it went, with why there was no consent for its reader', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const sent = visit(about, { ...toCapital, on: '2026-11-20' });
    expect((await log.save(sent)).outcome).toBe('say-why');
    const why = { ...sent, values: { ...sent.values, withoutConsentWhy: 'Sent before anybody asked' } };
    expect(saved(await log.save(why)).entry.under).toEqual(['none-on-record']);
  });

  it('B4 goes to their own side without a further yes', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    saved(await log.save(visit(about, { ...toCapital, reader: 'their-side' })));
  });
});

describe('a measure that is reported to the capital', () => {
  it('G8 B4 passes under consent that reaches the capital, and says why where there is none', async () => {
    const about = await addDefender(log);
    await log.recordConsent(agreed(about));
    const draft: Draft = {
      kind: 'measure-taken',
      entry: log.newEntryId(),
      values: {
        about,
        subject: 'defender',
        measure: 'visit-to-defender',
        gist: 'Tea at home',
        day: '2026-11-19',
        step: 'sent',
        identity: 'none',
      },
    };
    const { entry } = saved(await log.save(draft));
    const reported = { ...draft, base: entry, values: { ...entry.record, reportedOn: '2026-11-20' } };
    expect(await log.save(reported)).toMatchObject({ outcome: 'say-why' });
    await log.recordConsent(
      agreed(about, {
        grants: [
          { action: 'quiet-contact', audiences: ['embassy', 'ministry'], identity: 'none', categories: [] },
        ],
      }),
    );
    const after = saved(await log.save(reported)).entry;
    expect(after.under).not.toContain('none-on-record');
    expect(after.ticket).not.toBe(entry.ticket);
  });
});
