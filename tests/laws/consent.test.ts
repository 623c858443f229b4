/** What must hold of the gate whatever is on file: nothing that says less, or says something unknown, ever opens it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitForArchive } from '../../src/domain/consent/archive.ts';
import { type Decision, type Grant, givers } from '../../src/domain/consent/consent-file.ts';
import { decide } from '../../src/domain/consent/decide.ts';
import type { ConsentNeed } from '../../src/domain/consent/need.ts';
import { addDays, type Code, type Day, type Instant, instantFrom, msOf } from '../../src/domain/ids.ts';
import { endOfDay } from '../../src/domain/zoned.ts';
import {
  agrees,
  anyVisa,
  audience,
  block,
  changed,
  cleared,
  decision,
  entry,
  evidence,
  isWithin,
  no,
  now,
  people,
  world,
} from '../support/consent-world.ts';
import { often } from '../support/often.ts';

const runs = often(10_000);

describe('B6 laws of the gate', () => {
  it('the worlds below do clear somebody often enough to mean something', () => {
    const hits = fc.sample(world, 2_000).filter((given) => cleared(given).length > 0).length;
    expect(hits).toBeGreaterThan(100);
  });

  it("the defender's withdrawal of everything always wins, unless the family lifts it after a death", () => {
    fc.assert(
      fc.property(world, (given) => {
        fc.pre(given.around.status !== 'killed');
        expect(cleared({ ...given, first: [...given.first, no({})] })).not.toContain(people[0]);
      }),
      runs,
    );
  });

  it('one more refusal, by anybody, never clears anybody', () => {
    fc.assert(
      fc.property(
        world,
        fc.constantFrom(...givers),
        fc.array(block, { maxLength: 2 }),
        fc.integer({ min: 0, max: 30 }),
        (given, giver, refuses, days) => {
          const at = `${addDays('2026-10-20' as Day, days)}T08:00:00Z` as Instant;
          const more = { ...given, first: [...given.first, no({ outcome: 'refused', giver, refuses, at })] };
          expect(isWithin(cleared(more), cleared(given))).toBe(true);
        },
      ),
      runs,
    );
  });

  it.each<[string, (each: Decision) => Decision]>([
    [
      'a lower identity level',
      (each) => ({ ...each, grants: each.grants.map((row) => ({ ...row, identity: 'none' as const })) }),
    ],
    [
      'no categories',
      (each) => ({ ...each, grants: each.grants.map((row) => ({ ...row, categories: [] })) }),
    ],
    ['nothing explained', (each) => ({ ...each, informed: [] })],
    ['a giver nobody confirmed', (each) => ({ ...each, howWeKnow: 'not-confirmed' })],
    ['a review day last year', (each) => ({ ...each, reviewOn: '2025-11-19' as Day })],
    [
      'becoming a refusal of the same rows',
      ({ validity: _, ...each }) => ({
        ...each,
        outcome: 'refused',
        grants: [],
        refuses: [...each.refuses, ...each.grants, anyVisa],
      }),
    ],
  ])('narrowing a consent never clears: %s', (_, narrow) => {
    fc.assert(
      fc.property(world, fc.nat(), (given, index) => {
        const narrower = changed(given, index, (each) =>
          agrees(each) && each.validity?.kind !== 'proceeding' ? narrow(each) : each,
        );
        expect(isWithin(cleared(narrower), cleared(given))).toBe(true);
      }),
      runs,
    );
  });

  it('F1 their own step: as if only a no could stop it towards this embassy, and as ever towards anybody else', () => {
    fc.assert(
      fc.property(world, audience, (given, towards) => {
        const need: ConsentNeed = { ...given.need, audiences: [towards], basis: 'consent' };
        const own = cleared({ ...given, need: { ...need, theirOwn: people } });
        const same = towards === 'embassy' ? ({ ...need, basis: 'no-refusal' } as const) : need;
        expect(own).toEqual(cleared({ ...given, need: same }));
      }),
      runs,
    );
  });

  it('B10 days are the mission’s: an end counts from the midnight there, in any zone and at any instant', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const days = fc.integer({ min: -400, max: 800 }).map((n) => addDays('2026-11-20' as Day, n));
    const seconds = fc.integer({ min: -172_800, max: 172_800 });
    fc.assert(
      fc.property(world, zones, days, seconds, (given, zone, day, away) => {
        const end = endOfDay(day, zone);
        const at = instantFrom(msOf(end) + away * 1000);
        const ends = { ...given.first[0], validity: { kind: 'until', day } } as Decision;
        const one = { ...given, first: given.first.length > 0 ? [ends] : [] };
        const held = { ...evidence(one), zone };
        const { covers } = decide(one.need, held, { now: at, entry });
        const standing = covers.filter(
          ({ person, decision }) => person === people[0] && decision === ends.id,
        );
        if (agrees(ends) && at >= end) expect(standing).toEqual([]);
        // Before it, what was said answers as if it had no end at all.
        if (agrees(ends) && at < end) {
          const far = { ...ends, validity: { kind: 'until', day: '2036-01-01' as Day } } as const;
          const open = decide(one.need, { ...evidence({ ...one, first: [far] }), zone }, { now: at, entry });
          expect(covers.map(({ decision }) => decision)).toEqual(open.covers.map(({ decision }) => decision));
        }
      }),
      runs,
    );
  });

  it('words spoken under watch never clear by themselves', () => {
    fc.assert(
      fc.property(world, (given) => {
        fc.pre(given.need.basis === 'consent');
        const watched = (all: Decision[]): Decision[] => all.map((each) => ({ ...each, freeToSpeak: 'no' }));
        expect(cleared({ ...given, first: watched(given.first), second: watched(given.second) })).toEqual([]);
      }),
      runs,
    );
  });

  it('B10 an earlier end never clears, unless somebody of lower rank may now speak', () => {
    fc.assert(
      fc.property(world, fc.nat(), (given, index) => {
        const alone = {
          ...given,
          first: given.first.map((each) => ({ ...each, giver: 'defender' as const })),
        };
        const ended = changed(alone, index, (each) =>
          agrees(each) && each.validity?.kind !== 'proceeding'
            ? { ...each, validity: { kind: 'until', day: '2026-11-19' as Day } }
            : each,
        );
        expect(isWithin(cleared(ended), cleared(alone))).toBe(true);
      }),
      runs,
    );
  });

  it.each<[string, object]>([
    ['outcome', { outcome: 'nodded' }],
    ['giver', { giver: 'state-appointed-counsel' }],
    ['effect', { effect: { when: 'if-it-rains' } }],
    ['validity', { validity: { kind: 'for-ever', day: '2030-01-01' } }],
    ['key', { exceptMondays: true }],
    ['way of giving', { evidence: { form: 'dream' } }],
  ])('an unknown %s anywhere in a file clears nobody it is about', (_, odd) => {
    fc.assert(
      fc.property(world, fc.nat(), (given, index) => {
        fc.pre(given.first.length > 0);
        const strange = changed(given, index, (each) => ({ ...each, ...odd }) as unknown as Decision);
        expect(cleared(strange)).not.toContain(people[0]);
      }),
      often(5_000),
    );
  });

  it('the order of rows in a file does not matter', () => {
    fc.assert(
      fc.property(world, fc.nat(), (given, turn) => {
        const place = given.first.length === 0 ? 0 : turn % given.first.length;
        const turned = [...given.first.slice(place), ...given.first.slice(0, place)].reverse();
        const verdict = decide(given.need, evidence({ ...given, first: turned }), { now, entry });
        expect(verdict.cleared).toEqual(cleared(given));
      }),
      runs,
    );
  });

  it('a decision about another action changes nothing', () => {
    fc.assert(
      fc.property(world, decision, (given, other) => {
        const row: Grant = { action: 'company', audiences: ['company'], identity: 'none', categories: [] };
        const more = { ...other, id: 'other', outcome: 'given' as const, grants: [row], refuses: [] };
        expect(cleared({ ...given, first: [...given.first, more] })).toEqual(cleared(given));
      }),
      runs,
    );
  });

  it("one person's file never decides about another", () => {
    fc.assert(
      fc.property(world, fc.array(decision, { maxLength: 3 }), (given, others) => {
        const [, second] = people;
        const has = (all: readonly Code[]) => second !== undefined && all.includes(second);
        expect(has(cleared({ ...given, first: others }))).toBe(has(cleared(given)));
      }),
      runs,
    );
  });

  it('only persons that are named are cleared, each is cleared or left, and left means a reason', () => {
    fc.assert(
      fc.property(world, (given) => {
        const verdict = decide(given.need, evidence(given), { now, entry });
        expect([...verdict.cleared, ...verdict.left].sort()).toEqual([...given.need.persons].sort());
        for (const person of verdict.left)
          expect(verdict.refusals.some((refusal) => refusal.person === person)).toBe(true);
        expect(verdict.allowed).toBe(verdict.cleared.length > 0);
      }),
      runs,
    );
  });

  it('without a clock nobody is cleared', () => {
    fc.assert(
      fc.property(world, (given) => {
        expect(decide(given.need, evidence(given), { now: undefined, entry }).cleared).toEqual([]);
      }),
      runs,
    );
  });

  it('B10 with the days passing, what was not cleared stays so until somebody speaks again, while nobody objected', () => {
    fc.assert(
      fc.property(world, fc.integer({ min: 1, max: 10 }), (given, days) => {
        const plain = given.first.every(
          (each) => agrees(each) && each.refuses.length === 0 && each.giver === 'defender',
        );
        fc.pre(plain && given.need.persons.length === 1 && given.need.persons[0] === people[0]);
        const then = `${addDays('2026-11-20' as Day, days)}T09:00:00Z` as Instant;
        expect(isWithin(cleared(given, then), cleared(given))).toBe(true);
      }),
      often(10_000),
    );
  });

  it('moving rows to the archive changes no answer, today or later', () => {
    let moved = 0;
    fc.assert(
      fc.property(
        world,
        fc.array(decision, { minLength: 3, maxLength: 10 }),
        fc.integer({ min: 0, max: 5 }),
        (given, more, days) => {
          const padded = [...given.first, ...more].map((each, index) => ({
            ...each,
            id: `d${index}`,
            limits: 'x'.repeat(3_999),
          }));
          const weighted = [...padded, ...padded.map((each, index) => ({ ...each, id: `e${index}` }))];
          const about = people[0] ?? ('' as Code);
          const split = splitForArchive({ about, decisions: weighted, tickets: [] }, now);
          if (!split) return;
          moved += 1;
          const then = `${addDays('2026-11-20' as Day, days)}T09:00:00Z` as Instant;
          expect(cleared({ ...given, first: split.kept.decisions as Decision[] }, then)).toEqual(
            cleared({ ...given, first: weighted }, then),
          );
        },
      ),
      often(15_000),
    );
    expect(moved).toBeGreaterThan(50);
  });
});
