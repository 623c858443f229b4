/** Who goes: each mission's own word beats every word about it, and what others report is never a signature. */

import { describe, expect, it } from 'vitest';
import {
  isCovered,
  mergedObservers,
  mustStepIn,
  type Observer,
  signedConfirmations,
  twoLeads,
} from '../../../src/domain/circle/observers.ts';
import { openedOf } from '../../../src/domain/circle/told.ts';
import { aldermark, brenland, corvia, estmark, toldAnswer } from '../../support/told.ts';

const goes = { says: 'yes', part: 'member', state: 'confirmed' };
const declines = { says: 'no', part: 'member', state: 'declined' };
const reported = (mission: string, body: object) => ({
  ...body,
  reported: { mission, by: 'Focal point', how: 'phone', at: '2026-11-20' },
});

function merged(
  listed: readonly Pick<Observer, 'mission' | 'part' | 'state'>[],
  ...answers: ReturnType<typeof toldAnswer>[]
): readonly Observer[] {
  return mergedObservers(aldermark, listed, openedOf(answers, 'answer'));
}

const line = ({ mission, part, state, reportedBy }: Observer): string =>
  [mission, part, state, reportedBy && `by ${reportedBy}`].filter(Boolean).join(' ');

describe('D3: observers of a hearing', () => {
  const lead = { mission: aldermark, part: 'lead', state: 'confirmed' } as const;
  const invited = { mission: brenland, part: 'member', state: 'invited' } as const;

  it.each([
    ['what the sharing mission says of itself is its word', [lead], [], ['aldermark lead confirmed']],
    ['an invitation is the inviting mission’s word', [invited], [], ['brenland member invited']],
    [
      'that another mission comes is only reported',
      [{ mission: brenland, part: 'member', state: 'confirmed' } as const],
      [],
      ['brenland member confirmed by aldermark'],
    ],
    [
      'the invited mission answers for itself',
      [lead, invited],
      [toldAnswer(2, brenland, '2026-11-20T09:00:00Z', 1, goes)],
      ['aldermark lead confirmed', 'brenland member confirmed'],
    ],
    [
      'the later word counts',
      [],
      [
        toldAnswer(2, brenland, '2026-11-20T09:00:00Z', 1, goes),
        toldAnswer(3, brenland, '2026-11-21T09:00:00Z', 1, declines),
      ],
      ['brenland member declined'],
    ],
    [
      'a reserve keeps its part without being asked again',
      [{ mission: corvia, part: 'reserve', state: 'invited' } as const],
      [toldAnswer(2, corvia, '2026-11-20T09:00:00Z', 1, { says: 'yes' })],
      ['corvia reserve confirmed'],
    ],
    [
      'on conditions is not yet a yes',
      [],
      [toldAnswer(2, corvia, '2026-11-20T09:00:00Z', 1, { says: 'conditions' })],
      ['corvia member invited'],
    ],
    [
      'what is reported of a mission never replaces its own word, however late',
      [],
      [
        toldAnswer(2, brenland, '2026-11-20T09:00:00Z', 1, declines),
        toldAnswer(3, corvia, '2026-11-22T09:00:00Z', 1, reported('brenland', goes)),
      ],
      ['brenland member declined'],
    ],
    [
      'what is reported says by whom',
      [],
      [toldAnswer(2, corvia, '2026-11-20T09:00:00Z', 1, reported('estmark', goes))],
      ['estmark member confirmed by corvia'],
    ],
  ])('%s', (_, listed, answers, expected) => {
    expect(merged(listed, ...answers).map(line)).toEqual(expected);
  });

  it('two leads are told, one that declined is none', () => {
    const both = [lead, { mission: brenland, part: 'lead', state: 'confirmed' } as const];
    expect(twoLeads(both)).toEqual([aldermark, brenland]);
    expect(twoLeads([lead, { ...both[1], state: 'declined' } as Observer])).toEqual([]);
  });

  it('L4: an answer that is withheld counts as not given', () => {
    const withheld = toldAnswer(2, brenland, '2026-11-20T09:00:00Z', 1, goes, { withheld: 'altered' });
    expect(merged([], withheld)).toEqual([]);
  });

  it('what is reported is no signature; it covers a hearing only for a mission that cannot sign', () => {
    const observers = merged([], toldAnswer(2, corvia, '2026-11-20T09:00:00Z', 1, reported('estmark', goes)));
    expect(signedConfirmations(observers)).toEqual([]);
    expect(isCovered(observers, (mission) => mission !== estmark)).toBe(true);
    expect(isCovered(observers, () => true)).toBe(false);
  });

  it.each<[string, Observer['state'], readonly Observer[], boolean]>([
    ['whoever leads still goes', 'confirmed', [lead], false],
    ['whoever was to lead cannot', 'confirmed', [{ ...lead, state: 'declined' }], true],
    [
      'another goes instead',
      'confirmed',
      [
        { ...lead, state: 'declined' },
        { mission: brenland, part: 'member', state: 'confirmed' },
      ],
      false,
    ],
    ['nobody was ever to go', 'confirmed', [], false],
    ['the reserve cannot either', 'declined', [{ ...lead, state: 'declined' }], false],
  ])('a reserve steps in where %s: %s', (_, state, others, expected) => {
    const observers: readonly Observer[] = [...others, { mission: corvia, part: 'reserve', state }];
    expect(mustStepIn(observers, corvia)).toBe(expected);
    expect(mustStepIn(observers, aldermark)).toBe(false);
  });

  it('a reserve alone covers nothing', () => {
    expect(isCovered([{ mission: corvia, part: 'reserve', state: 'confirmed' }], () => true)).toBe(false);
  });
});
