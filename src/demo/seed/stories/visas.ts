/** Visas: a family held up by one seized passport, a refusal still to be explained, and a bundle at the consular desk. */

import { type Act, giveToConsular, log } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes } from '../cast.ts';

export function visas(calendar: Calendar): readonly Act[] {
  const { day, court } = calendar;
  const { coAccused, coAccusedSpouse, coAccusedDaughter, coAccusedSon, exile, lawyer } = castCodes;
  const child = { role: 'child', applies: 'guardian', minor: true, otherParent: 'agreed-in-writing' };
  return [
    log('ines', -28, 'family-visas', 'visa-request', {
      about: coAccused,
      named: [coAccusedSpouse, coAccusedDaughter, coAccusedSon],
      day: day(-28),
      visaKind: 'schengen-uniform',
      urgency: 'routine',
      reason: 'precaution',
      entries: 'multiple',
      stage: 'appointment',
      appointmentOn: court(9),
      decidedBy: 'our-consulate',
      lodgeDirectly: true,
      legalStay: 'host-country',
      obstacles: ['no-passport'],
      applicants: [
        { id: 'a1', code: coAccused, role: 'defender', applies: 'own', document: 'valid', state: 'complete' },
        {
          id: 'a2',
          code: coAccusedSpouse,
          role: 'spouse',
          applies: 'own',
          document: 'valid',
          state: 'complete',
        },
        { id: 'a3', code: coAccusedDaughter, ...child, document: 'valid', state: 'complete' },
        {
          id: 'a4',
          code: coAccusedSon,
          ...child,
          document: 'seized',
          missing: ['travel-document'],
          state: 'preparing',
        },
      ],
      note: 'The consulate takes all four together; without the passport the younger child cannot be lodged.',
    }),
    log('tomas', -4, 'exile-visa', 'visa-request', {
      about: exile,
      day: day(-26),
      visaKind: 'schengen-uniform',
      urgency: 'routine',
      reason: 'award-or-event',
      entries: 'two',
      stage: 'decided',
      lodgedOn: day(-20),
      admissibleOn: day(-19),
      decidedBy: 'our-consulate',
      legalStay: 'third-country',
      applicants: [
        {
          id: 'a1',
          code: exile,
          role: 'defender',
          applies: 'own',
          document: 'alien-passport',
          state: 'lodged',
          decision: 'refused',
          decidedOn: day(-5),
          grounds: ['return-in-doubt'],
          appealUntil: day(25),
          appealNote: 'Administrative court of Aldermark, in writing, within thirty days',
        },
      ],
    }),
    log('ines', -7, 'lawyer-visa', 'visa-request', {
      about: lawyer,
      day: day(-7),
      visaKind: 'schengen-uniform',
      urgency: '15-days',
      reason: 'rest',
      entries: 'multiple',
      wantedFrom: day(14),
      wantedUntil: day(44),
      stayDays: 30,
      stage: 'asked',
      decidedBy: 'our-consulate',
      lodgeDirectly: true,
      legalStay: 'host-country',
      applicants: [
        {
          id: 'a1',
          code: lawyer,
          role: 'defender',
          applies: 'own',
          document: 'valid',
          missing: ['insurance'],
        },
      ],
    }),
    giveToConsular('ines', -6, 'lawyer-visa', 'pavel'),
  ];
}
