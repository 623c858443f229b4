/** Whatever the list was filtered by stands in the file's head, in words. */

import { describe, expect, it } from 'vitest';
import { filterInWords } from '../../../src/app/files/filter-words.ts';
import type { Filter } from '../../../src/app/table/filter.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import type { Code, MissionCode } from '../../../src/domain/ids.ts';

const words: Words = {
  locale: 'en',
  text: (key, values) => (values ? `${key} ${Object.values(values).join()}` : key),
  day: (day) => day,
  instant: (instant) => instant,
  cover: () => 'Amber Heron',
  entry: () => undefined,
};

describe('filters in words', () => {
  it.each<readonly [Filter, string]>([
    [{}, 'files.filter.none'],
    [{ kind: 'contact' }, 'kinds.contact.many'],
    [{ defender: '9BGPNH00W' as Code }, 'Amber Heron'],
    [{ period: '90' }, 'entries.filters.lastDays 90'],
    [{ mine: true }, 'entries.filters.mine'],
    [{ state: 'open' }, 'entries.filters.states.open'],
    [{ kind: 'trial-observation', status: 'done' }, 'choices.observation-steps.done'],
    [{ mission: 'western-union' as MissionCode }, 'Western Union'],
    [{ text: ' bail ' }, 'files.filter.text bail'],
  ])('I9: %j says %s', (filter, said) => {
    expect(filterInWords(filter, words)).toContain(said);
  });
});
