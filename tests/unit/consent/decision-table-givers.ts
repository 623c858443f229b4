import { decision, grant, journalist, mother, refusal } from './consent-cases.ts';
import {
  at,
  type Case,
  day,
  later,
  lawyer,
  lawyerSays,
  ownVisa,
  publicGrant,
  publicly,
} from './decision-case.ts';

export const givers: readonly Case[] = [
  {
    name: 'the chosen lawyer goes before the family',
    says: [refusal({ giver: 'legal-representative', giverRef: 'chosen lawyer' }), mother({ at: later })],
    answer: 'refused',
  },
  {
    name: 'once the lawyer has ended, the family may speak',
    says: [lawyerSays({ validity: { kind: 'until', day: day('2026-11-01') } }), mother()],
    answer: 'allowed',
  },
  {
    name: 'father no, mother yes: the same rank refuses',
    says: [mother({ at: later }), refusal({ giver: 'family', giverRef: 'father' })],
    answer: 'refused',
  },
  {
    name: 'father no, then yes: he cleared it himself',
    says: [
      mother(),
      refusal({ giver: 'family', giverRef: 'father' }),
      mother({ giverRef: 'father', at: later }),
    ],
    answer: 'allowed',
  },
  {
    name: 'their own order: who is not named does not speak',
    says: [mother()],
    around: { speakers: [lawyer] },
    answer: 'giver-not-to-be-involved',
  },
  {
    name: 'their own order: who stands first decides',
    says: [mother(), refusal({ giver: 'legal-representative', giverRef: 'chosen lawyer' })],
    around: { speakers: [{ giver: 'family', giverRef: 'mother' }, lawyer] },
    answer: 'allowed',
  },
  {
    name: 'a mandate that has ended',
    says: [lawyerSays()],
    around: { speakers: [{ ...lawyer, to: day('2026-11-01') }] },
    answer: 'giver-not-to-be-involved',
  },
  {
    name: 'a mandate that began after they spoke',
    says: [lawyerSays()],
    around: { speakers: [{ ...lawyer, from: day('2026-11-01') }] },
    answer: 'giver-not-to-be-involved',
  },
  {
    name: 'do not involve: never counts as giving',
    says: [mother()],
    around: { speakers: [{ giver: 'family', giverRef: 'mother', doNotInvolve: true }] },
    answer: 'giver-not-to-be-involved',
  },
  {
    name: 'a minor cannot agree alone',
    says: [decision()],
    around: { minor: true },
    answer: 'guardian-missing',
  },
  {
    name: "a guardian without the child's view",
    says: [mother()],
    around: { minor: true },
    answer: 'guardian-missing',
  },
  {
    name: "a guardian with the child's view",
    says: [mother({ childView: 'Wants it' })],
    around: { minor: true },
    answer: 'allowed',
  },
  {
    name: "a child's own refusal always halts",
    says: [mother({ childView: 'Does not want it', at: later }), refusal()],
    around: { minor: true },
    answer: 'refused',
  },
  {
    name: 'a friend is no guardian',
    says: [mother({ giver: 'colleague-friend', childView: 'Wants it' })],
    around: { minor: true },
    answer: 'guardian-missing',
  },
  {
    name: 'killed: the family lifts a refusal of publicity in words',
    says: [
      refusal(),
      mother({
        at: later,
        grants: [publicGrant],
        whyNotDefender: 'deceased',
        liftsRefusal: 'Now the world must know',
      }),
    ],
    need: publicly,
    around: { status: 'killed' },
    answer: 'allowed',
  },
  {
    name: 'killed: without words it stays refused',
    says: [refusal(), mother({ at: later, grants: [publicGrant], whyNotDefender: 'deceased' })],
    need: publicly,
    around: { status: 'killed' },
    answer: 'refused',
  },
  {
    name: 'alive: nobody lifts it',
    says: [refusal(), mother({ at: later, grants: [publicGrant], liftsRefusal: 'Now the world must know' })],
    need: publicly,
    answer: 'refused',
  },
  {
    name: 'killed: only publicity is lifted',
    says: [refusal(), mother({ at: later, liftsRefusal: 'Now the world must know' })],
    around: { status: 'killed' },
    answer: 'refused',
  },
  {
    name: 'a public appeal covers observation',
    says: [
      decision({ informed: [], evidence: { form: 'public-appeal', where: 'https://example.org/appeal' } }),
    ],
    answer: 'allowed',
  },
  {
    name: 'a public appeal does not cover a visa',
    says: [
      decision({
        grants: [grant('visa', ['embassy'])],
        evidence: { form: 'public-appeal', where: 'https://example.org/appeal' },
      }),
    ],
    need: { action: 'visa', audiences: ['embassy'] },
    answer: 'action-not-covered',
  },
  {
    name: 'a public appeal never beats a private refusal',
    says: [
      refusal(),
      decision({ at: later, evidence: { form: 'public-appeal', where: 'https://example.org/appeal' } }),
    ],
    answer: 'refused',
  },
  {
    name: "nor the family's private refusal",
    says: [
      refusal({ giver: 'family', giverRef: 'mother' }),
      decision({ at: later, evidence: { form: 'public-appeal', where: 'https://example.org/appeal' } }),
    ],
    answer: 'refused',
  },
  {
    name: 'an appeal without its link',
    says: [decision({ evidence: { form: 'public-appeal' } })],
    answer: 'not-informed',
  },
  {
    name: 'as a matter of principle: nobody was asked',
    says: [],
    need: { basis: 'no-refusal' },
    answer: 'allowed',
  },
  {
    name: 'as a matter of principle: a recorded refusal blocks',
    says: [refusal()],
    need: { basis: 'no-refusal' },
    answer: 'refused',
  },
  {
    name: 'as a matter of principle: a question put off does not lift the refusal before it',
    says: [refusal(), refusal({ outcome: 'deferred', at: later })],
    need: { basis: 'no-refusal' },
    answer: 'refused',
  },
  {
    name: 'as a matter of principle: a question put off alone does not block',
    says: [refusal({ outcome: 'deferred' })],
    need: { basis: 'no-refusal' },
    answer: 'allowed',
  },
  {
    name: 'as a matter of principle: nor does one put off for an arrest, beside a yes',
    says: [refusal({ outcome: 'deferred', effect: { when: 'if-arrested' } }), decision({ at: later })],
    around: { status: 'detained-without-charge' },
    need: { basis: 'no-refusal' },
    answer: 'allowed',
  },
  {
    name: 'as a matter of principle: a refusal that had an end',
    says: [refusal({ validity: { kind: 'until', day: day('2026-11-01') } })],
    need: { basis: 'no-refusal' },
    answer: 'allowed',
  },
  {
    name: "as a matter of principle: a public appeal does not lift the family's private refusal",
    says: [
      refusal({ giver: 'family', giverRef: 'mother' }),
      decision({ at: later, evidence: { form: 'public-appeal', where: 'https://example.org/appeal' } }),
    ],
    need: { basis: 'no-refusal' },
    answer: 'refused',
  },
  {
    name: 'their own application: nobody was asked',
    says: [],
    need: { ...ownVisa },
    answer: 'allowed',
  },
  {
    name: 'their own application: a recorded refusal stops it',
    says: [refusal()],
    need: { ...ownVisa },
    answer: 'refused',
  },
  {
    name: 'their own application: what they agreed to and took back stops it',
    says: [
      decision({ grants: [grant('visa', ['embassy'])] }),
      decision({ outcome: 'withdrawn', grants: [], at: later }),
    ],
    need: { ...ownVisa },
    answer: 'withdrawn',
  },
  {
    name: 'their own application carries nobody beyond this embassy',
    says: [],
    need: { ...ownVisa, audiences: ['embassy', 'ministry'] },
    answer: 'not-asked',
  },
  {
    name: 'their own application beside a yes for the ministry',
    says: [decision({ grants: [grant('visa', ['ministry'])] })],
    need: { ...ownVisa, audiences: ['embassy', 'ministry'] },
    answer: 'allowed',
  },
  {
    name: 'their own application beside a yes for the ministry: a no at this embassy stops both',
    says: [
      decision({
        outcome: 'given-in-part',
        grants: [grant('visa', ['ministry'])],
        refuses: [grant('visa', ['embassy'])],
      }),
    ],
    need: { ...ownVisa, audiences: ['embassy', 'ministry'] },
    answer: 'refused',
  },
  {
    name: "somebody else's application is nobody's yes",
    says: [],
    need: { ...ownVisa, theirOwn: [journalist] },
    answer: 'not-asked',
  },
  {
    name: 'a consent dated tomorrow does not count today',
    says: [decision({ at: at('2026-11-21T09:00:00Z') })],
    answer: 'not-yet-in-effect',
  },
  {
    name: 'one audience of two that is not covered holds the step',
    says: [decision()],
    need: { audiences: ['court', 'public'] },
    answer: 'audience-not-covered',
  },
];
