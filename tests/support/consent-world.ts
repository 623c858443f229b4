/** Any two people with whatever may stand in their files, and a step that asks: what the laws of the gate are tried on. */

import fc from 'fast-check';
import {
  type Circumstances,
  type Decision,
  type Grant,
  givers,
  informedElements,
  outcomes,
  quietElements,
} from '../../src/domain/consent/consent-file.ts';
import { decide } from '../../src/domain/consent/decide.ts';
import type { Evidence } from '../../src/domain/consent/decision.ts';
import {
  type Audience,
  type ConsentNeed,
  consentActions,
  identityLevels,
} from '../../src/domain/consent/need.ts';
import { addDays, type Code, type Day, type EntryId, type Instant } from '../../src/domain/ids.ts';
import { statuses } from '../../src/domain/records/vocabulary.ts';

export const people = ['9BGPNH00W', 'GSCP57DRW'] as Code[];
export const entry = '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId;
export const now = '2026-11-20T09:00:00Z' as Instant;

export const actions = fc.constantFrom(...consentActions.slice(0, 3), 'publicity' as const);
export const audience = fc.constantFrom<Audience>(
  'embassy',
  'ministry',
  'court',
  'public',
  'mission:corvia',
  'circle:meren',
);
export const identity = fc.constantFrom(...identityLevels);
export const categories = fc.subarray(['contact', 'legal'] as const);

export const grant: fc.Arbitrary<Grant> = fc.record({
  action: actions,
  audiences: fc.uniqueArray(audience, { minLength: 1, maxLength: 3 }),
  identity,
  categories,
  members: fc.constant({ meren: ['corvia'] }),
});
export const block: fc.Arbitrary<Grant> = fc.record({
  action: actions,
  audiences: fc.uniqueArray(audience, { maxLength: 2 }),
  identity: fc.constant('none' as const),
  categories: fc.constant([]),
});
export const nearDay = fc.integer({ min: -3, max: 3 }).map((days) => addDays('2026-11-20' as Day, days));

export const decision: fc.Arbitrary<Decision> = fc
  .record(
    {
      id: fc.uuid(),
      outcome: fc.constantFrom(...outcomes, 'given' as const, 'given' as const),
      giver: fc.constantFrom(...givers, 'defender' as const, 'defender' as const),
      giverRef: fc.constantFrom('one', 'two'),
      freeToSpeak: fc.constantFrom('yes' as const, 'yes' as const, 'yes' as const, 'no' as const),
      howWeKnow: fc.constantFrom('known-to-us' as const, 'not-confirmed' as const),
      whyNotDefender: fc.constant('detained' as const),
      grants: fc.array(grant, { maxLength: 3 }),
      refuses: fc.array(block, { maxLength: 1 }),
      effect: fc.constantFrom<Decision['effect']>(
        { when: 'now' },
        { when: 'now' },
        { when: 'now' },
        { when: 'if-arrested' },
      ),
      validity: fc.oneof(
        nearDay.map((day) => ({ kind: 'until' as const, day })),
        nearDay.map((day) => ({ kind: 'while-detained' as const, day })),
        nearDay.map((day) => ({ kind: 'proceeding' as const, entry, day })),
      ),
      reviewOn: nearDay,
      channel: fc.constant('in-person'),
      informed: fc.constantFrom(informedElements, informedElements, quietElements, []),
      evidence: fc.constantFrom<NonNullable<Decision['evidence']>>(
        { form: 'written' },
        { form: 'oral' },
        { form: 'public-appeal', where: 'link' },
      ),
      childView: fc.constant('Wants it'),
      liftsRefusal: fc.constant('They must know'),
      statistics: fc.boolean(),
      by: fc.constant({ objectId: 'o', tenantId: 't', name: 'Focal point, Aldermark' }),
      at: fc
        .integer({ min: 0, max: 30 })
        .map((days) => `${addDays('2026-10-20' as Day, days)}T08:00:00Z` as Instant),
    },
    {
      requiredKeys: [
        'id',
        'outcome',
        'giver',
        'giverRef',
        'freeToSpeak',
        'howWeKnow',
        'grants',
        'refuses',
        'effect',
        'channel',
        'informed',
        'statistics',
        'by',
        'at',
        'reviewOn',
      ],
    },
  )
  .map((each) => each as Decision);

export const circumstances = fc.record(
  {
    minor: fc.boolean(),
    group: fc.constant(false),
    status: fc.constantFrom(...statuses),
    speakers: fc.constantFrom<Circumstances['speakers']>(
      [],
      [{ giver: 'family', giverRef: 'one' }],
      [{ giver: 'family', giverRef: 'two', doNotInvolve: true }],
    ),
  },
  { requiredKeys: ['minor', 'group', 'speakers'] },
);

export const need: fc.Arbitrary<ConsentNeed> = fc.record(
  {
    kind: fc.constant('consent' as const),
    action: actions,
    audiences: fc.uniqueArray(audience, { minLength: 1, maxLength: 2 }),
    identity,
    categories,
    persons: fc.subarray(people, { minLength: 1 }),
    basis: fc.constantFrom('consent' as const, 'consent' as const, 'no-refusal' as const),
    proceeding: fc.constantFrom(entry, '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId),
    tense: fc.constant('ahead' as const),
  },
  { requiredKeys: ['kind', 'action', 'audiences', 'identity', 'categories', 'persons', 'basis', 'tense'] },
);

export const world = fc.record({
  first: fc.uniqueArray(decision, { maxLength: 5, selector: ({ id }) => id }),
  second: fc.uniqueArray(decision, { maxLength: 2, selector: ({ id }) => id }),
  around: circumstances,
  need,
});
export type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

export function evidence({ first, second, around }: Pick<World, 'first' | 'second' | 'around'>): Evidence {
  return {
    files: new Map(
      people.map((about, index) => [about, { about, decisions: index === 0 ? first : second, tickets: [] }]),
    ),
    circumstances: new Map(people.map((code) => [code, { code, ...around } as Circumstances])),
    zone: 'Asia/Tbilisi',
  };
}
export function cleared(given: World, at: Instant | undefined = now): readonly Code[] {
  return decide(given.need, evidence(given), { now: at, entry }).cleared;
}
export function isWithin(less: readonly Code[], more: readonly Code[]): boolean {
  return less.every((code) => more.includes(code));
}
/** The world with one decision of the first person changed. */
export function changed(given: World, index: number, change: (each: Decision) => Decision): World {
  const place = given.first.length === 0 ? -1 : index % given.first.length;
  return { ...given, first: given.first.map((each, at) => (at === place ? change(each) : each)) };
}
/** Keeps a list of refused rows from being empty, which would mean everything. */
export const anyVisa: Grant = { action: 'visa', audiences: ['company'], identity: 'none', categories: [] };
export const agrees = ({ outcome }: Decision) => outcome === 'given' || outcome === 'given-in-part';
export const no = (more: Partial<Decision>): Decision => ({
  id: 'the-no',
  outcome: 'withdrawn',
  giver: 'defender',
  giverRef: 'one',
  freeToSpeak: 'no',
  howWeKnow: 'not-confirmed',
  grants: [],
  refuses: [],
  effect: { when: 'now' },
  channel: 'phone',
  informed: [],
  statistics: false,
  by: { objectId: 'o', tenantId: 't', name: 'n' },
  at: now,
  ...more,
});
