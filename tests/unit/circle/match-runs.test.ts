/** Whose turn it is in a blind comparison, what is too soon, and what both said. */

import { describe, expect, it } from 'vitest';
import { type MatchMessage, nextTurn, theirWord, turnsIn } from '../../../src/domain/circle/match-runs.ts';
import type { EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';

const aldermark = 'aldermark' as MissionCode;
const brenland = 'brenland' as MissionCode;
const corvia = 'corvia' as MissionCode;
const id = (name: string) => name.toUpperCase().padEnd(26, '0') as EntryId;
const at = (day: string) => `2026-${day}T09:00:00Z` as Instant;

function said(
  type: string,
  name: string,
  from: MissionCode,
  day: string,
  body: AnyRecord = {},
  to: readonly MissionCode[] = [aldermark, brenland],
): MatchMessage {
  return { entry: id(name), from, audience: to, at: at(day), type, body };
}
const ask = (name: string, day: string, from = aldermark, to?: readonly MissionCode[]) =>
  said('match-ask', name, from, day, {}, to);
const reply = (run: string, day: string, from = brenland) =>
  said('match-reply', `r${run}`, from, day, { run: id(run) });
const result = (run: string, day: string, from = aldermark) =>
  said('match-result', `s${run}`, from, day, { run: id(run) });
const lift = (name: string, from: MissionCode, body: AnyRecord) =>
  said('match-lift', name, from, '11-09', { run: id('a'), ...body });

const only = (messages: readonly MatchMessage[], me = aldermark) => {
  const [turns] = turnsIn(messages, me);
  if (!turns) throw new Error('no run');
  return turns;
};

describe('H4 · whose turn it is', () => {
  it.each([
    ['an ask waits for the other', [ask('a', '11-01')], 'reply', brenland, '11-15'],
    ['a reply waits for who asked', [ask('a', '11-01'), reply('a', '11-03')], 'finish', aldermark, '11-17'],
    [
      'a result waits to be read',
      [ask('a', '11-01'), reply('a', '11-03'), result('a', '11-04')],
      'read',
      brenland,
      '11-18',
    ],
  ] as const)('%s', (_what, messages, turn, whose, day) => {
    expect(nextTurn(only(messages))).toEqual({ turn, whose, lapses: at(day) });
    expect(nextTurn(only([...messages].reverse(), brenland))).toEqual({ turn, whose, lapses: at(day) });
  });

  it.each([
    ['a reply by a third mission', reply('a', '11-03', corvia)],
    ['our own ask sent back as a reply', reply('a', '11-03', aldermark)],
    ['a reply to another run', reply('b', '11-03')],
    ['a result before any reply', result('a', '11-03')],
  ])('%s changes nothing', (_what, message) => {
    expect(nextTurn(only([ask('a', '11-01'), message])).turn).toBe('reply');
  });

  it('of two replies the first signed counts', () => {
    const second = { ...reply('a', '11-04'), entry: id('z') };
    expect(only([second, ask('a', '11-01'), reply('a', '11-03')]).reply?.entry).toBe(id('ra'));
  });

  it.each([
    ['to nobody', [aldermark]],
    ['to two missions at once', [aldermark, brenland, corvia]],
    ['between others', [brenland, corvia]],
  ])('an ask %s is no run of ours', (_what, to) => {
    const from = to[0] ?? aldermark;
    expect(turnsIn([ask('a', '11-01', from, to)], aldermark)).toEqual([]);
  });
});

describe('H4 · too soon', () => {
  const soon = (messages: readonly MatchMessage[], me = aldermark) =>
    turnsIn(messages, me).map(({ run, tooSoon }) => [run, tooSoon]);

  it('both sides see the same runs refused, whoever began them', () => {
    const messages = [
      ask('a', '10-01'),
      ask('b', '10-05', brenland),
      ask('c', '10-08', brenland),
      ask('d', '10-14'),
    ];
    const expected = [
      [id('a'), false],
      [id('b'), true],
      [id('c'), false],
      [id('d'), true],
    ];
    expect(soon(messages)).toEqual(expected);
    expect(soon(messages, brenland)).toEqual(expected);
  });

  it('a turn that was taken late counts from that day', () => {
    expect(soon([ask('a', '10-01'), reply('a', '10-12'), ask('b', '10-15')])).toEqual([
      [id('a'), false],
      [id('b'), true],
    ]);
  });

  it('the fifth within 90 days is refused', () => {
    const messages = ['09-01', '09-10', '09-20', '10-01', '11-20', '11-30'].map((day, index) =>
      ask(`a${index}`, day),
    );
    expect(soon(messages).map(([, tooSoon]) => tooSoon)).toEqual([false, false, false, false, true, false]);
  });

  it('other pairs have a count of their own', () => {
    expect(soon([ask('a', '10-01'), ask('b', '10-02', corvia, [aldermark, corvia])])).toEqual([
      [id('a'), false],
      [id('b'), false],
    ]);
  });
});

describe('H4 · both must agree', () => {
  const about = (...lifts: readonly MatchMessage[]) =>
    theirWord(only([ask('a', '11-01'), ...lifts]), brenland, ['1-2', '3-4']);

  it.each([
    ['nobody said anything', [], { they: 'open' }],
    ['only we did', [lift('x', aldermark, { pairs: ['1-2'], agrees: true })], { they: 'open' }],
    ['they agree', [lift('x', brenland, { pairs: ['1-2'], agrees: true })], { they: 'yes' }],
    [
      'they disagree about one spelling',
      [lift('x', brenland, { pairs: ['1-2'], agrees: false })],
      { they: 'open' },
    ],
    ['they disagree', [lift('x', brenland, { pairs: ['1-2', '3-4'], agrees: false })], { they: 'no' }],
    ['it is about somebody else', [lift('x', brenland, { pairs: ['5-6'], agrees: true })], { they: 'open' }],
    [
      'a no is for good',
      [
        lift('x', brenland, { pairs: ['1-2', '3-4'], agrees: false }),
        lift('y', brenland, { pairs: ['1-2', '3-4'], agrees: true, code: 'GSCP57DRW' }),
      ],
      { they: 'no' },
    ],
    [
      'their code follows their yes',
      [
        lift('x', brenland, { pairs: ['1-2'], agrees: true }),
        lift('y', brenland, { pairs: ['1-2'], agrees: true, code: 'GSCP57DRW' }),
      ],
      { they: 'yes', code: 'GSCP57DRW' },
    ],
  ] as const)('%s', (_what, lifts, expected) => {
    expect(about(...lifts)).toEqual(expected);
  });
});
