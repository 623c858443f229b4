/** Days and times typed in the form of the reader's language. */

import { describe, expect, it } from 'vitest';
import { calendarNames, orderOf, readDay, readTime, writeDay } from '../../../src/app/fields/typing.ts';
import type { Day } from '../../../src/domain/ids.ts';

const today = '2026-11-20' as Day;

describe('a typed day', () => {
  it.each([
    ['the way a list column writes it', '2026-11-24', 'en-GB', '2026-11-24'],
    ['with full stops, day first', '24.11.2026', 'fr', '2026-11-24'],
    ['with slashes, day first in Britain', '03/04/2026', 'en-GB', '2026-04-03'],
    ['with slashes, month first in America', '03/04/2026', 'en-US', '2026-03-04'],
    ['day first in English without a region, as embassies write', '03/04/2026', 'en', '2026-04-03'],
    ['with two figures for the year', '24 11 26', 'fr', '2026-11-24'],
    ['with two figures for a year of the last century', '24/11/87', 'en-GB', '1987-11-24'],
    ['without a year: the nearest one ahead', '3 january', 'en-GB', '2027-01-03'],
    ['without a year: the nearest one behind', '30/10', 'en-GB', '2026-10-30'],
    ['with the month in letters', '24 nov 2026', 'en-GB', '2026-11-24'],
    ['with the month before the day', 'November 24th, 2026', 'en-US', '2026-11-24'],
    ['with the month in French', '1er août 2026', 'fr', '2026-08-01'],
    ['with the month in French without its accent', '24 decembre', 'fr', '2026-12-24'],
    ['as a word near today', 'tomorrow', 'en-GB', '2026-11-21'],
    ['as a French word near today', 'avant-hier', 'fr', undefined],
    ['as a French word for yesterday', 'Hier', 'fr', '2026-11-19'],
    ['in Arabic figures', '٢٤/١١/٢٠٢٦', 'ar', '2026-11-24'],
    ['with the month in Arabic', '24 نوفمبر 2026', 'ar', '2026-11-24'],
    ['with the month in Arabic, without its hamza', '3 ابريل', 'ar', '2027-04-03'],
    ['with a month of two words, as the Levant says it', '24 تشرين الثاني، 2026', 'ar-LB', '2026-11-24'],
    ['as an Arabic word near today', 'غدا', 'ar', '2026-11-21'],
    ['in Persian figures, by the same calendar', '۲۰۲۶/۱۱/۲۴', 'fa', '2026-11-24'],
    ['that does not exist', '31.02.2026', 'fr', undefined],
    ['with a month that does not exist', '24/13/2026', 'en-GB', undefined],
    ['that is only a number', '24', 'en-GB', undefined],
    ['that is a word', 'soon', 'en-GB', undefined],
    ['that is a formula', '=1+1', 'en-GB', undefined],
    ['that is empty', '', 'en-GB', undefined],
  ])('%s: %s', (_, typed, locale, day) => {
    expect(readDay(typed, locale, today)).toBe(day);
  });

  it.each([
    'en',
    'en-GB',
    'en-US',
    'fr',
    'fr-CA',
    'de',
    'es',
    'pt',
    'ar',
    'ar-SA',
    'ar-EG',
    'ar-LB',
    'ar-MA',
  ])('reads back what it writes in every month (%s)', (locale) => {
    for (let month = 1; month <= 12; month += 1) {
      const day = `2026-${String(month).padStart(2, '0')}-09` as Day;
      expect(readDay(writeDay(day, locale), locale, today), writeDay(day, locale)).toBe(day);
    }
  });

  it('shows the month in letters, so that nobody mistakes it for the day', () => {
    expect(writeDay('2026-04-03' as Day, 'en-GB')).toBe('3 Apr 2026');
    expect(writeDay('2026-04-03' as Day, 'en-US')).toBe('Apr 3, 2026');
    expect(writeDay('2026-04-03' as Day, 'ar')).toBe('3 أبريل 2026');
  });
});

describe('a typed time', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9:30', '09:30'],
    ['9h30', '09:30'],
    ['9 h', '09:00'],
    ['9.30 pm', '21:30'],
    ['12 am', '00:00'],
    ['12:15 PM', '12:15'],
    ['٠٩:٣٠', '09:30'],
    ['24:00', undefined],
    ['9:75', undefined],
    ['13 pm', undefined],
    ['noon', undefined],
    ['', undefined],
  ])('%j is %j', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });
});

describe('the calendar', () => {
  it('begins the week as the place does', () => {
    expect(calendarNames('en-US').firstDay).toBe(0);
    expect(calendarNames('fr').firstDay).toBe(1);
    expect(calendarNames('ar-EG').firstDay).toBe(6);
  });

  it('has twelve months and seven days in the language of the reader', () => {
    const { months, days } = calendarNames('fr');
    expect([months.length, months[7], days.length, days[0]]).toEqual([12, 'août', 7, 'dimanche']);
  });

  it('knows the order of figures', () => {
    expect(orderOf('en-US')).toEqual(['month', 'day', 'year']);
    expect(orderOf('ja')).toEqual(['year', 'month', 'day']);
  });
});
