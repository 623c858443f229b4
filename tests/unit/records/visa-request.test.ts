/** A visa request: its bundle, and what stands in the way of a visa. */

import { describe, expect, it } from 'vitest';
import { type AnyRecord, codesOf } from '../../../src/domain/record-kind.ts';
import { incomplete } from '../../../src/domain/records/visa/visa-bundle.ts';
import { visaRequest, visaRequestExample } from '../../../src/domain/records/visa/visa-request.ts';
import { plainWords } from '../../support/plain-words.ts';
import { asker, broken, checked, child, row, spouse } from '../../support/visa-drafts.ts';

describe('F7 what stands in the way', () => {
  const wanted = [
    'no-passport',
    'residence-rule',
    'appointment',
    'document-missing',
    'insurance',
    'funds',
    'travel-ban',
  ];

  it.each(wanted)('F7: %s is coded, stored under its code and said in words of each language', (obstacle) => {
    const { obstacles } = checked({ obstacles: [obstacle] });
    expect(obstacles).toEqual([obstacle]);
    const field = visaRequest.fields.obstacles;
    expect(field.decode(field.encode(obstacles))).toEqual([obstacle]);
    const said = (['en', 'fr'] as const).map((language) =>
      field.print(obstacles ?? [], plainWords(language)),
    );
    expect(new Set([...said, obstacle, '']).size).toBe(4);
  });

  it('F7: several stand together, each once, and free words are refused', () => {
    expect(checked({ obstacles: ['travel-ban', 'funds', 'funds'] }).obstacles).toEqual([
      'funds',
      'travel-ban',
    ]);
    expect(broken({ obstacles: ['they will not let him'] })).toEqual({ obstacles: 'not-a-choice' });
  });

  it('F7: what two people ticked at the same time stands together, and what one took away goes', () => {
    const { merge } = visaRequest.fields.obstacles;
    expect(merge(['funds'], ['funds', 'insurance'], ['travel-ban'])).toEqual({
      value: ['insurance', 'travel-ban'],
    });
  });
});

describe('F1 F2 the bundle', () => {
  it('F2: everyone who applies is touched by the request, each once, by the code in the row', () => {
    const record = checked({ applicants: [row(spouse), row(asker), row(child, { applies: 'guardian' })] });
    expect(codesOf(record)).toEqual([asker, spouse, child]);
    expect(codesOf(checked({ named: [child] }))).toEqual([asker]);
  });

  it('F2: each applicant has a kind, a state and a decision of their own', () => {
    const { applicants } = visaRequestExample;
    expect(applicants.map(({ visaKind, decision }) => [visaKind, decision])).toEqual([
      [undefined, 'issued'],
      ['schengen-ltv', 'refused'],
      [undefined, undefined],
    ]);
  });

  it('F2: somebody the gate leaves out stands in no row', () => {
    const left = visaRequest.without?.(
      checked({ applicants: [row(asker), row(spouse)] }),
      (code) => code === spouse,
    );
    expect(JSON.stringify(left?.applicants)).not.toContain(spouse);
    expect(JSON.stringify(left?.applicants)).toContain(asker);
  });

  it.each<[string, AnyRecord, boolean]>([
    ['a valid passport', { document: 'valid' }, false],
    ['a seized passport', { document: 'seized' }, true],
    ['a paper missing', { missing: ['insurance'] }, true],
    ['a minor whose other parent was not asked', { minor: true, applies: 'guardian' }, true],
    [
      'a minor, the other parent agrees by word only',
      { minor: true, applies: 'guardian', otherParent: 'agreed-orally' },
      true,
    ],
    [
      'a minor, the other parent agrees in writing',
      { minor: true, applies: 'guardian', otherParent: 'agreed-in-writing' },
      false,
    ],
    ['who does not apply any more', { document: 'seized', state: 'not-applying' }, false],
  ])('F2: incomplete or not: %s', (_, more, expected) => {
    expect(incomplete(checked({ applicants: [row(asker, more)] })).length > 0).toBe(expected);
  });

  it.each<[string, AnyRecord, Readonly<Record<string, string>>]>([
    ['nobody twice', { applicants: [row(asker), { ...row(asker), id: 'b' }] }, { applicants: 'each-once' }],
    ['no minor alone', { applicants: [row(child, { minor: true })] }, { applicants: 'minor-not-own' }],
    ['lodged has a day', { stage: 'lodged' }, { lodgedOn: 'lodged-needs-day' }],
    [
      'admissible has a day',
      { stage: 'admissible', lodgedOn: '2026-11-02' },
      { admissibleOn: 'admissible-needs-day' },
    ],
    [
      'never lodged before it was asked',
      { stage: 'lodged', lodgedOn: '2026-10-02' },
      { lodgedOn: 'not-before-asked' },
    ],
    [
      'decided means everybody',
      { stage: 'decided', lodgedOn: '2026-11-02' },
      { applicants: 'decided-needs-decisions' },
    ],
    [
      'a representing state is named',
      { decidedBy: 'representing-state' },
      { representedBy: 'representing-needs-mission' },
    ],
    ['a letter has a reader', { letterState: 'planned' }, { letterTo: 'letter-needs-addressee' }],
    [
      'a sent letter has a version',
      { letterState: 'sent', letterTo: 'our-consulate' },
      { letterVersion: 'letter-needs-version' },
    ],
  ])('F1: %s', (_, more, expected) => {
    expect(broken(more)).toEqual(expected);
  });
});
