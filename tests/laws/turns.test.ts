/** Turns stay fair whatever happens: nobody does two more than another who always said yes, and order of arrival changes nothing. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mergedObservers,
  type Observer,
  observerParts,
  observerStates,
} from '../../src/domain/circle/observers.ts';
import { openedOf, saidTo } from '../../src/domain/circle/told.ts';
import { loadOf, loadPeriod, proposedTurn, type Turn } from '../../src/domain/circle/turns.ts';
import { addDays, type Day } from '../../src/domain/ids.ts';
import { aldermark, entryId, everybody, toldAnswer } from '../support/told.ts';

const today = '2026-11-21' as Day;
const mission = fc.constantFrom(...everybody);
const observer: fc.Arbitrary<Observer> = fc.record({
  mission,
  part: fc.constantFrom(...observerParts),
  state: fc.constantFrom(...observerStates),
});
const observers = fc.uniqueArray(observer, { selector: (each) => each.mission });
const turn: fc.Arbitrary<Turn> = fc.record({
  what: fc.constantFrom('hearing' as const, 'visit' as const),
  day: fc.integer({ min: -250, max: 40 }).map((days) => addDays(today, days)),
  off: fc.boolean(),
  observers,
});

describe('D5: turns', () => {
  it('where everybody says yes, nobody ever does two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (hearings) => {
        const turns: Turn[] = [];
        for (let nth = 0; nth < hearings; nth += 1) {
          const load = loadOf(everybody, turns, loadPeriod(today));
          const next = proposedTurn(load, []);
          if (!next) throw new TypeError('nobody is left to ask');
          const day = addDays(today, nth - hearings);
          turns.push({
            what: 'hearing',
            day,
            off: false,
            observers: [{ mission: next, part: 'lead', state: 'confirmed' }],
          });
          const done = loadOf(everybody, turns, loadPeriod(today)).map((each) => each.hearings);
          expect(Math.max(...done) - Math.min(...done)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('whoever always declines is not asked twice before all others were asked once', () => {
    fc.assert(
      fc.property(mission, (refuser) => {
        const asked: string[] = [];
        const turns: Turn[] = [];
        for (let nth = 0; nth < everybody.length; nth += 1) {
          const next = proposedTurn(loadOf(everybody, turns, loadPeriod(today)), []);
          if (!next) throw new TypeError('nobody is left to ask');
          asked.push(next);
          const state = next === refuser ? 'declined' : 'confirmed';
          const day = addDays(today, nth - 20);
          turns.push({
            what: 'hearing',
            day,
            off: false,
            observers: [{ mission: next, part: 'lead', state }],
          });
        }
        expect(asked.filter((each) => each === refuser)).toHaveLength(1);
      }),
    );
  });

  it('proposes only whoever has not answered, with the least done, whatever the order of rows', () => {
    fc.assert(
      fc.property(
        fc.array(turn, { maxLength: 20 }),
        observers,
        fc.array(fc.nat(), { maxLength: 20 }),
        (turns, known, keys) => {
          const load = loadOf(everybody, turns, loadPeriod(today));
          const next = proposedTurn(load, known);
          const said = known.filter(({ state }) => state !== 'invited').map((each) => each.mission);
          const open = load.filter((each) => !said.includes(each.mission));
          expect(next === undefined).toBe(open.length === 0);
          if (next) {
            expect(said).not.toContain(next);
            const did = (each: (typeof load)[number]) => each.hearings + each.visits;
            const own = open.find((each) => each.mission === next);
            expect(own && did(own)).toBe(Math.min(...open.map(did)));
          }
          const mixed = turns
            .map((each, at) => ({ each, key: keys[at] ?? at }))
            .sort((a, b) => a.key - b.key);
          const again = loadOf(
            [...everybody].reverse(),
            mixed.map(({ each }) => each),
            loadPeriod(today),
          );
          expect(again).toEqual(load);
          expect(proposedTurn([...again].reverse(), known)).toBe(next);
        },
      ),
    );
  });
});

describe('D3: words about observers', () => {
  const answer = fc.record({
    from: mission,
    minute: fc.integer({ min: 10, max: 59 }),
    says: fc.constantFrom('yes', 'no', 'conditions'),
    about: fc.option(mission, { nil: undefined }),
  });

  it('come to the same in whatever order they arrive, one line a mission, and nobody signs for another', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (words, keys) => {
        const rows = words.map(({ from, minute, says, about }, nth) =>
          toldAnswer(nth + 2, from, `2026-11-20T09:${minute}:00Z`, 1, {
            says,
            ...(about ? { reported: { mission: about, by: 'x', how: 'phone', at: today } } : {}),
          }),
        );
        const mixed = rows.map((row) => ({ row, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const merge = (given: typeof rows) =>
          mergedObservers(aldermark, [], saidTo(given, 'answer').get(entryId(1)) ?? []);
        const merged = merge(rows);
        expect(merge(mixed.map(({ row }) => row))).toEqual(merged);
        expect(new Set(merged.map((each) => each.mission)).size).toBe(merged.length);
        for (const { mission: whose, reportedBy } of merged) {
          const spoke = openedOf(rows, 'answer').some(
            ({ from, content }) => from === whose && content.body.reported === undefined,
          );
          expect(reportedBy === undefined).toBe(spoke);
        }
      }),
    );
  });
});
