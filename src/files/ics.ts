/** Writes dates as a calendar file (RFC 5545): cover names and words of kinds, nothing that tells of a person or a case. */

import { addDays, type Day, type EntryId, type Instant, msOf } from '../domain/ids.ts';

/** One date of one entry. */
export interface DatedLine {
  readonly entry: EntryId;
  /** Which of the dates of its entry: with `entry` it names the same appointment in every file ever written. */
  readonly nth: number;
  /** When the entry was saved last. */
  readonly savedAt: Instant;
  /** What the calendar shows, e.g. cover name and kind. */
  readonly title: string;
  readonly day: Day;
  /** Ms; absent for a date that fills a day. */
  readonly at?: number;
  /** Does not take place: a calendar that has it strikes it out. */
  readonly off?: true;
  /** Only where the person wants it in the file. */
  readonly place?: string;
}

/** How long an appointment is shown: what is known is when it begins. Ms. */
const LENGTH = 3_600_000;
/** Counting from here keeps the number of a version within 31 bits until 2088. */
const FIRST_VERSION = Date.parse('2020-01-01T00:00:00Z');

/**
 * The text of a `.ics` file, lines ended by CRLF. Importing a later one changes the same appointments: their UIDs follow
 * from the entries, their SEQUENCE grows with every save. Times are instants, so that every calendar shows its own clock.
 */
export async function calendarFile(
  dates: readonly DatedLine[],
  file: { readonly name: string; readonly language: string /** Ms. */; readonly now: number },
): Promise<string> {
  const {
    ICalCalendarMethod,
    ICalEventClass,
    ICalEventStatus,
    ICalEventTransparency,
    default: ical,
  } = await import('ical-generator');
  const calendar = ical({
    prodId: { company: 'Focal Point', product: 'Calendar', language: file.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: oneLine(file.name),
  });
  for (const date of dates) {
    const timed = date.at !== undefined;
    calendar.createEvent({
      id: `${date.entry}-${date.nth}@focal-point`,
      sequence: Math.max(0, Math.floor((msOf(date.savedAt) - FIRST_VERSION) / 1000)),
      stamp: new Date(file.now),
      lastModified: new Date(msOf(date.savedAt)),
      summary: oneLine(date.title),
      class: ICalEventClass.PRIVATE,
      status: date.off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: timed && !date.off ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      ...(date.at === undefined
        ? { allDay: true, start: midnight(date.day), end: midnight(addDays(date.day, 1)) }
        : { start: new Date(date.at), end: new Date(date.at + LENGTH) }),
      ...(date.place ? { location: oneLine(date.place) } : {}),
    });
  }
  return `${calendar.toString().replace(/\r\n$/, '')}\r\n`;
}

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Text without control characters, which no property may hold. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
