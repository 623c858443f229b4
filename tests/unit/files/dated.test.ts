/** M7: whatever is read on another day than today (a brief, a copy, a file) dates every day. */

import { describe, expect, it } from 'vitest';
import { dayInWords, instantInWords, nearDays } from '../../../src/app/day-words.ts';
import { briefOf } from '../../../src/app/files/brief-of.ts';
import { datedWords } from '../../../src/app/files/dated-words.ts';
import { tableOf, wholeColumns } from '../../../src/app/files/export-table.ts';
import { reportingText } from '../../../src/app/record/reporting-text.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import type { Day } from '../../../src/domain/ids.ts';
import type { Entry } from '../../../src/domain/record-kind.ts';
import { kindByKey, kindOf, recordKinds } from '../../../src/domain/registry.ts';
import type { Log } from '../../../src/log/log.ts';
import { exampleOf } from '../../support/examples.ts';
import { addDefender, agreed, ines, openLogWorld } from '../../support/log-world.ts';

const yesterday = '2026-11-19';
const tomorrow = '2026-11-21' as Day;

/** The words of the screen: texts are their keys, days near today are said as such. */
function onScreen(log: Log, locale: string): Words {
  const words: Words = {
    locale,
    text: (key, values = {}) => [key, ...Object.values(values)].join(' '),
    day: (day) => dayInWords(day, log.today(), locale),
    instant: (instant) => instantInWords(instant, log.today(), locale, log.me.mission.zone),
    here: () => '07:00 here',
    cover: (code) => code,
    entry(id) {
      const entry = log.view().byEntry.get(id);
      return entry && kindByKey(entry.kind)?.summary(entry.record, words);
    },
  };
  return words;
}

/** A defender with a contact of today, a hearing of tomorrow, an observation of it, and a consent until tomorrow. */
async function defenderOfToday() {
  const world = await openLogWorld();
  const log = await world.open(ines);
  const code = await addDefender(log);
  const keep = async (kind: string, values: Readonly<Record<string, unknown>>): Promise<Entry> => {
    const saved = await log.save({ kind, entry: log.newEntryId(), values: { about: code, ...values } });
    if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved));
    return saved.entry;
  };
  await log.recordConsent(
    agreed(code, { validity: { kind: 'until', day: tomorrow }, reviewOn: tomorrow, limits: 'no press' }),
  );
  await keep('contact', { day: yesterday, gist: 'Called' });
  const hearing = await keep('hearing', {
    start: { day: tomorrow, time: '10:00', zone: 'Asia/Tbilisi' },
    court: 'Oskel District Court',
  });
  return { log, code, hearing };
}

/** Near days in a text, in any language: none should be there. */
const nearIn = (text: string, locale: string) => [...nearDays(locale)].filter((day) => text.includes(day));

describe.each(['en', 'fr', 'ar'])('M7 · in %s', (locale) => {
  it('a brief of a defender dates until when, who agreed and what comes', async () => {
    const { log, code } = await defenderOfToday();
    const brief = briefOf({ code }, around(log, locale));
    const said = JSON.stringify(brief);
    expect(nearIn(said, locale)).toEqual([]);
    const dated = datedWords(onScreen(log, locale), log);
    expect(said).toContain(`consent.validity.until ${dated.day(tomorrow)}`);
    expect(said).toContain(`Forms.consent.source consent.givers.defender ${dated.day('2026-11-20')}`);
  });

  it('a copied entry dates its days, on the clock of the place', async () => {
    const { log, hearing } = await defenderOfToday();
    const words = onScreen(log, locale);
    const kind = kindOf('hearing');
    expect(nearIn(reportingText(kind, hearing, words), locale)).not.toEqual([]);
    const copied = reportingText(kind, hearing, datedWords(words, log));
    expect(copied).toContain('Oskel District Court');
    expect(nearIn(copied, locale)).toEqual([]);
    expect(copied).not.toContain('07:00 here');
  });
});

describe.each(recordKinds.map((kind) => [kind.key, kind] as const))('M7 · of %s of today', (key, kind) => {
  async function ofToday() {
    const { log, hearing } = await defenderOfToday();
    const days = /\d{4}-\d\d-\d\d/g;
    const record = JSON.parse(JSON.stringify(exampleOf(kind)).replace(days, log.today()));
    return { log, entry: { ...hearing, kind: key, record } };
  }

  it('no near day stands in a brief', async () => {
    const { log, entry } = await ofToday();
    const view = { ...log.view(), byEntry: new Map([[entry.entry, entry]]) };
    const brief = briefOf({ entry: entry.entry }, { ...around(log, 'en'), view });
    expect(brief?.parts).toHaveLength(4);
    expect(nearIn(JSON.stringify(brief), 'en')).toEqual([]);
  });

  it('no near day stands in a file', async () => {
    const { log, entry } = await ofToday();
    const described = { filter: '', leftOut: 0, log, words: onScreen(log, 'en') };
    const { rows } = tableOf([entry], ['what', ...wholeColumns(kind)], kind, described);
    expect(rows).toHaveLength(1);
    expect(nearIn(JSON.stringify(rows), 'en')).toEqual([]);
  });
});

function around(log: Log, locale: string): Parameters<typeof briefOf>[1] {
  return { log, view: log.view(), words: onScreen(log, locale), kept: new Set() };
}
