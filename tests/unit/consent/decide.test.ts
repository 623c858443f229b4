/** The decision table of the gate: every rule as a named case, every refusal code at least once. */

import { describe, expect, it } from 'vitest';
import {
  type Circumstances,
  type Decision,
  quietElements,
  type Speaker,
} from '../../../src/domain/consent/consent-file.ts';
import { decide } from '../../../src/domain/consent/decide.ts';
import { refusalCodes } from '../../../src/domain/consent/decision.ts';
import {
  type ConsentNeed,
  closedAudiences,
  consentActions,
  noNeed,
} from '../../../src/domain/consent/need.ts';
import type { Code, Day, EntryId, Instant } from '../../../src/domain/ids.ts';
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
  officer,
  oskel,
  otherEntry,
  refusal,
  without,
} from './consent-cases.ts';

interface Case {
  readonly name: string;
  readonly says: readonly Decision[];
  readonly need?: Partial<ConsentNeed>;
  readonly around?: Partial<Circumstances>;
  /** `allowed`, or the code of the first refusal. */
  readonly answer: string;
}

const day = (text: string) => text as Day;
const at = (text: string) => text as Instant;
const later = at('2026-11-01T10:00:00Z');
const publicly = { action: 'publicity', audiences: ['public'] } as const;
const publicGrant = grant('publicity', ['public'], { text: { mode: 'any' } });
const lawyer: Speaker = { giver: 'legal-representative', giverRef: 'chosen lawyer' };
const lawyerSays = (more: Partial<Decision> = {}) =>
  decision({ giver: 'legal-representative', giverRef: 'chosen lawyer', whyNotDefender: 'detained', ...more });
const usedTicket = {
  id: 't',
  entry: otherEntry,
  kind: 'x',
  action: 'trial',
  audiences: ['court'],
  identity: 'none',
  categories: [],
  under: 'once',
  by: officer,
  at: now,
  until: at('2026-11-21T09:00:00Z'),
} as const;

const table: readonly Case[] = [
  { name: 'a full consent carries its step', says: [decision()], answer: 'allowed' },
  { name: 'nothing recorded is not consent', says: [], answer: 'not-asked' },
  {
    name: 'B3 another action is not covered',
    says: [decision()],
    need: { action: 'visa', audiences: ['embassy'] },
    answer: 'action-not-covered',
  },
  {
    name: 'B4 another audience is not covered',
    says: [decision()],
    need: { audiences: ['host-authority'] },
    answer: 'audience-not-covered',
  },
  {
    name: 'B4 a ministry that may know includes its embassy',
    says: [decision({ grants: [grant('visa', ['ministry'])] })],
    need: { action: 'visa', audiences: ['embassy'] },
    answer: 'allowed',
  },
  {
    name: 'B4 an embassy that may know does not include its ministry',
    says: [decision({ grants: [grant('visa', ['embassy'])] })],
    need: { action: 'visa', audiences: ['ministry'] },
    answer: 'audience-not-covered',
  },
  {
    name: 'B4 a ministry may know, this embassy not',
    says: [decision({ grants: [grant('visa', ['ministry'])], refuses: [grant('visa', ['embassy'])] })],
    need: { action: 'visa', audiences: ['embassy'] },
    answer: 'refused',
  },
  {
    name: 'B4 refusing the embassy refuses everybody wider',
    says: [decision(), refusal({ refuses: [grant('trial', ['embassy'])] })],
    answer: 'refused',
  },
  {
    name: 'B4 a ministry refused later takes its embassy with it, where only the ministry was agreed',
    says: [
      decision({ grants: [grant('visa', ['ministry'])] }),
      refusal({ refuses: [grant('visa', ['ministry'])] }),
    ],
    need: { action: 'visa', audiences: ['embassy'] },
    answer: 'refused',
  },
  {
    name: 'B4 a circle is its members on the day of the decision',
    says: [decision({ grants: [grant('trial', ['circle:meren'], { members: { meren: ['corvia'] } })] })],
    need: { audiences: ['mission:corvia'] },
    answer: 'allowed',
  },
  {
    name: 'B4 a mission that joined the circle later was not asked for',
    says: [decision({ grants: [grant('trial', ['circle:meren'], { members: { meren: ['corvia'] } })] })],
    need: { audiences: ['mission:estmark'] },
    answer: 'audience-not-covered',
  },
  {
    name: 'B4 a circle refused later ends what its members were given',
    says: [
      decision({ grants: [grant('trial', ['circle:meren'], { members: { meren: ['corvia'] } })] }),
      refusal({ refuses: [grant('trial', ['circle:meren'])] }),
    ],
    need: { audiences: ['mission:corvia'] },
    answer: 'refused',
  },
  {
    name: 'B4 Corvia yes, its circle no: Corvia is agreed by name',
    says: [
      decision({
        grants: [grant('trial', ['mission:corvia'])],
        refuses: [grant('trial', ['circle:meren'], { members: { meren: ['corvia'] } })],
      }),
    ],
    need: { audiences: ['mission:corvia'] },
    answer: 'allowed',
  },
  {
    name: 'B4 an older snapshot of a circle does not outlive a newer one',
    says: [
      decision({
        grants: [grant('trial', ['circle:meren'], { members: { meren: ['corvia', 'brenland'] } })],
      }),
      decision({ at: later, grants: [grant('trial', ['circle:meren'], { members: { meren: ['corvia'] } })] }),
    ],
    need: { audiences: ['mission:brenland'] },
    answer: 'audience-not-covered',
  },
  {
    name: 'B5 initials do not cover a full name',
    says: [decision({ grants: [grant('trial', ['court'], { identity: 'initials' })] })],
    answer: 'identity-not-covered',
  },
  {
    name: 'B5 a full name covers initials',
    says: [decision()],
    need: { identity: 'initials' },
    answer: 'allowed',
  },
  {
    name: 'a category that was not ticked is not covered',
    says: [decision()],
    need: { categories: ['health'] },
    answer: 'category-not-covered',
  },
  {
    name: 'a public text that is not the one agreed is not covered',
    says: [
      decision({
        grants: [grant('publicity', ['public'], { text: { mode: 'exact', digest: 'a'.repeat(64) } })],
      }),
    ],
    need: { ...publicly, textDigest: 'b'.repeat(64) },
    answer: 'text-not-covered',
  },
  {
    name: 'exactly the text agreed is covered',
    says: [
      decision({
        grants: [grant('publicity', ['public'], { text: { mode: 'exact', digest: 'a'.repeat(64) } })],
      }),
    ],
    need: { ...publicly, textDigest: 'a'.repeat(64) },
    answer: 'allowed',
  },
  {
    name: 'a public text where no text was ever spoken of is not covered',
    says: [decision({ grants: [grant('publicity', ['public'])] })],
    need: { ...publicly, textDigest: 'a'.repeat(64) },
    answer: 'text-not-covered',
  },
  {
    name: 'B1 a later narrower consent replaces the earlier one',
    says: [
      decision(),
      decision({ at: later, grants: [grant('trial', ['court'], { identity: 'initials' })] }),
    ],
    answer: 'identity-not-covered',
  },
  {
    name: 'B1 the order in the file does not matter, the time does',
    says: [
      decision({ at: later, grants: [grant('trial', ['court'], { identity: 'initials' })] }),
      decision(),
    ],
    answer: 'identity-not-covered',
  },
  { name: 'B12 a refusal blocks', says: [decision(), refusal()], answer: 'refused' },
  {
    name: 'B12 a refusal of one audience leaves the others',
    says: [decision(), refusal({ refuses: [grant('trial', ['public'])] })],
    answer: 'allowed',
  },
  {
    name: 'B12 a part that was refused in the same talk is refused',
    says: [decision({ outcome: 'given-in-part', refuses: [grant('trial', [])] })],
    answer: 'refused',
  },
  {
    name: 'a withdrawal without a list withdraws everything',
    says: [decision(), refusal({ outcome: 'withdrawn' })],
    answer: 'withdrawn',
  },
  {
    name: 'a withdrawal of another action leaves this one',
    says: [decision(), refusal({ outcome: 'withdrawn', grants: [grant('visa', [])] })],
    answer: 'allowed',
  },
  {
    name: 'a consent given again after a withdrawal counts',
    says: [refusal({ outcome: 'withdrawn' }), decision({ at: later })],
    answer: 'allowed',
  },
  {
    name: 'at the same instant the refusal counts',
    says: [decision(), refusal({ at: at('2026-10-01T10:00:00Z') })],
    answer: 'refused',
  },
  {
    name: 'at the same instant both consents must carry the step',
    says: [decision(), decision({ grants: [grant('trial', ['court'], { identity: 'none' })] })],
    answer: 'identity-not-covered',
  },
  {
    name: 'ask me each time is not consent',
    says: [decision(), refusal({ outcome: 'deferred' })],
    answer: 'deferred',
  },
  {
    name: 'asked and not answered is not consent',
    says: [without(refusal({ outcome: 'deferred', freeToSpeak: 'unclear' }), 'evidence') as Decision],
    answer: 'asked-no-answer',
  },
  {
    name: 'B10 a consent that has ended is none',
    says: [decision({ validity: { kind: 'until', day: day('2026-11-19') } })],
    answer: 'expired',
  },
  {
    name: 'B10 a consent counts on its last day',
    says: [decision({ validity: { kind: 'until', day: day('2026-11-20') } })],
    answer: 'allowed',
  },
  {
    name: 'B10 an ended consent does not bring a wider older one back',
    says: [decision(), decision({ at: later, validity: { kind: 'until', day: day('2026-11-10') } })],
    answer: 'expired',
  },
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
    const nothing = { files: new Map(), circumstances: new Map() };
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
    expect(decide(noNeed, { files: new Map(), circumstances: new Map() }, { now: undefined }).allowed).toBe(
      true,
    );
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
