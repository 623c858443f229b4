/** A visa request: its bundle, what it needs of consent, and that no refusal is closed untold. */

import { describe, expect, it } from 'vitest';
import type { ConsentNeed } from '../../../src/domain/consent/need.ts';
import type { Code, Day } from '../../../src/domain/ids.ts';
import { type AnyRecord, checkRecord, codesOf } from '../../../src/domain/record-kind.ts';
import { incomplete } from '../../../src/domain/records/visa-bundle.ts';
import { visaRequest, visaRequestExample } from '../../../src/domain/records/visa-request.ts';
import { plainWords } from '../../support/plain-words.ts';

const today = '2026-11-20' as Day;
const asker = '9BGPNH00W' as Code;
const spouse = '2GW9KRPCZ' as Code;
const child = 'GSCP57DRW' as Code;

const row = (code: Code, more: AnyRecord = {}): AnyRecord => ({
  id: code.toLowerCase(),
  code,
  role: 'defender',
  applies: 'own',
  ...more,
});
const request = (more: AnyRecord = {}): AnyRecord => ({
  about: asker,
  day: '2026-11-01',
  visaKind: 'schengen-uniform',
  urgency: '15-days',
  applicants: [row(asker)],
  stage: 'asked',
  ...more,
});

function checked(more: AnyRecord) {
  const result = checkRecord(visaRequest, request(more), today);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.record;
}
function broken(more: AnyRecord): Readonly<Record<string, unknown>> {
  const result = checkRecord(visaRequest, request(more), today);
  if (result.ok) return {};
  return Object.fromEntries(
    Object.entries(result.problems).map(([key, [first]]) => [key, first?.values?.rule ?? first?.code]),
  );
}
function need(more: AnyRecord): ConsentNeed {
  const found = visaRequest.need(checked(more));
  if (found.kind === 'none') throw new Error('a visa request without a need');
  return found;
}

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

const lodged = { stage: 'lodged', lodgedOn: '2026-11-02' };
const withChild = { applicants: [row(asker), row(child, { applies: 'guardian', minor: true })] };

describe('F1 whose consent', () => {
  it.each<[string, AnyRecord, Partial<ConsentNeed>]>([
    [
      'their own application: only a refusal stands in its way',
      {},
      { basis: 'no-refusal', audiences: ['embassy'], persons: [asker] },
    ],
    [
      'a child through a guardian must have agreed',
      withChild,
      { basis: 'consent', audiences: ['embassy'], persons: [asker, child], theirOwn: [asker] },
    ],
    [
      'whom it is about and who does not travel is asked nothing, and can still say no',
      { applicants: [row(spouse), row(child, { applies: 'guardian', minor: true })] },
      { basis: 'consent', persons: [spouse, child, asker], theirOwn: [spouse, asker] },
    ],
    [
      'somebody applies for them',
      { applicants: [row(asker, { applies: 'for-them' })] },
      { basis: 'consent', persons: [asker] },
    ],
    [
      'the capital decides, only asked so far',
      { decidedBy: 'capital' },
      { basis: 'no-refusal', audiences: ['embassy'] },
    ],
    [
      'the capital decides, on its way',
      { decidedBy: 'capital', stage: 'appointment' },
      { basis: 'consent', audiences: ['embassy', 'ministry'], persons: [asker], theirOwn: [asker] },
    ],
    [
      'a representing state and a child',
      { ...withChild, decidedBy: 'representing-state', representedBy: 'brenland', stage: 'appointment' },
      {
        basis: 'consent',
        audiences: ['embassy', 'mission:brenland'],
        persons: [asker, child],
        theirOwn: [asker],
      },
    ],
    [
      'a support letter to another mission',
      { letterState: 'planned', letterTo: 'other-mission', letterMission: 'corvia' },
      { basis: 'consent', audiences: ['embassy', 'mission:corvia'], tense: 'ahead' },
    ],
    [
      'a letter to our own consulate',
      { letterState: 'planned', letterTo: 'our-consulate' },
      { basis: 'no-refusal' },
    ],
    ['lodged has happened', lodged, { tense: 'past', basis: 'no-refusal' }],
    [
      'lodged, but a letter is still planned',
      { ...lodged, letterState: 'planned', letterTo: 'other-mission', letterMission: 'corvia' },
      { tense: 'ahead', audiences: ['embassy', 'mission:corvia'] },
    ],
  ])('F1: %s', (_, more, expected) => {
    expect(need(more)).toMatchObject({ action: 'visa', identity: 'full-name', ...expected });
  });

  it('F8: handing over to an organisation needs consent for that organisation, before and when they accept', () => {
    const issued = {
      ...lodged,
      stage: 'decided',
      applicants: [row(asker, { decision: 'issued', decidedOn: '2026-11-10', visaEnds: '2027-01-10' })],
      handOverTo: 'safe-haven',
    };
    expect(need(issued)).toMatchObject({
      audiences: ['embassy', 'ngo:safe-haven'],
      basis: 'consent',
      tense: 'ahead',
    });
    expect(need({ ...issued, handOverAcceptedOn: '2026-11-18' })).toMatchObject({
      audiences: ['embassy', 'ngo:safe-haven'],
      tense: 'past',
    });
  });
});

const refused = {
  ...lodged,
  stage: 'decided',
  applicants: [row(asker, { decision: 'refused', decidedOn: '2026-11-10', grounds: ['return-in-doubt'] })],
};

describe('F4 told why', () => {
  it.each<[string, AnyRecord, Readonly<Record<string, string>>]>([
    [
      'a refusal has a ground',
      { ...refused, applicants: [row(asker, { decision: 'refused', decidedOn: '2026-11-10' })] },
      { applicants: 'refused-needs-ground' },
    ],
    [
      'a decision has a day',
      { ...refused, applicants: [row(asker, { decision: 'issued' })] },
      { applicants: 'decision-needs-day' },
    ],
    [
      'not closed before they were told',
      { ...refused, closedOn: '2026-11-12' },
      { closedOn: 'closed-needs-told' },
    ],
    [
      'told needs how, in which language and what else there is',
      { ...refused, toldOn: '2026-11-12' },
      { toldHow: 'told-needs-how', toldLanguage: 'told-needs-language', otherOptions: 'told-needs-option' },
    ],
    [
      'told with all of it, and closed',
      {
        ...refused,
        toldOn: '2026-11-12',
        toldHow: 'in-person',
        toldLanguage: 'Varosian',
        otherOptions: ['appeal'],
        closedOn: '2026-11-12',
      },
      {},
    ],
    [
      'a reason why not needs its day',
      { ...refused, notToldWhy: 'Cannot be reached' },
      { notToldOn: 'not-told-needs-day' },
    ],
    [
      'a reason why not needs a day to look at it again',
      { ...refused, notToldWhy: 'Cannot be reached', notToldOn: '2026-11-12' },
      { notToldReview: 'not-told-needs-review' },
    ],
    [
      'and a later one',
      {
        ...refused,
        notToldWhy: 'Cannot be reached',
        notToldOn: '2026-11-12',
        notToldReview: '2026-11-12',
      },
      { notToldReview: 'not-told-needs-review' },
    ],
    [
      'a dated reason why not closes it too',
      {
        ...refused,
        notToldWhy: 'Cannot be reached',
        notToldOn: '2026-11-12',
        notToldReview: '2026-12-12',
        closedOn: '2026-11-12',
      },
      {},
    ],
  ])('F4: %s', (_, more, expected) => {
    expect(broken(more)).toEqual(expected);
  });

  it('F4: stays open, though closed, while somebody who was not told waits to be thought of again', () => {
    const closed = { ...visaRequestExample, closedOn: '2026-11-12' as Day };
    expect(visaRequest.live(closed)).not.toBe('open');
    expect(visaRequest.live({ ...closed, notToldReview: '2026-12-12' as Day })).toBe('open');
  });
});
