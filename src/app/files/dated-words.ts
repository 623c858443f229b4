/** Words for what is read on another day than today: “tomorrow” would say the wrong one, so that every day is a date. */

import type { Words } from '../../domain/fields/field.ts';
import { comma } from '../../domain/fields/signs.ts';
import type { EntryId } from '../../domain/ids.ts';
import { kindByKey } from '../../domain/registry.ts';
import type { Log } from '../../log/log.ts';
import { clock, dayAt, shortDay } from '../day-words.ts';

export function datedWords(words: Words, log: Pick<Log, 'me' | 'today' | 'view'>): Words {
  const { zone } = log.me.mission;
  const { locale } = words;
  // What the writer's own clock shows tells a reader elsewhere nothing.
  const { here: _, ...lasting } = words;
  const dated: Words = {
    ...lasting,
    day: (day) => shortDay(day, log.today(), locale),
    instant(instant) {
      const time = Date.parse(instant);
      if (Number.isNaN(time)) return instant;
      return `${dated.day(dayAt(time, zone))}${comma(locale)}${clock(time, locale, zone)}`;
    },
    // The title of an entry says its days in the words it is given.
    entry(id: EntryId) {
      const entry = log.view().byEntry.get(id);
      return entry && kindByKey(entry.kind)?.summary(entry.record, dated);
    },
  };
  return dated;
}
