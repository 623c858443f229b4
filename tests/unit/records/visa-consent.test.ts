/** Whose consent a visa bundle needs, and that no refusal is closed before they were told why. */

import { describe, expect, it } from 'vitest';
import type { ConsentNeed } from '../../../src/domain/consent/need.ts';
import type { Day } from '../../../src/domain/ids.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { visaRequest, visaRequestExample } from '../../../src/domain/records/visa/visa-request.ts';
import { asker, broken, child, need, row, spouse } from '../../support/visa-drafts.ts';

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
