/** Under which conditions words carry: ends, wishes, freedom to speak, what was explained, how we know. */

import { type Decision, quietElements } from '../../../src/domain/consent/consent-file.ts';
import { decision, entry, grant, mother, otherEntry, refusal, without } from './consent-cases.ts';
import { at, type Case, day, later, lawyer, lawyerSays, publicGrant, publicly } from './decision-case.ts';

export const conditions: readonly Case[] = [
  {
    name: 'B10 an ended consent shows the refusal before it again',
    says: [refusal(), decision({ at: later, validity: { kind: 'until', day: day('2026-11-10') } })],
    answer: 'refused',
  },
  {
    name: 'B10 neither end nor review day: left out, refused',
    says: [without(decision(), 'validity', 'reviewOn') as Decision],
    answer: 'unknown-value',
  },
  {
    name: 'B10 a passed review day blocks steps towards authorities',
    says: [decision({ reviewOn: day('2026-11-19') })],
    answer: 'review-passed',
  },
  {
    name: 'B10 a passed review day does not block a quiet step',
    says: [decision({ reviewOn: day('2026-11-19'), grants: [grant('visa', ['embassy'])] })],
    need: { action: 'visa', audiences: ['embassy'] },
    answer: 'allowed',
  },
  {
    name: 'B12 what was refused beside an agreement does not end with it',
    says: [
      decision({
        outcome: 'given-in-part',
        grants: [],
        refuses: [grant('trial', [])],
        validity: { kind: 'until', day: day('2026-11-01') },
      }),
    ],
    need: { basis: 'no-refusal' },
    answer: 'refused',
  },
  {
    name: 'a consent for once that was used is used up',
    says: [decision({ id: 'once', validity: { kind: 'once', day: day('2027-01-01') } })],
    answer: 'used-once',
  },
  {
    name: 'a consent for this proceeding covers no other',
    says: [decision({ validity: { kind: 'proceeding', entry: otherEntry, day: day('2027-01-01') } })],
    need: { proceeding: entry },
    answer: 'other-proceeding',
  },
  {
    name: 'consents for two proceedings stand side by side',
    says: [
      decision({ validity: { kind: 'proceeding', entry, day: day('2027-01-01') } }),
      decision({ at: later, validity: { kind: 'proceeding', entry: otherEntry, day: day('2027-01-01') } }),
    ],
    need: { proceeding: entry },
    answer: 'allowed',
  },
  {
    name: 'while detained counts in detention',
    says: [decision({ validity: { kind: 'while-detained', day: day('2027-01-01') } })],
    around: { status: 'pre-trial-detention' },
    answer: 'allowed',
  },
  {
    name: 'while detained ends with it',
    says: [decision({ validity: { kind: 'while-detained', day: day('2027-01-01') } })],
    answer: 'not-detained-any-more',
  },
  {
    name: 'while detained does not count when the status is not known',
    says: [decision({ validity: { kind: 'while-detained', day: day('2027-01-01') } })],
    around: { status: 'somewhere' },
    answer: 'not-detained-any-more',
  },
  {
    name: 'a wish for an arrest does not count before',
    says: [decision({ effect: { when: 'if-arrested' } })],
    answer: 'not-yet-in-effect',
  },
  {
    name: 'a wish for an arrest counts after it',
    says: [decision({ effect: { when: 'if-arrested' } })],
    around: { status: 'detained-without-charge' },
    answer: 'allowed',
  },
  {
    name: 'a wish counts after so many hours out of reach',
    says: [decision({ effect: { when: 'if-unreachable', hours: 48 } })],
    around: { unreachableSince: at('2026-11-18T09:00:00Z') },
    answer: 'allowed',
  },
  {
    name: 'and not an hour before',
    says: [decision({ effect: { when: 'if-unreachable', hours: 48 } })],
    around: { unreachableSince: at('2026-11-18T10:00:00Z') },
    answer: 'not-yet-in-effect',
  },
  {
    name: 'a refusal for an arrest counts when the status is not known',
    says: [decision(), refusal({ effect: { when: 'if-arrested' } })],
    around: { status: 'somewhere' },
    answer: 'refused',
  },
  {
    name: 'a general yes said before the arrest does not lift a wish of no for it, though it was said later',
    says: [refusal({ effect: { when: 'if-arrested' } }), decision({ id: 'd-later', at: later })],
    around: { status: 'detained-without-charge', statusSince: at('2026-11-10T08:00:00Z') },
    answer: 'refused',
  },
  {
    name: 'a yes said since the arrest lifts it',
    says: [refusal({ effect: { when: 'if-arrested' } }), decision({ id: 'd-later', at: later })],
    around: { status: 'detained-without-charge', statusSince: at('2026-10-30T08:00:00Z') },
    answer: 'allowed',
  },
  {
    name: 'a yes said at an unknown distance from the arrest does not',
    says: [refusal({ effect: { when: 'if-arrested' } }), decision({ id: 'd-later', at: later })],
    around: { status: 'detained-without-charge' },
    answer: 'refused',
  },
  {
    name: 'not free to speak: the consent does not count',
    says: [decision({ freeToSpeak: 'no' })],
    answer: 'not-free-to-speak',
  },
  {
    name: 'not free to speak: an earlier free consent stays',
    says: [decision(), decision({ at: later, freeToSpeak: 'no' })],
    answer: 'allowed',
  },
  {
    name: 'not free to speak: an earlier refusal stays',
    says: [refusal(), decision({ at: later, freeToSpeak: 'unclear' })],
    answer: 'refused',
  },
  {
    name: 'not free to speak: a refusal still halts',
    says: [decision(), refusal({ freeToSpeak: 'no' })],
    answer: 'refused',
  },
  {
    name: 'B2 somebody else, without saying why the defender was not asked',
    says: [without(mother(), 'whyNotDefender') as Decision],
    answer: 'giver-not-confirmed',
  },
  { name: 'B2 the mother speaks while the defender is detained', says: [mother()], answer: 'allowed' },
  {
    name: 'B2 a giver nobody confirmed cannot carry a public step',
    says: [decision({ howWeKnow: 'not-confirmed', grants: [publicGrant] })],
    need: publicly,
    answer: 'giver-not-confirmed',
  },
  {
    name: 'B2 a giver nobody confirmed may carry a quiet step',
    says: [decision({ howWeKnow: 'not-confirmed', grants: [grant('visa', ['embassy'])] })],
    need: { action: 'visa', audiences: ['embassy'] },
    answer: 'allowed',
  },
  {
    name: 'B11 three elements suffice for a quiet step',
    says: [decision({ informed: quietElements, grants: [grant('visa', ['embassy'])] })],
    need: { action: 'visa', audiences: ['embassy'] },
    answer: 'allowed',
  },
  {
    name: 'B11 two do not',
    says: [decision({ informed: quietElements.slice(1), grants: [grant('visa', ['embassy'])] })],
    need: { action: 'visa', audiences: ['embassy'] },
    answer: 'not-informed',
  },
  {
    name: 'B11 three do not suffice towards a court',
    says: [decision({ informed: quietElements })],
    answer: 'not-informed',
  },
  {
    name: 'B11 three do not suffice in public',
    says: [decision({ informed: quietElements, grants: [publicGrant] })],
    need: publicly,
    answer: 'not-informed',
  },
  {
    name: 'B11 a spoken consent to a public step needs a witness',
    says: [without(decision({ grants: [publicGrant] }), 'witness') as Decision],
    need: publicly,
    answer: 'witness-missing',
  },
  {
    name: 'B11 a written one does not',
    says: [
      without(decision({ grants: [publicGrant], evidence: { form: 'written' } }), 'witness') as Decision,
    ],
    need: publicly,
    answer: 'allowed',
  },
  {
    name: 'B14 the defender refuses what the family agreed to',
    says: [mother({ at: later }), refusal()],
    answer: 'refused',
  },
  {
    name: 'B14 the defender agrees to what the family refused',
    says: [decision(), refusal({ giver: 'family', giverRef: 'mother', at: later })],
    answer: 'allowed',
  },
  {
    name: 'B14 the defender goes first even where their order names others',
    says: [refusal(), lawyerSays({ at: later })],
    around: { speakers: [lawyer] },
    answer: 'refused',
  },
];
