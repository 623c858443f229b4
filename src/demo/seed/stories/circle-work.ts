/** What the missions share: a trial watched together, a visa asked around, and something that was taken back. */

import type { Audience } from '../../../domain/consent/need.ts';
import { type Act, inCircle, log, said } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes } from '../cast.ts';

const { oskelDefender: her, coAccused: him, coAccusedSpouse, coAccusedDaughter, coAccusedSon } = castCodes;
const { releasedPrisoner } = castCodes;
const beside: readonly Audience[] = ['mission:brenland', 'mission:western-union'];
const asked: readonly Audience[] = ['mission:brenland', 'mission:corvia', 'mission:western-union'];

export function circleWork(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const bothAgree = [her, him].map((about) =>
    said(calendar, -20, {
      about,
      outcome: 'given-in-part',
      grants: [{ action: 'trial', audiences: beside, identity: 'none', categories: [] }],
      refuses: [],
      limits: 'Those who sit with you may know when and where.',
    }),
  );
  const familyAgrees = [him, coAccusedSpouse, coAccusedDaughter, coAccusedSon].map((about) =>
    said(calendar, -12, {
      about,
      outcome: 'given-in-part',
      grants: [{ action: 'visa', audiences: asked, identity: 'none', categories: [] }],
      refuses: [],
      giver: about === him ? 'defender' : 'family',
      giverRef: him,
    }),
  );
  return [
    log(
      'tomas',
      -25,
      'released-circle-asked',
      'contact',
      {
        about: releasedPrisoner,
        day: day(-25),
        gist: 'Agrees that Corvia may know of the review, so that somebody comes if we cannot',
        direction: 'by-mission',
        channel: 'phone',
        purposes: ['consent'],
      },
      {
        consent: [
          said(calendar, -25, {
            about: releasedPrisoner,
            outcome: 'given-in-part',
            grants: [{ action: 'trial', audiences: ['mission:corvia'], identity: 'none', categories: [] }],
            refuses: [],
          }),
        ],
      },
    ),
    inCircle('tomas', -24, 'supervision-shared', {
      do: 'share',
      of: 'supervision-hearing-2',
      to: ['corvia'],
      parts: ['start', 'court'],
      until: day(20),
    }),
    log(
      'ines',
      -20,
      'oskel-circle-asked',
      'contact',
      {
        about: her,
        named: [him],
        day: day(-20),
        gist: 'Both agree that the missions who watch with us are told dates and court, no names',
        direction: 'by-mission',
        channel: 'secure-message',
        purposes: ['consent'],
      },
      { consent: bothAgree },
    ),
    inCircle('ines', -7, 'oskel-hearing-6-shared', {
      do: 'share',
      of: 'oskel-hearing-6',
      to: ['brenland', 'western-union'],
      parts: ['start', 'court', 'room'],
      until: day(30),
    }),
    log(
      'ines',
      -12,
      'family-circle-asked',
      'contact',
      {
        about: him,
        named: [coAccusedSpouse, coAccusedDaughter, coAccusedSon],
        day: day(-12),
        gist: 'He agrees for all four that we ask three missions about a visa, without a name',
        direction: 'by-mission',
        channel: 'secure-message',
        purposes: ['consent'],
      },
      { consent: familyAgrees },
    ),
    inCircle('ines', -6, 'family-visa-asked', {
      do: 'ask',
      asks: 'visa',
      about: him,
      to: ['brenland', 'corvia', 'western-union'],
      urgency: '15-days',
      people: 4,
      by: day(9),
      words: 'A family of four, one passport held back. Could your consulate take them together?',
      until: day(30),
    }),
    inCircle('joris', -5, 'brenland-visa-answer', {
      do: 'answer',
      to: 'family-visa-asked',
      says: 'yes',
      until: day(20),
    }),
    inCircle('lucia', -4, 'corvia-visa-answer', {
      do: 'answer',
      to: 'family-visa-asked',
      says: 'conditions',
      conditions: 'Only with an invitation from a university or a town.',
      until: day(15),
    }),
  ];
}
