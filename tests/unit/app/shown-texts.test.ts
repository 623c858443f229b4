/** M4, M8: the text in which the list looks for words is kept, and anew when anything in it says something else. */

import { describe, expect, it } from 'vitest';
import { openShownTexts } from '../../../src/app/table/shown-texts.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import type { EntryId, Instant } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import type { View } from '../../../src/log/log.ts';

const hearingId = '0000000000000000000000HEAR' as EntryId;
const observationId = '0000000000000000000000SEEN' as EntryId;

function entry(kind: string, id: EntryId, record: AnyRecord): Entry {
  return {
    kind,
    id,
    entry: id,
    version: '1',
    at: '2026-11-20T09:00:00Z' as Instant,
    createdAt: '2026-11-20T09:00:00Z' as Instant,
    schema: 1,
    by: { objectId: 'o', tenantId: 't', name: 'Ines Calder' },
    under: ['none'],
    record,
  };
}
const hearing = (court: string) =>
  entry('hearing', hearingId, { start: { day: '2026-12-03', time: '10:00', zone: 'Asia/Tbilisi' }, court });
const observation = (note: string) =>
  entry('trial-observation', observationId, { day: '2026-12-03', step: 'planned', hearing: hearingId, note });

/** What is in memory, and how often words were asked for. */
function memory() {
  const labels = new Map<string, string>();
  const byEntry = new Map<EntryId, Entry>();
  let lists: readonly Entry[] = [];
  let asked = 0;
  const words: Words = {
    locale: 'en',
    text: (key) => {
      asked += 1;
      return labels.get(key) ?? '';
    },
    day: (day) => day,
    instant: (instant) => instant,
    cover: () => 'Amber Héron',
    entry: () => undefined,
  };
  const view = (): Pick<View, 'entries' | 'byEntry'> => ({
    entries: new Map([['code-list', lists]]),
    byEntry,
  });
  return {
    shown: openShownTexts(words, view),
    hold: (held: Entry) => byEntry.set(held.entry, held),
    drop: (id: EntryId) => byEntry.delete(id),
    label(key: string, label: string) {
      labels.set(key, label);
      lists = [...lists];
    },
    asked: () => asked,
  };
}

describe('M4: the text of an entry', () => {
  it('is made once', () => {
    const { shown, asked } = memory();
    const one = observation('Nobody was let in');
    const text = shown(one);
    const before = asked();
    expect(before).toBeGreaterThan(0);
    expect(shown(one)).toBe(text);
    expect(asked()).toBe(before);
  });

  it('is that of the entry as it is now', () => {
    const { shown } = memory();
    expect(shown(observation('Nobody was let in'))).toContain('nobody was let in');
    expect(shown(observation('Everybody was let in'))).toContain('everybody was let in');
  });

  it('says of another entry what that one says by now, also when it arrives later or goes', () => {
    const { shown, hold, drop } = memory();
    const one = observation('');
    expect(shown(one)).not.toContain('oskel');
    hold(hearing('Ośkel District Court'));
    expect(shown(one)).toContain('oskel district court');
    hold(hearing('Meren City Court'));
    expect(shown(one)).toContain('meren city court');
    expect(shown(one)).not.toContain('oskel');
    drop(hearingId);
    expect(shown(one)).not.toContain('meren');
  });

  it('follows the mission’s own lists', () => {
    const { shown, label } = memory();
    const one = observation('');
    label('choices.observation-steps.planned', 'Scheduled');
    expect(shown(one)).toContain('scheduled');
    label('choices.observation-steps.planned', 'Foreseen');
    expect(shown(one)).toContain('foreseen');
    expect(shown(one)).not.toContain('scheduled');
  });

  it('holds no word that begins in one field and ends in the next', () => {
    const { shown } = memory();
    const one = entry('contact', observationId, { day: '2026-11-19', gist: 'passport', about: '7K2M9QXR4' });
    expect(shown(one)).toContain('passport');
    expect(shown(one)).toContain('amber heron');
    expect(shown(one)).not.toMatch(/passport ?amber/);
  });
});
