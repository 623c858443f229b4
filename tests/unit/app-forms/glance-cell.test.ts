/** Consent at a glance: each cell says one thing, taken from the gate's own answer. */

import { describe, expect, it } from 'vitest';
import { nameInCapitals } from '../../../src/app/consent/consent-words.ts';
import { giverOf, glanceAudiences, glanceCell, glanceNeed } from '../../../src/app/consent/glance-cell.ts';
import type { Decision } from '../../../src/domain/consent/consent-file.ts';
import { type RefusalCode, refusalCodes, type Verdict } from '../../../src/domain/consent/decision.ts';
import type { Code, Day, Instant } from '../../../src/domain/ids.ts';

const code = '9BGPNH00W' as Code;
const today = '2026-11-20' as Day;
const need = glanceNeed(code, 'trial', 'embassy');
const decision: Decision = {
  id: 'd1',
  outcome: 'given',
  giver: 'defender',
  giverRef: code,
  freeToSpeak: 'yes',
  howWeKnow: 'known-to-us',
  grants: [{ action: 'trial', audiences: ['embassy', 'court'], identity: 'none', categories: [] }],
  refuses: [],
  effect: { when: 'now' },
  channel: 'in-person',
  informed: [],
  statistics: true,
  by: { objectId: 'a', tenantId: 'b', name: 'Ines Calder' },
  at: '2026-11-18T09:00:00Z' as Instant,
};

function refused(why: RefusalCode): Verdict {
  return {
    allowed: false,
    need,
    covers: [],
    refusals: [{ person: code, code: why, decision: 'd1' }],
    cleared: [],
    left: [code],
  };
}
function covered(): Verdict {
  return {
    allowed: true,
    need,
    covers: [{ person: code, audience: 'embassy', decision: 'd1', warnings: [] }],
    refusals: [],
    cleared: [code],
    left: [],
  };
}

describe('a cell', () => {
  it.each<[RefusalCode, string]>([
    ['refused', 'refused'],
    ['withdrawn', 'refused'],
    ['expired', 'expired'],
    ['review-passed', 'expired'],
    ['asked-no-answer', 'asked'],
    ['deferred', 'asked'],
    ['not-asked', 'not-asked'],
    ['other-proceeding', 'one-proceeding'],
    ['audience-not-covered', 'not-asked'],
    ['not-informed', 'incomplete'],
    ['witness-missing', 'incomplete'],
  ])('whose step is refused as %s reads %s', (why, state) => {
    expect(glanceCell(refused(why), [decision], today).state).toBe(state);
  });

  it('never reads "given" for anything the gate refuses', () => {
    const states = refusalCodes.map((why) => glanceCell(refused(why), [decision], today).state);
    expect(states.filter((state) => state === 'given' || state === 'given-ending')).toEqual([]);
  });

  it('that nobody asked about opens no decision on something else', () => {
    expect(glanceCell(refused('audience-not-covered'), [decision], today)).toEqual({ state: 'not-asked' });
  });

  it.each([
    [undefined, { state: 'given', decision: 'd1' }],
    ['2027-03-01', { state: 'given', decision: 'd1' }],
    ['2026-11-23', { state: 'given-ending', days: 3, decision: 'd1' }],
    ['2026-11-20', { state: 'given-ending', days: 0, decision: 'd1' }],
  ])('given until %s', (day, cell) => {
    const until = day ? { ...decision, validity: { kind: 'until', day: day as Day } as const } : decision;
    expect(glanceCell(covered(), [until], today)).toEqual(cell);
  });
});

describe('who spoke', () => {
  it.each<[RefusalCode, string | undefined]>([
    ['refused', 'defender'],
    ['expired', 'defender'],
    ['not-informed', 'defender'],
    ['not-asked', undefined],
    ['audience-not-covered', undefined],
    ['asked-no-answer', undefined],
  ])('a cell refused as %s names %s', (why, giver) => {
    expect(giverOf(glanceCell(refused(why), [decision], today), [decision])).toBe(giver);
  });

  it('a cell that is given names who gave it', () => {
    expect(giverOf(glanceCell(covered(), [decision], today), [decision])).toBe('defender');
  });
});

describe('a circle or a mission in words', () => {
  it.each([
    ['meren-like-minded', 'Meren Like Minded'],
    ['brenland', 'Brenland'],
    ['évora_sud', 'Évora Sud'],
  ])('%s is called %s', (id, name) => {
    expect(nameInCapitals(id)).toBe(name);
  });
});

describe('columns', () => {
  it('show the usual audiences, and each other one as soon as somebody spoke of it', () => {
    expect(glanceAudiences([], undefined)).toEqual(['embassy', 'ministry', 'host-authority', 'public']);
    expect(glanceAudiences([decision], 'meren')).toEqual([
      'embassy',
      'ministry',
      'circle:meren',
      'host-authority',
      'public',
      'court',
    ]);
  });
});
