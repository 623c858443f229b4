/** Calendar files: what other calendars read in them, and what nobody reads in them. */

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { instantOfLocal } from '../../../src/app/day-words.ts';
import type { Day, EntryId, Instant } from '../../../src/domain/ids.ts';
import { calendarFile, type DatedLine } from '../../../src/files/ics.ts';
import { instantOf, parseCalendar, rawOf, textOf } from '../../support/ics.ts';

const now = Date.parse('2026-11-20T09:00:00Z');
const line: DatedLine = {
  entry: '01HZX3K8Q2W7V5R4T9N6M1C0BC' as EntryId,
  nth: 0,
  savedAt: '2026-11-19T10:00:00Z' as Instant,
  title: 'Amber Heron · Hearing',
  day: '2026-12-03' as Day,
  at: Date.parse('2026-12-03T06:00:00Z'),
};
const write = (...lines: readonly DatedLine[]) =>
  calendarFile(lines, { name: 'Focal Point', language: 'en', now });
async function only(one: DatedLine) {
  const [event] = parseCalendar(await write(one)).components;
  if (!event) throw new Error('no event');
  return event;
}

describe('J7: a calendar file', () => {
  it('holds cover name, kind and instant, and marks itself as private', async () => {
    const event = await only(line);
    expect(textOf(event, 'SUMMARY')).toBe('Amber Heron · Hearing');
    expect(rawOf(event, 'DTSTART')).toBe('20261203T060000Z');
    expect(rawOf(event, 'CLASS')).toBe('PRIVATE');
    expect(rawOf(event, 'STATUS')).toBe('CONFIRMED');
    expect(event.properties.map(({ name }) => name)).not.toContain('LOCATION');
    expect(event.properties.map(({ name }) => name)).not.toContain('DESCRIPTION');
  });

  it('holds the place only where it was given', async () => {
    expect(textOf(await only({ ...line, place: 'Oskel District Court · 4' }), 'LOCATION')).toBe(
      'Oskel District Court · 4',
    );
  });

  it('without dates is still a calendar', async () => {
    expect(parseCalendar(await write()).components).toEqual([]);
  });

  it('a later one changes the same appointment, and strikes out what was put off', async () => {
    const before = await only(line);
    const after = await only({
      ...line,
      off: true,
      savedAt: '2026-11-19T10:00:01Z' as Instant,
      title: 'Amber Heron · Postponed hearing',
    });
    expect(rawOf(after, 'UID')).toBe(rawOf(before, 'UID'));
    expect(Number(rawOf(after, 'SEQUENCE'))).toBeGreaterThan(Number(rawOf(before, 'SEQUENCE')));
    expect(rawOf(after, 'STATUS')).toBe('CANCELLED');
    expect(rawOf(after, 'TRANSP')).toBe('TRANSPARENT');
  });

  it('tells the dates of one entry apart', async () => {
    const uids = [await only(line), await only({ ...line, nth: 1 })].map((event) => rawOf(event, 'UID'));
    expect(new Set(uids).size).toBe(2);
  });

  it('a date without a time fills its day, on whatever clock the file is written', async () => {
    const { at: _, ...whole } = line;
    const event = await only({ ...whole, day: '2026-12-31' as Day });
    const [start] = event.properties.filter(({ name }) => name === 'DTSTART');
    expect(start).toMatchObject({ parameters: { VALUE: 'DATE' }, value: '20261231' });
    expect(rawOf(event, 'DTEND')).toBe('20270101');
  });
});

describe('J7: any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(fc.constantFrom('\\', ';', ',', '"', ':', '\n', '\r\n', 'é', '🙂', 'მერენი', 'ق', ' '), {
        maxLength: 80,
      })
      .map((parts) => parts.join('')),
  );
  test('is folded and escaped, and read back as one line', async () => {
    await fc.assert(
      fc.asyncProperty(texts, texts, async (title, place) => {
        const event = await only({ ...line, title, place });
        const clean = (text: string) => text.replace(/\p{Cc}+/gu, ' ').trim();
        expect(textOf(event, 'SUMMARY')).toBe(clean(title));
        expect(textOf(event, 'LOCATION') ?? '').toBe(clean(place));
      }),
    );
  });
});

describe('D2: instants in a calendar file', () => {
  const zones = [
    'Asia/Tbilisi',
    'Europe/Brussels',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'UTC',
  ];
  test('are those of the court’s clock, also around changes of the clock', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...zones),
        fc.date({
          min: new Date('2024-01-01T00:00:00Z'),
          max: new Date('2030-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        async (zone, when) => {
          const wall = new Intl.DateTimeFormat('sv-SE', {
            timeZone: zone,
            dateStyle: 'short',
            timeStyle: 'short',
          }).format(when);
          const [day = '', time = ''] = wall.split(' ');
          const at = instantOfLocal(day, time, zone) ?? Number.NaN;
          const event = await only({ ...line, day: day as Day, at });
          const read = instantOf(rawOf(event, 'DTSTART') ?? '');
          expect(read).toBe(at);
          expect(
            new Intl.DateTimeFormat('sv-SE', {
              timeZone: zone,
              dateStyle: 'short',
              timeStyle: 'short',
            }).format(read),
          ).toBe(wall);
        },
      ),
    );
  });
});
