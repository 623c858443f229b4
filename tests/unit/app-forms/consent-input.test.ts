/** Consent as the contact form writes it down: sixty seconds for the usual, every fact for the rest. */

import { describe, expect, it } from 'vitest';
import { answerAgain } from '../../../src/app/consent/closings.ts';
import {
  askedNoAnswer,
  gapsOf,
  grantsFor,
  leftOpen,
  problemsOf,
  startConsent,
  tidy,
  toggleAction,
  toggleAudience,
  withAnswer,
  withdrawal,
  withGiver,
  withGrants,
} from '../../../src/app/consent/consent-input.ts';
import { type Grant, informedElements, quietElements } from '../../../src/domain/consent/consent-file.ts';
import { decisionSchema } from '../../../src/domain/consent/consent-file-schema.ts';
import { decide } from '../../../src/domain/consent/decide.ts';
import type { ConsentNeed } from '../../../src/domain/consent/need.ts';
import { answers, type Preset } from '../../../src/domain/consent/presets.ts';
import type { Code, Day, Instant } from '../../../src/domain/ids.ts';
import type { Entry } from '../../../src/domain/record-kind.ts';
import type { ConsentInput } from '../../../src/log/writing/saving.ts';

const code = '9BGPNH00W' as Code;
const today = '2026-11-20' as Day;
const now = '2026-11-20T09:00:00Z' as Instant;
const by = { objectId: 'a', tenantId: 'b', name: 'Ines Calder' };

function preset(key: Preset, more: Partial<ConsentInput> = {}): ConsentInput {
  return { ...withAnswer(startConsent(code, today, 'secure-call'), answers[key], today), ...more };
}

function allows(input: ConsentInput, need: Partial<ConsentNeed>): boolean {
  const { about, ...said } = input;
  const decision = { ...said, id: 'd1', by, at: now };
  expect(decisionSchema.safeParse(decision).success).toBe(true);
  return decide(
    {
      kind: 'consent',
      action: 'quiet-contact',
      audiences: ['embassy'],
      identity: 'none',
      categories: [],
      persons: [about],
      basis: 'consent',
      tense: 'ahead',
      ...need,
    },
    {
      files: new Map([[about, { about, decisions: [decision], tickets: [] }]]),
      circumstances: new Map([[about, { code: about, speakers: [], minor: false, group: false }]]),
      zone: 'UTC',
    },
    { now },
  ).allowed;
}

describe('M1: sixty seconds', () => {
  it('a preset and three ticks are a consent that carries quiet measures', () => {
    const input = preset('quiet-only', { informed: quietElements });
    expect([problemsOf(input), gapsOf(input)]).toEqual([[], []]);
    expect(allows(input, {})).toBe(true);
    expect(allows(input, { action: 'publicity', audiences: ['public'] })).toBe(false);
  });

  it('three ticks do not carry a public step, and the form says so before saving', () => {
    const input = preset('public-with-name', { informed: quietElements });
    expect(gapsOf(input)).toEqual(['not-informed', 'witness-missing']);
    expect(allows(input, { action: 'publicity', audiences: ['public'], identity: 'full-name' })).toBe(false);
  });

  it('all eight ticks and a read-back carry it', () => {
    const input = preset('public-with-name', { informed: informedElements, witness: 'read-back' });
    expect(gapsOf(input)).toEqual([]);
    expect(allows(input, { action: 'publicity', audiences: ['public'], identity: 'full-name' })).toBe(true);
  });

  it.each<[Preset, string]>([
    ['quiet-only', '2027-02-18'],
    ['officials', '2027-02-18'],
    ['public-with-name', '2026-12-20'],
  ])('%s is asked again on %s', (key, day) => {
    expect(preset(key).reviewOn).toBe(day);
  });

  it.each<Preset>(['ask-each-time', 'nothing'])('%s needs no tick and allows nothing', (key) => {
    expect([problemsOf(preset(key)), gapsOf(preset(key))]).toEqual([[], []]);
    expect(allows(preset(key), {})).toBe(false);
  });
});

describe('L1: days that the mission set', () => {
  const own = { 'consent-review': 60, 'consent-review-public': 20 };
  it('are the review day that a consent starts with, and that it has after each answer', () => {
    const start = startConsent(code, today, undefined, false, own);
    expect(start.reviewOn).toBe('2027-01-19');
    expect(withAnswer(start, answers.officials, today, own).reviewOn).toBe('2027-01-19');
    const named = withAnswer(start, answers['public-with-name'], today, own);
    expect(named.reviewOn).toBe('2026-12-10');
    expect(withGrants(named, answers.officials.grants, today, own).reviewOn).toBe('2027-01-19');
  });

  it('hold for a consent that is asked for again', () => {
    const grants = answers.officials.grants;
    const file = {
      record: { about: code, decisions: [{ id: 'd1', grants }], tickets: [] },
    } as unknown as Entry;
    const duty = { id: 'd1:consent-review', about: code } as Parameters<typeof answerAgain>[0];
    const again = answerAgain(duty, { entries: new Map([['consent-file', [file]]]) }, today, undefined, own);
    expect([again.grants, again.reviewOn]).toEqual([grants, '2027-01-19']);
  });
});

describe('B11: how it was said is part of the consent', () => {
  it('channel, language, interpreter, what was explained, witness and limits are kept as given', () => {
    const input = tidy(
      preset('public-with-name', {
        language: ' Varosian ',
        interpreter: 'trusted',
        informed: informedElements,
        witness: 'second-officer',
        limits: ' Not before the hearing. ',
      }),
    );
    expect(input).toMatchObject({
      channel: 'secure-call',
      language: 'Varosian',
      interpreter: 'trusted',
      informed: informedElements,
      witness: 'second-officer',
      limits: 'Not before the hearing.',
    });
    expect(informedElements).toEqual(expect.arrayContaining(['risks', 'what-we-cannot-do']));
  });

  it('texts that were opened and left empty are not kept', () => {
    const input = tidy(preset('quiet-only', { language: ' ', limits: '', childView: '  ' }));
    expect(Object.keys(input)).not.toEqual(expect.arrayContaining(['language']));
    expect([input.limits, input.childView]).toEqual([undefined, undefined]);
  });

  it('a family member who interpreted is marked', () => {
    expect(gapsOf(preset('nothing', { interpreter: 'family' }))).toEqual(['family-interpreter']);
  });
});

describe('somebody else speaks', () => {
  it('who and why the defender was not asked must be said, and starts empty', () => {
    const input = withGiver(preset('quiet-only'), 'family');
    expect(problemsOf(input)).toEqual(['giver-ref', 'why-not-defender']);
    expect(problemsOf({ ...input, giverRef: 'mother', whyNotDefender: 'detained' })).toEqual([]);
  });

  it('going back to the defender forgets the reason', () => {
    const family = { ...withGiver(preset('quiet-only'), 'family'), whyNotDefender: 'detained' as const };
    const input = withGiver(family, 'defender');
    expect([input.giverRef, input.whyNotDefender]).toEqual([code, undefined]);
  });

  it('an agreement by someone who was not free to speak is recorded, marked, and carries nothing', () => {
    const input = preset('quiet-only', { informed: quietElements, freeToSpeak: 'unclear' });
    expect([problemsOf(input), gapsOf(input)]).toEqual([[], ['not-free']]);
    expect(allows(input, {})).toBe(false);
  });
});

describe('narrowing', () => {
  it('taking an audience away takes the step away', () => {
    const whole = preset('officials', { informed: informedElements });
    const row = whole.grants.find(({ action }) => action === 'demarche') as Grant;
    const narrow = withGrants(whole, toggleAudience(whole.grants, row, 'host-authority'), today);
    const step = { action: 'demarche', audiences: ['host-authority'] } as const;
    expect([allows(whole, step), allows(narrow, step)]).toEqual([true, false]);
  });

  it('taking the last audience away takes the row, taking every row is a refusal', () => {
    const one = toggleAction([], 'visa');
    const less = toggleAudience(one, one[0] as Grant, 'embassy');
    const none = toggleAudience(less, less[0] as Grant, 'ministry');
    expect(none).toEqual([]);
    expect(withGrants(preset('quiet-only'), none, today).outcome).toBe('refused');
  });

  it('switching an action on reaches the mission and its ministry and names nobody', () => {
    expect(toggleAction([], 'trial')).toEqual([
      { action: 'trial', audiences: ['embassy', 'ministry'], identity: 'none', categories: [] },
    ]);
  });

  it('an agreement to nothing in particular cannot be saved', () => {
    expect(problemsOf(startConsent(code, today, undefined))).toEqual(['nothing-said']);
  });
});

describe('M3: the ways on after a refusal', () => {
  const need = {
    action: 'trial',
    audiences: ['host-authority'],
    identity: 'none',
    categories: [],
  } as const;

  it('"asked, no answer" is kept and never counts as consent', () => {
    const input = askedNoAnswer(need, code, today);
    expect(problemsOf(input)).toEqual([]);
    expect([input.outcome, input.grants, input.evidence]).toEqual(['deferred', [], undefined]);
    expect(allows(input, need)).toBe(false);
  });

  it('B4: who learns more than the others is asked for in a row of their own', () => {
    const further = {
      ...need,
      audiences: ['host-authority', 'ministry', 'court'],
      categories: ['legal'],
      more: [{ to: 'ministry', categories: ['health'] }],
    } as const;
    const rows = grantsFor(further);
    expect(rows.map(({ audiences, categories }) => [audiences, categories])).toEqual([
      [['host-authority', 'court'], ['legal']],
      [['ministry'], ['legal', 'health']],
    ]);
    const given = preset('officials', { informed: informedElements, grants: rows, refuses: [] });
    expect(allows(given, further)).toBe(true);
    expect(allows(given, { ...further, more: [{ to: 'court', categories: ['health'] }] })).toBe(false);
  });

  it('a preset that leaves out what was asked says so, and what is added carries the step', () => {
    const need: ConsentNeed = {
      kind: 'consent',
      tense: 'ahead',
      basis: 'consent',
      action: 'demarche',
      audiences: ['host-authority', 'mission:brenland'],
      identity: 'full-name',
      persons: [code],
      categories: [],
    };
    const informed = [...informedElements];
    const picked = preset('officials', { informed });
    const open = leftOpen(grantsFor(need), picked.grants);
    expect(open.flatMap(({ audiences }) => audiences)).toContain('mission:brenland');
    expect(allows(picked, need)).toBe(false);
    const added = withGrants(picked, [...picked.grants, ...open], today);
    expect(leftOpen(grantsFor(need), added.grants)).toEqual([]);
    expect(added.outcome).toBe(picked.outcome);
    expect(allows(added, need)).toBe(true);
  });

  it('a withdrawal of everything lists nothing, a withdrawal in part lists its rows', () => {
    const start = startConsent(code, today, undefined);
    expect(withdrawal(start, [])).toMatchObject({ outcome: 'withdrawn', grants: [], refuses: [] });
    expect(withdrawal(start, [need]).grants).toEqual([need]);
    expect(problemsOf(withdrawal(start, []))).toEqual([]);
  });
});
