/** What consent each step of a visit needs, and who reads its report. */

import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { fieldVisit, fieldVisitExample } from '../../../src/domain/records/field-visit.ts';
import { prisonVisit } from '../../../src/domain/records/visit/prison-visit.ts';
import { oskel } from '../consent/consent-cases.ts';
import { answered, asked, broken, kept, visit } from './visit-cases.ts';

describe('consent', () => {
  it.each([
    ['planned', kept(), 'prison', ['embassy'], 'ahead'],
    ['asked', asked('2026-11-19'), 'prison', ['host-authority', 'prison'], 'ahead'],
    [
      'asked of a judge',
      asked('2026-11-19', { askedTo: 'judge' }),
      'prison',
      ['host-authority', 'prison', 'court'],
      'ahead',
    ],
    ['answered', answered('granted'), 'prison', ['host-authority', 'prison'], 'past'],
    [
      'house arrest, nobody asked',
      kept({ type: 'house-arrest', step: 'done', visitOn: '2026-11-18', talk: 'private' }),
      'prison',
      ['embassy'],
      'past',
    ],
    ['family', kept({ type: 'family' }), 'quiet-contact', ['embassy'], 'ahead'],
  ])('E1: %s', (_, record, action, audiences, tense) => {
    expect(prisonVisit.need(record)).toMatchObject({ action, audiences, tense, persons: [oskel] });
  });

  const reported = (...reportTo: readonly AnyRecord[]) =>
    kept({
      type: 'house-arrest',
      step: 'done',
      visitOn: '2026-11-18',
      talk: 'private',
      reportTo: reportTo.map((row, index) => ({ id: `r${index}`, to: 'A desk', ...row })),
    });
  it.each<[string, readonly AnyRecord[], readonly string[], string]>([
    ['nobody', [], ['embassy'], 'past'],
    ['our capital, still to be sent', [{ reader: 'capital' }], ['embassy', 'ministry'], 'ahead'],
    ['our capital, sent', [{ reader: 'capital', on: '2026-11-19' }], ['embassy', 'ministry'], 'past'],
    [
      'a mission, an organisation, one of them still to be sent',
      [
        { reader: 'other-mission', mission: 'corvia', on: '2026-11-19' },
        { reader: 'ngo', ngo: 'safe-haven' },
      ],
      ['embassy', 'mission:corvia', 'ngo:safe-haven'],
      'ahead',
    ],
    ['a UN body', [{ reader: 'un-regional' }], ['embassy', 'un-regional'], 'ahead'],
    ['their lawyer', [{ reader: 'their-side' }], ['embassy'], 'past'],
  ])('B4: a report goes to %s', (_, rows, audiences, tense) => {
    expect(prisonVisit.need(reported(...rows))).toMatchObject({
      audiences,
      tense,
      identity: audiences.length > 1 ? 'full-name' : 'none',
    });
  });

  it.each<[string, AnyRecord, AnyRecord, unknown]>([
    ['health that was spoken of', { healthNeed: 'Tablets' }, {}, ['health']],
    ['that nothing of health is wrong', { illTreatment: 'none' }, {}, ['health']],
    ['what was asked for', { followUps: ['family', 'books'] }, {}, ['family']],
    ['health, but not to this reader', { healthNeed: 'Tablets' }, { leavesOut: ['health'] }, undefined],
    [
      'religion and not health',
      { medicine: 'no', treatment: { 'books-religion': { answer: 'concern' } } },
      { leavesOut: ['health'] },
      ['religion'],
    ],
    ['nothing of the kind', { parcel: 'accepted' }, {}, undefined],
    ['it to their lawyer, who knows', { healthNeed: 'Tablets' }, { reader: 'their-side' }, undefined],
  ])('B4 E3: a report tells %s', (_, answers, row, categories) => {
    const record = kept({
      ...reported({ reader: 'capital', ...row }),
      ...answers,
    });
    const need = prisonVisit.need(record);
    expect(need).toMatchObject({ categories: [] });
    expect('more' in need ? need.more : undefined).toEqual(
      categories === undefined ? undefined : [{ to: 'ministry', categories }],
    );
  });

  it.each([
    ['who reads it', {}],
    ['which mission', { reader: 'other-mission' }],
    ['which organisation', { reader: 'ngo' }],
  ])('B4: a report says %s', (_, row) => {
    const report = { reportTo: [{ id: 'r1', to: 'A desk', ...row }] };
    expect(broken(visit({ step: 'done', visitOn: '2026-11-18', talk: 'private', ...report }))).toEqual([
      'report-needs-reader',
    ]);
  });

  it('C8: a field visit announced outside needs it of everybody met, one told to nobody does not', () => {
    const quiet = { ...fieldVisitExample, step: 'planned', announcedTo: 'nobody' } as const;
    expect(fieldVisit.need(quiet)).toEqual({ kind: 'none' });
    expect(fieldVisit.need({ ...quiet, announcedTo: 'police' })).toMatchObject({
      audiences: ['host-authority'],
      tense: 'ahead',
    });
    const { about: _about, named: _named, ...place } = quiet;
    expect(fieldVisit.need({ ...place, announcedTo: 'police' })).toEqual({ kind: 'none' });
  });
});
