/** Telling the authorities who comes is a step of its own: offered after a hearing somebody confirmed, never made by itself. */

import { describe, expect, it } from 'vitest';
import type { EntryId, MissionCode } from '../../../src/domain/ids.ts';
import { hearing, hearingExample } from '../../../src/domain/records/hearing.ts';
import { demarche, demarcheExample } from '../../../src/domain/records/measures/demarche.ts';

const id = '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId;
const goes = ['aldermark', 'brenland'] as MissionCode[];
const { outcome: _outcome, ...ahead } = hearingExample;

describe('D10: the note that announces observers', () => {
  it('is a démarche to the court that names the missions, and leaves open how much is said of whom', () => {
    const note = hearing.announcement?.(ahead, goes);
    expect(note?.kind).toBe('demarche');
    expect(note?.draft).toMatchObject({ form: 'note-verbale', level: 'judge', about: ahead.about });
    expect(note?.draft.missions).toEqual([
      { id: 'goes1', mission: 'aldermark', part: 'joins' },
      { id: 'goes2', mission: 'brenland', part: 'joins' },
    ]);
    expect(note?.draft.identity).toBeUndefined();
  });

  it('asks the gate for the court and for each mission that joins', () => {
    const note = hearing.announcement?.(ahead, goes);
    const need = demarche.need({ ...demarcheExample, ...note?.draft, step: 'agreed' });
    expect(need).toMatchObject({ kind: 'consent', tense: 'ahead' });
    expect(need.kind === 'consent' && need.audiences).toEqual(
      expect.arrayContaining(['court', 'mission:brenland']),
    );
  });

  it.each([
    ['nobody confirmed', ahead, []],
    ['the hearing was held', { ...ahead, outcome: 'held' as const }, goes],
  ])('is not offered when %s', (_, record, missions) => {
    expect(hearing.announcement?.(record, missions)).toBeUndefined();
  });

  it('is offered after a save in which somebody confirmed, beside the observation', () => {
    expect(hearing.next?.(ahead, id).map(({ kind }) => kind)).toEqual(['trial-observation', 'demarche']);
    const { observers: _observers, ...unobserved } = ahead;
    expect(hearing.next?.(unobserved, id).map(({ kind }) => kind)).toEqual(['trial-observation']);
  });
});
