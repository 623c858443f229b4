/** Days and times as people say them; the days a calendar shows; what stands in it. */

import { describe, expect, it } from 'vitest';
import {
  clock,
  clockHere,
  dayInWords,
  instantInWords,
  instantOfLocal,
  listedDay,
  nearDays,
  shortDay,
} from '../../../src/app/day-words.ts';
import { joined } from '../../../src/app/near-days.ts';
import { daysShown, turned, weekOf } from '../../../src/app/pages/calendar/calendar-days.ts';
import type { Day } from '../../../src/domain/ids.ts';
import { loadPart } from '../../../src/locales/index.ts';
import { type Language, parts, type Texts } from '../../../src/locales/languages.ts';

/** Every text of a language by its key. */
async function textsIn(language: Language): Promise<ReadonlyMap<string, string>> {
  const flat = (texts: Texts, above: string): readonly (readonly [string, string])[] =>
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string' ? [[`${above}${key}`, text] as const] : flat(text, `${above}${key}.`),
    );
  const all = await Promise.all(parts.map(async (part) => flat(await loadPart(language, part), `${part}: `)));
  return new Map(all.flat());
}

const today = '2026-11-20' as Day;
const day = (text: string): Day => text as Day;

describe('days in words', () => {
  it.each([
    ['2026-11-20', 'en', 'today'],
    ['2026-11-21', 'en', 'tomorrow'],
    ['2026-11-19', 'fr', 'hier'],
    ['2026-11-26', 'en', 'Thu 26 Nov'],
    ['2026-12-15', 'en', '15 Dec'],
    ['2027-01-20', 'en', '20 Jan 2027'],
    ['2027-01-20', 'fr', '20 janv. 2027'],
    ['2026-11-21', 'ar', 'غدًا'],
    ['2026-12-15', 'ar', '15 ديسمبر'],
    ['2027-01-20', 'ar', '20 يناير 2027'],
    ['soon', 'en', 'soon'],
  ])('M5 %s is said in %s as %s', (date, locale, said) => {
    expect(dayInWords(date, today, locale).replace(',', '')).toBe(said);
  });

  it.each([
    ['en', 'Verified in person on {{day}}', 'Verified in person today'],
    ['en', '{{mission}}: asked to delete it on {{day}}', 'on today: asked to delete it today'],
    ['en', 'Ends {{day}}', 'Ends today'],
    ['fr', 'Vérifiée en personne le {{day}}', 'Vérifiée en personne aujourd’hui'],
    ['fr', 'jusqu’au {{day}}', 'jusqu’à aujourd’hui'],
    ['fr', 'Du {{day}} au {{tomorrow}}', 'D’aujourd’hui à demain'],
    ['fr', 'notre démarche du {{tomorrow}}', 'notre démarche de demain'],
    ['fr', 'avant le {{later}}', 'avant le 15 déc.'],
    ['fr', 'À décider au plus tard le {{tomorrow}}.', 'À décider au plus tard demain.'],
    ['ar', 'حتى: {{day}}', 'حتى: اليوم'],
  ])('M5 · in %s, “%s” reads “%s”', (locale, text, read) => {
    const said = (date: string) => dayInWords(date, today, locale);
    const values = {
      day: said('2026-11-20'),
      tomorrow: said('2026-11-21'),
      later: said('2026-12-15'),
      mission: 'on today',
    };
    const fill = (filled: Readonly<Record<string, string | number>>) =>
      text.replace(/\{\{(\w+)\}\}/g, (_, place: string) => String(filled[place]));
    expect(joined(locale, values, fill)).toBe(read);
  });

  it('M5 · no French sentence puts the little word of a date before a day near today, nor “avant” (avant hier)', async () => {
    const said = [...(await textsIn('fr'))].flatMap(([key, text]) =>
      [...nearDays('fr')].map((near) => {
        const fill = (values: Readonly<Record<string, string | number>>) =>
          text.replace(/\{\{(day|on)\}\}/g, (_, place: string) => String(values[place]));
        return `${key}: ${joined('fr', { day: near, on: near }, fill)}`;
      }),
    );
    expect(said.length).toBeGreaterThan(1_000);
    expect(
      said.filter((one) => /\b((avant|le|au|du) (hier|aujourd|demain)|de (hier|aujourd))/i.test(one)),
    ).toEqual([]);
  });

  it.each([
    ['2026-11-20', 'today'],
    ['2026-11-19', 'yesterday'],
    ['2026-11-18', 'Wed 18 Nov'],
    ['2026-03-02', 'Mon 2 Mar'],
    ['2025-12-15', 'Mon 15 Dec 2025'],
    ['soon', 'soon'],
  ])('in a column %s has the form of all others: %s', (date, said) => {
    expect(listedDay(date, today, 'en').replace(',', '')).toBe(said);
  });

  it('a sentence names the date itself, also tomorrow', () => {
    expect(shortDay('2026-11-21', today, 'en').replace(',', '')).toBe('Sat 21 Nov');
  });
});

describe('the clock of a court', () => {
  it.each([
    ['Varosia', '2026-11-26', '10:00', 'Asia/Tbilisi', '2026-11-26T06:00:00.000Z'],
    ['summer in Brussels', '2026-07-01', '09:30', 'Europe/Brussels', '2026-07-01T07:30:00.000Z'],
    [
      'the hour that summer time repeats',
      '2026-10-25',
      '02:30',
      'Europe/Brussels',
      '2026-10-25T01:30:00.000Z',
    ],
  ])('D2 an hour in %s is one instant for everybody', (_, date, time, zone, instant) => {
    const at = instantOfLocal(date, time, zone);
    expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(instant);
  });

  it('D2 the same instant is read on my clock', () => {
    const at = instantOfLocal('2026-11-26', '10:00', 'Asia/Tbilisi') ?? 0;
    expect(clock(at, 'en', 'Europe/Brussels')).toBe('07:00');
    expect(clock(at, 'en', 'Asia/Tbilisi')).toBe('10:00');
  });

  it.each([
    ['another hour of the same day', '10:00', 'Europe/Brussels', '07:00'],
    ['the evening before', '02:00', 'America/New_York', 'Wed 25 Nov, 17:00'],
    ['the same hour', '10:00', 'Asia/Dubai', undefined],
  ])('D2 a hearing at the court is %s here', (_, time, zone, said) => {
    const there = { day: '2026-11-26', time };
    const at = instantOfLocal(there.day, there.time, 'Asia/Tbilisi') ?? 0;
    expect(clockHere(at, there, today, 'en', zone)?.replace(/^(\w+),/, '$1')).toBe(said);
  });

  it('what was saved late in the evening was saved on the day of the mission, wherever it is read', () => {
    const saved = '2026-11-19T20:30:00Z';
    expect(instantInWords(saved, today, 'en', 'Asia/Tbilisi')).toBe('today, 00:30');
    expect(instantInWords(saved, today, 'en', 'Europe/Brussels')).toBe('yesterday, 21:30');
  });

  it.each([
    ['an unknown zone', '10:00', 'Varosia/Meren'],
    ['a time that is none', '25:99', 'Asia/Tbilisi'],
  ])('%s has no instant', (_, time, zone) => {
    expect(instantOfLocal('2026-11-26', time, zone)).toBeUndefined();
  });
});

describe('days of the calendar', () => {
  it.each([
    ['2026-11-20', 42, '2026-10-26', '2026-12-06'],
    ['2026-02-15', 35, '2026-01-26', '2026-03-01'],
    ['2027-02-10', 28, '2027-02-01', '2027-02-28'],
    ['2026-06-10', 35, '2026-06-01', '2026-07-05'],
  ])('the month of %s shows %i days', (around, count, first, last) => {
    const days = daysShown('month', day(around));
    expect([days.length, days[0], days.at(-1)]).toEqual([count, first, last]);
  });

  it('a week begins on Monday', () => {
    expect(weekOf(day('2026-11-22'))).toBe('2026-11-16');
    expect(daysShown('week', day('2026-11-20'))).toHaveLength(7);
  });

  it('turning the pages skips no month', () => {
    expect(turned('month', day('2026-01-31'), 1)).toBe('2026-02-01');
    expect(turned('month', day('2026-03-31'), -1)).toBe('2026-02-01');
    expect(turned('month', day('2026-12-15'), 1)).toBe('2027-01-01');
  });
});
