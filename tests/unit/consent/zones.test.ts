/** B10 · Days of consent end at midnight where the mission is, whatever its clocks do that night. */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/domain/consent/consent-file.ts';
import { decide } from '../../../src/domain/consent/decide.ts';
import { newTicket, summaryOf } from '../../../src/domain/consent/file-operations.ts';
import { countsInStatistics } from '../../../src/domain/consent/statistics.ts';
import { addDays, type Day, type Instant, instantFrom, msOf } from '../../../src/domain/ids.ts';
import { endOfDay } from '../../../src/domain/zoned.ts';
import { decision, entry, evidence, file, grant, need, officer, oskel } from './consent-cases.ts';

const lastDay = '2026-11-20' as Day;
const until = (day: Day, more: Partial<Decision> = {}): Decision =>
  decision({ id: 'yes', validity: { kind: 'until', day }, reviewOn: '2027-03-01' as Day, ...more });
const verdict = (says: readonly Decision[], now: string, zone: string, more = {}) =>
  decide(need(more), { ...evidence(file(says)), zone }, { now: now as Instant, entry });
const answer = (...given: Parameters<typeof verdict>): string => {
  const { allowed, refusals } = verdict(...given);
  return allowed ? 'allowed' : (refusals[0]?.code ?? '');
};

describe('B10 the last day of a consent', () => {
  it.each<[string, string, string, string]>([
    ['Meren, the last second', 'Asia/Tbilisi', '2026-11-20T19:59:59Z', 'allowed'],
    ['Meren, midnight: four hours before that of UTC', 'Asia/Tbilisi', '2026-11-20T20:00:00Z', 'expired'],
    ['New York, midnight of UTC', 'America/New_York', '2026-11-21T00:00:00Z', 'allowed'],
    ['New York, the last second', 'America/New_York', '2026-11-21T04:59:59Z', 'allowed'],
    ['New York, midnight', 'America/New_York', '2026-11-21T05:00:00Z', 'expired'],
    ['a quarter of an hour off', 'Asia/Kathmandu', '2026-11-20T18:14:59Z', 'allowed'],
    ['a quarter of an hour off, midnight', 'Asia/Kathmandu', '2026-11-20T18:15:00Z', 'expired'],
    ['as far ahead as a place can be', 'Pacific/Kiritimati', '2026-11-20T10:00:00Z', 'expired'],
    ['as far behind as a place can be', 'Pacific/Pago_Pago', '2026-11-21T10:59:59Z', 'allowed'],
    ['UTC itself', 'UTC', '2026-11-21T00:00:00Z', 'expired'],
  ])('B10: %s', (_, zone, now, expected) => {
    expect(answer([until(lastDay)], now, zone)).toBe(expected);
  });

  it.each(['', 'Mars/Olympus', '+04:00x'])('B6: a zone nobody knows (%j) is an unknown clock', (zone) => {
    expect(answer([until(lastDay)], '2026-11-20T09:00:00Z', zone)).toBe('clock-unknown');
  });

  it('B10: a refusal that ends, a review day and a mandate end at the same midnight', () => {
    const no = decision({
      outcome: 'refused',
      grants: [],
      validity: { kind: 'until', day: lastDay },
    });
    const reviewed = decision({ grants: [grant('trial', ['court'])], reviewOn: lastDay });
    const [before, after] = ['2026-11-20T19:59:59Z', '2026-11-20T20:00:00Z'];
    expect(answer([no], before, 'Asia/Tbilisi')).toBe('refused');
    expect(answer([no], after, 'Asia/Tbilisi')).toBe('expired');
    expect(answer([reviewed], before, 'Asia/Tbilisi')).toBe('allowed');
    expect(answer([reviewed], after, 'Asia/Tbilisi')).toBe('review-passed');
    const mandated = { giver: 'family', giverRef: 'mother', to: lastDay } as const;
    const spoken = decision({ giver: 'family', giverRef: 'mother', whyNotDefender: 'detained' });
    const by = (now: string) =>
      decide(
        need(),
        { ...evidence(file([spoken]), { speakers: [mandated] }), zone: 'Asia/Tbilisi' },
        { now: now as Instant, entry },
      ).allowed;
    expect([by(before), by(after)]).toEqual([true, false]);
  });

  it('B10: what is said of a decision is said of the day in the mission', () => {
    const late = decision({ outcome: 'refused', grants: [], at: '2026-11-18T21:00:00Z' as Instant });
    expect(verdict([late], '2026-11-20T09:00:00Z', 'Asia/Tbilisi').refusals[0]?.on).toBe('2026-11-19');
    expect(verdict([late], '2026-11-20T09:00:00Z', 'UTC').refusals[0]?.on).toBe('2026-11-18');
  });

  it('B15: being counted ends with the same day', () => {
    const counted = file([until(lastDay, { statistics: true })]);
    expect(countsInStatistics(counted, '2026-11-20T19:59:59Z' as Instant, 'Asia/Tbilisi')).toBe(true);
    expect(countsInStatistics(counted, '2026-11-20T20:00:00Z' as Instant, 'Asia/Tbilisi')).toBe(false);
  });

  it('B10: what the list shows of a file counts the same days', () => {
    const held = file([until(lastDay)]);
    expect(summaryOf(held, '2026-11-20' as Day).endsOn).toBe(lastDay);
    expect(summaryOf(held, '2026-11-21' as Day).endsOn).toBeUndefined();
  });
});

describe('B10 the end of a day', () => {
  it.each<[string, string, string, string]>([
    ['without summer time', 'Asia/Tbilisi', '2026-11-20', '2026-11-20T20:00:00Z'],
    ['in summer time', 'Europe/Paris', '2026-07-01', '2026-07-01T22:00:00Z'],
    ['in winter time', 'Europe/Paris', '2026-12-01', '2026-12-01T23:00:00Z'],
    ['the night before the clocks go forward', 'Europe/Paris', '2026-03-28', '2026-03-28T23:00:00Z'],
    ['the day of 23 hours', 'Europe/Paris', '2026-03-29', '2026-03-29T22:00:00Z'],
    ['the day of 25 hours', 'Europe/Paris', '2026-10-25', '2026-10-25T23:00:00Z'],
    ['where midnight itself is skipped', 'Africa/Cairo', '2026-04-23', '2026-04-23T22:00:00Z'],
    ['where the last hour comes twice', 'Africa/Cairo', '2026-10-29', '2026-10-29T22:00:00Z'],
    ['where a whole day was skipped', 'Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00Z'],
    ['half an hour of summer time', 'Australia/Lord_Howe', '2026-10-03', '2026-10-03T13:30:00Z'],
  ])('B10: %s', (_, zone, day, end) => {
    expect(endOfDay(day as Day, zone)).toBe(end);
  });

  it('B10: a ticket taken on the last day runs out at that midnight', () => {
    const held = file([until(lastDay)]);
    const now = '2026-11-20T09:00:00Z' as Instant;
    const act = { id: 't', entry, kind: 'trial-observation', by: officer, at: now };
    const given = verdict(held.decisions, now, 'Asia/Tbilisi');
    expect(newTicket(given, oskel, act, held, 'Asia/Tbilisi').until).toBe('2026-11-20T20:00:00Z');
    expect(newTicket(given, oskel, act, held, 'America/New_York').until).toBe('2026-11-21T05:00:00Z');
  });

  it.each([
    'Europe/Paris',
    'Africa/Cairo',
    'America/Havana',
    'Asia/Beirut',
    'Australia/Lord_Howe',
    'Asia/Tbilisi',
  ])('B10: every day of a year in %s ends once, and consent with it', (zone) => {
    for (let day = '2026-01-01' as Day; day < '2027-01-01'; day = addDays(day, 1)) {
      const end = endOfDay(day, zone);
      const hours = (msOf(endOfDay(addDays(day, 1), zone)) - msOf(end)) / 3_600_000;
      expect([23, 23.5, 24, 24.5, 25]).toContain(hours);
      const before = instantFrom(msOf(end) - 1000);
      const yes = [until(day, { at: '2025-12-01T10:00:00Z' as Instant })];
      expect([answer(yes, before, zone), answer(yes, end, zone)]).toEqual(['allowed', 'expired']);
    }
  });
});
