/** The decision table of the gate: every rule as a named case, every refusal code at least once. */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/domain/consent/consent-file.ts';
import { decide } from '../../../src/domain/consent/decide.ts';
import { refusalCodes } from '../../../src/domain/consent/decision.ts';
import {
  type ConsentNeed,
  closedAudiences,
  consentActions,
  noNeed,
} from '../../../src/domain/consent/need.ts';
import type { Code, EntryId } from '../../../src/domain/ids.ts';
import {
  ask,
  codes,
  decision,
  entry,
  evidence,
  file,
  grant,
  journalist,
  mother,
  need,
  now,
  oskel,
  refusal,
} from './consent-cases.ts';
import { type Case, day, publicly, usedTicket } from './decision-case.ts';
import { conditions } from './decision-table-conditions.ts';
import { givers } from './decision-table-givers.ts';
import { scope } from './decision-table-scope.ts';

const table = [...scope, ...conditions, ...givers];

function answerTo(one: Case): string {
  const held = file(one.says, one.name.includes('used up') ? [{ ...usedTicket, state: 'used' }] : []);
  const verdict = decide(need(one.need), evidence(held, one.around), { now, entry });
  return verdict.allowed ? 'allowed' : (verdict.refusals[0]?.code ?? '');
}

describe('B6 the decision table', () => {
  it.each(table)('$name', (one) => {
    expect(answerTo(one)).toBe(one.answer);
  });

  it('knows every refusal code: the table and the cases below name each at least once', () => {
    const elsewhere = ['clock-unknown', 'file-not-read', 'nobody-named', 'no-ticket'];
    const named = new Set([...table.map(({ answer }) => answer), ...elsewhere]);
    expect(refusalCodes.filter((code) => !named.has(code))).toEqual([]);
  });
});

describe('B6 default deny', () => {
  it.each(consentActions.flatMap((action) => closedAudiences.map((audience) => [action, audience] as const)))(
    'nothing recorded, %s towards %s: refused as not asked',
    (action, audience) => {
      expect(codes(ask([], { action, audiences: [audience] }))).toEqual(['not-asked']);
    },
  );

  it.each(consentActions.flatMap((action) => closedAudiences.map((audience) => [action, audience] as const)))(
    'a consent to %s towards %s carries that cell and, besides it, only what is its own',
    (action, audience) => {
      const only = [decision({ grants: [grant(action, [audience], { text: { mode: 'any' } })] })];
      const open = consentActions.flatMap((asked) =>
        closedAudiences
          .filter((to) => ask(only, { action: asked, audiences: [to] }).allowed)
          .map((to) => `${asked} ${to}`),
      );
      expect(open).toEqual(
        audience === 'ministry' ? [`${action} embassy`, `${action} ministry`] : [`${action} ${audience}`],
      );
    },
  );

  it('an unknown clock refuses', () => {
    const verdict = decide(need(), evidence(file([decision()])), { now: undefined, entry });
    expect(verdict.allowed).toBe(false);
    expect(codes(verdict)).toEqual(['clock-unknown']);
  });

  it('a file or circumstances that were not read refuse', () => {
    const nothing = { files: new Map(), circumstances: new Map(), zone: 'UTC' };
    expect(codes(decide(need(), nothing, { now }))).toEqual(['file-not-read']);
    expect(
      codes(decide(need(), { ...evidence(file([decision()])), circumstances: new Map() }, { now })),
    ).toEqual(['file-not-read']);
  });

  it('a consent need that names nobody is refused', () => {
    expect(codes(ask([decision()], { persons: [] }))).toEqual(['nobody-named']);
  });

  it('a need without audience, or with an unknown one, is refused', () => {
    expect(codes(ask([decision()], { audiences: [] }))).toEqual(['unknown-value']);
    expect(codes(ask([decision()], { audiences: ['neighbours' as 'court'] }))).toEqual(['unknown-value']);
  });

  it.each([
    ['an unknown outcome', { outcome: 'nodded' }],
    ['an unknown effect', { effect: { when: 'if-it-rains' } }],
    ['an unknown giver', { giver: 'state-appointed-counsel' }],
    ['a key this version does not know', { onlyOnMondays: true }],
    ['a missing freedom to speak', { freeToSpeak: undefined }],
  ])('a file with %s is refused as a whole', (_, odd) => {
    expect(codes(ask([decision(), { ...decision(), ...odd } as unknown as Decision]))).toEqual([
      'unknown-value',
    ]);
  });

  it("somebody else's file under this code is refused", () => {
    const mixed = {
      ...evidence(file([decision()])),
      files: new Map([[oskel, file([decision()], [], journalist)]]),
    };
    expect(codes(decide(need(), mixed, { now }))).toEqual(['unknown-value']);
  });

  it('a step that needs nothing is allowed and names nobody', () => {
    const nothing = { files: new Map(), circumstances: new Map(), zone: '' };
    expect(decide(noNeed, nothing, { now: undefined }).allowed).toBe(true);
  });
});

describe('B7 nobody can override the gate', () => {
  it('the context has no role, reason or emergency that the gate listens to', () => {
    const forced = { now, entry, override: true, role: 'head-of-mission', emergency: 'vital interest' };
    expect(decide(need(), evidence(file([refusal()])), forced).allowed).toBe(false);
  });
});

describe('persons are cleared one by one', () => {
  const group = 'ZZZZZZZZ0' as Code;
  const both = {
    files: new Map([
      [oskel, file([decision()])],
      [journalist, file([refusal()], [], journalist)],
    ]),
    circumstances: new Map(
      [oskel, journalist].map((code) => [code, { code, speakers: [], minor: false, group: false }]),
    ),
    zone: 'UTC',
  };

  it('who refuses is left out, the others proceed', () => {
    const verdict = decide(need({ persons: [oskel, journalist] }), both, { now });
    expect(verdict).toMatchObject({ allowed: true, cleared: [oskel], left: [journalist] });
  });

  it('a case is resolved to its defenders', () => {
    const held = { ...both, members: new Map([[group, [oskel, journalist]]]) };
    expect(decide(need({ persons: [group] }), held, { now })).toMatchObject({
      cleared: [oskel],
      left: [journalist],
    });
  });

  it('a case without defenders names nobody', () => {
    const held = { ...both, members: new Map([[group, []]]) };
    expect(codes(decide(need({ persons: [group] }), held, { now }))).toEqual(['nobody-named']);
  });

  it("a group's mandated speaker goes first where no member is named", () => {
    const says = [
      decision({ giver: 'organisation', giverRef: 'chair' }),
      refusal({ giver: 'family', giverRef: 'mother' }),
    ];
    expect(ask(says, {}, { group: true }).allowed).toBe(true);
    expect(ask(says).allowed).toBe(false);
  });
});

describe('what is shown beside an allowed step', () => {
  const warnings = (says: Decision, wanted: Partial<ConsentNeed> = {}) =>
    ask([says], wanted).covers[0]?.warnings;
  const quiet = { action: 'visa', audiences: ['embassy'] } as const;
  const visa = [grant('visa', ['embassy'])];

  it('B10 warns of review and end, before and after', () => {
    expect(
      warnings(
        decision({ reviewOn: day('2026-11-25'), validity: { kind: 'until', day: day('2026-12-01') } }),
      ),
    ).toEqual(['review-soon', 'ends-soon']);
    expect(warnings(decision({ grants: visa, reviewOn: day('2026-11-19') }), quiet)).toEqual([
      'review-passed',
    ]);
  });

  it('B14 asks to confirm what somebody else agreed to, once the defender can be reached', () => {
    expect(warnings(mother())).toEqual(['reconfirm-proxy']);
    expect(ask([mother()], {}, { status: 'pre-trial-detention' }).covers[0]?.warnings).toEqual([]);
  });

  it('leaves it to the officer whether a text stays within agreed points', () => {
    const points = [grant('publicity', ['public'], { text: { mode: 'points' } })];
    expect(warnings(decision({ grants: points }), { ...publicly, textDigest: 'a'.repeat(64) })).toEqual([
      'text-to-judge',
    ]);
  });

  it("carries the giver's own limits in full, and says when family interpreted", () => {
    const cover = ask([decision({ limits: 'Sit at the back.', interpreter: 'family' })]).covers[0];
    expect(cover).toMatchObject({ limits: 'Sit at the back.', warnings: ['family-interpreter'] });
  });

  it('names the decision and the day that stand in the way', () => {
    expect(ask([decision(), refusal({ id: 'no' })]).refusals[0]).toMatchObject({
      decision: 'no',
      on: '2026-10-05',
    });
    expect(
      ask([decision({ id: 'old', validity: { kind: 'until', day: day('2026-11-19') } })]).refusals[0],
    ).toMatchObject({ decision: 'old', on: '2026-11-19' });
  });

  it('the own ticket of an act does not use up a consent for once', () => {
    const once = decision({ id: 'once', validity: { kind: 'once', day: day('2027-01-01') } });
    const ours = { ...usedTicket, entry, state: 'placed' } as const;
    expect(decide(need(), evidence(file([once], [ours])), { now, entry }).allowed).toBe(true);
    expect(decide(need(), evidence(file([once], [ours])), { now, entry: 'x' as EntryId }).allowed).toBe(
      false,
    );
  });
});
