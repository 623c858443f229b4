/** What is owed is read from all records once a day and after a change; in between only the clock is asked. */

import { describe, expect, it } from 'vitest';
import { duties, dutyDay } from '../../../src/domain/duties/duties.ts';
import type { DutySources } from '../../../src/domain/duties/sources.ts';
import type { Instant, MissionCode } from '../../../src/domain/ids.ts';
import type { Entry } from '../../../src/domain/record-kind.ts';
import { addDefender, ines, openLogWorld } from '../../support/log-world.ts';
import { circumstances, officer, oskel } from '../consent/consent-cases.ts';

const zone = 'Asia/Tbilisi';

const hearing: Entry = {
  kind: 'hearing',
  id: '1',
  entry: '01HZX3K8Q2W7V5R4T9N6M1C0BH' as Entry['entry'],
  version: '1',
  at: '2026-11-10T09:00:00Z' as Instant,
  createdAt: '2026-11-10T09:00:00Z' as Instant,
  schema: 1,
  by: officer,
  under: ['none'],
  record: {
    about: oskel,
    court: 'Oskel District Court',
    start: { day: '2026-11-21', time: '15:00', zone },
  },
};

const at = (now: string): DutySources => ({
  entries: new Map([['hearing', [hearing]]]),
  files: [],
  closings: [],
  circumstances: () => circumstances(),
  mission: 'aldermark' as MissionCode,
  zone,
  now: now as Instant,
});

describe('C4 a day of duties', () => {
  it.each([
    ['before noon of the day before', '2026-11-20T07:59:00Z', ['three-days']],
    ['after it', '2026-11-20T08:01:00Z', ['afternoon-before']],
    ['late in the evening there', '2026-11-20T19:59:00Z', ['afternoon-before']],
  ])('kept since the morning says %s what a fresh one says', (_, now, alerts) => {
    const morning = dutyDay(at('2026-11-19T20:01:00Z'));
    const kept = duties(at(now), morning);
    expect(kept).toEqual(duties(at(now)));
    const noObserver = kept.filter(({ kind }) => kind === 'hearing-without-observer');
    expect(noObserver.map(({ values }) => values.alert)).toEqual(alerts);
  });

  it('ends at midnight of the mission', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    await addDefender(log, { riskLevel: 'high', riskReview: '2026-12-01' });
    const review = () => log.view().duties.find(({ kind }) => kind === 'risk-review')?.urgency;
    const beatAt = async (now: string) => {
      world.time.now = Date.parse(now);
      await log.refresh();
    };
    const said: unknown[] = [];
    for (const now of ['2026-11-23T09:00:00Z', '2026-11-24T19:59:00Z', '2026-12-01T20:01:00Z']) {
      await beatAt(now);
      said.push(review());
    }
    expect(said).toEqual([undefined, 'this-week', 'act-now']);
    log.close();
  });
});
