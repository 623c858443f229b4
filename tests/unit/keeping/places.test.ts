/** J5 · What is left of a place when an entry is made anonymous: its region where one is known, and nothing where none is. */

import { describe, expect, it } from 'vitest';
import type { Code } from '../../../src/domain/ids.ts';
import { anonymised, fateOf } from '../../../src/domain/keeping/anonymise.ts';
import { placesIn, regionsOf } from '../../../src/domain/keeping/region-of.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import { exampleOf } from '../../support/examples.ts';
import { addDefender, ines, openLogWorld } from '../../support/log-world.ts';
import { plainWords } from '../../support/plain-words.ts';

const line = (key: string, en: string, region?: 'east' | 'west' | 'centre', more: AnyRecord = {}) => ({
  key,
  labels: { en, ...more },
  ...(region ? { region } : {}),
});
const places = [
  line('oskel', 'Oskel', 'east', { ka: 'ოსკელი' }),
  line('lower-brae', 'Lower Brae', 'west'),
  line('brae', 'Brae', 'centre'),
  line('tarvin', 'Tarvin'),
];
const courts = [
  line('meren', 'Meren City Court', 'centre', { fr: 'Tribunal de Méren' }),
  line('oskel-court', 'Oskel District Court'),
];
const region = regionsOf([places, courts]);

describe('J5 the region of a place', () => {
  it.each<[string, string, string | undefined]>([
    ['a place on the list', 'Oskel', 'east'],
    ['written otherwise', '  OSKEL ', 'east'],
    ['in another script', 'ოსკელი', 'east'],
    ['with an accent or without', 'tribunal de meren', 'centre'],
    ['within a longer text', 'Market street, Oskel, near the bridge', 'east'],
    ['a court whose town is known', 'Oskel District Court', 'east'],
    ['a name within a longer name', 'Lower Brae', 'west'],
    ['the shorter name alone', 'Brae', 'centre'],
    ['a part of a word is no place', 'Oskelian hills', undefined],
    ['two places in one region', 'Oskel District Court, Oskel', 'east'],
    ['two places in two regions', 'On the road from Oskel to Lower Brae', undefined],
    ['a place without a region', 'Tarvin', undefined],
    ['a place that is on no list', 'The valley', undefined],
    ['what stands there already', 'East', 'east'],
    ['nothing', '–', undefined],
  ])('J5: %s', (_, text, expected) => {
    expect(region(text)).toBe(expected);
  });

  it('J5: without lists no place has a region', () => {
    expect(regionsOf([])('Oskel')).toBeUndefined();
    expect(placesIn([{ record: { name: 'ngos', codes: places } }])).toEqual([]);
    expect(placesIn([{ record: { name: 'places', codes: places } }])).toEqual([places]);
  });
});

describe('J5 what the kinds keep of it', () => {
  const how = { code: (code: Code) => code, region };
  it.each<[string, string, string, string | undefined]>([
    ['threat-event', 'place', 'Oskel', 'East'],
    ['threat-event', 'place', 'The valley', undefined],
    ['field-visit', 'place', 'Lower Brae, school', 'West'],
    ['field-visit', 'place', 'The valley', '–'],
    ['hearing', 'court', 'Meren City Court', 'Centre'],
    ['proceeding', 'court', 'Oskel District Court', 'East'],
    ['detention', 'facility', 'Oskel Colony', 'East'],
    ['prison-visit', 'facility', 'Colony No. 9', undefined],
    ['status-change', 'facility', 'Oskel Colony', 'East'],
  ])('J5: %s, %s %j becomes %j', (key, field, place, expected) => {
    const kind = kindOf(key);
    const record = { ...exampleOf(kind), [field]: place };
    const after = anonymised(kind, record, how);
    expect(after[field]).toBe(expected);
    const fate = fateOf(kind, record, how);
    const isKept = expected !== undefined && expected !== '–';
    expect(fate.coarser.includes(field)).toBe(isKept);
    expect(fate.goes.includes(field)).toBe(!isKept);
    expect(fate.unplaced).toEqual(isKept ? [] : [field]);
  });

  it('J5: a region is read in the language of the reader', () => {
    const visit = kindOf('field-visit');
    const after = anonymised(visit, { ...exampleOf(visit), place: 'Oskel' }, how);
    expect(visit.summary(after, plainWords('en'))).toMatch(/^East · /);
    expect(visit.summary(after, plainWords('fr'))).toMatch(/^Est · /);
  });
});

describe('J5 in a mission’s book', () => {
  it('J5: what is due keeps the region its lists name, and an erasure too', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const about = await addDefender(log);
    const codes = [line('oskel', 'Oskel', 'east')];
    expect(await log.saveCodeList({ name: 'places', base: [], codes })).toBe('saved');
    const entry = log.newEntryId();
    await log.save({
      kind: 'threat-event',
      entry,
      values: { about, day: '2026-11-10', kinds: ['search'], place: 'Oskel, the office' },
    });
    await (await log.life()).erase(about, () => undefined);
    expect(log.view().byEntry.get(entry)?.record).toMatchObject({ place: 'East', day: '2026-11-01' });
  });
});
