/** What a consent covers: action, audience, identity, categories, text, effect. */

import type { Decision } from '../../../src/domain/consent/consent-file.ts';
import { decision, grant, refusal, without } from './consent-cases.ts';
import { at, type Case, day, later, publicly } from './decision-case.ts';

export const scope: readonly Case[] = [
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
];
