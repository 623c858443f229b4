/** The co-accused of the Oskel trial and the family around him: visas for all, one child's passport seized. */

import { type Act, asPerson, change, dutyOf, kept, log, name, said } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes } from '../cast.ts';

const { coAccused: him, coAccusedSpouse: spouse, coAccusedDaughter: daughter, coAccusedSon: son } = castCodes;

export function oskelFamily(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const forTheFamily = [
    {
      action: 'visa' as const,
      audiences: ['embassy' as const, 'ministry' as const],
      identity: 'full-name' as const,
      categories: ['contact' as const, 'family' as const, 'immigration' as const],
    },
  ];
  const forAChild = (about: typeof son, childView: string) =>
    said(calendar, -96, {
      about,
      outcome: 'given',
      grants: forTheFamily,
      refuses: [],
      giver: 'family',
      giverRef: 'father',
      giverCode: him,
      whyNotDefender: 'minor',
      childView,
    });
  return [
    log('ines', -191, 'co-accused', 'defender', {
      about: him,
      unit: 'individual',
      riskLevel: 'medium',
      riskReview: day(60),
      fieldsOfWork: ['environment-land'],
      occupations: ['teacher'],
      placeClass: 'regional-town',
      relations: [
        { id: 'r1', relation: 'spouse', code: spouse },
        { id: 'r2', relation: 'child', code: daughter },
        { id: 'r3', relation: 'child', code: son },
      ],
      needs: ['visa', 'travel-document', 'schooling'],
      safeChannels: [{ id: 'c1', channel: 'secure-message' }],
    }),
    name('ines', -191, him, {
      fullName: 'ლევან წყალთუბელიძე',
      nationality: 'Varosia',
      contactPoints: 'School in Oskel, after four',
    }),
    log('ines', -98, 'co-accused-spouse', 'defender', {
      about: spouse,
      unit: 'family-member',
      relations: [{ id: 'r1', relation: 'spouse', code: him }],
    }),
    log('ines', -98, 'co-accused-daughter', 'defender', {
      about: daughter,
      unit: 'family-member',
      minor: true,
      relations: [{ id: 'r1', relation: 'parent', code: him }],
    }),
    log('ines', -98, 'co-accused-son', 'defender', {
      about: son,
      unit: 'family-member',
      minor: true,
      relations: [{ id: 'r1', relation: 'parent', code: him }],
    }),
    name('ines', -98, spouse, { fullName: 'ნათია წყალთუბელიძე', nationality: 'Varosia' }),
    name('ines', -98, son, {
      fullName: 'გიორგი წყალთუბელიძე',
      birthDate: '2014-09-30',
      document: 'Passport seized at the school',
    }),
    log(
      'ines',
      -96,
      'family-visas-asked',
      'contact',
      {
        about: him,
        named: [spouse, daughter, son],
        day: day(-96),
        gist: 'Asked for multi-entry visas for all four, as a precaution; no travel planned',
        direction: 'by-defender',
        channel: 'in-person',
        place: 'mission',
        purposes: ['request-for-help', 'consent'],
        asked: ['visa'],
        told: ['can', 'cannot'],
        toldNote: 'We can ask the consulates; the passport office is out of our reach.',
        promises: [
          {
            id: 'p1',
            what: 'Say which consulate takes all four together',
            owner: asPerson('ines'),
            due: day(-86),
          },
        ],
      },
      {
        consent: [
          said(calendar, -96, {
            about: spouse,
            outcome: 'given',
            grants: forTheFamily,
            refuses: [],
            reviewOn: day(84),
          }),
          { ...forAChild(daughter, 'Wants to see the sea and come back.'), reviewOn: day(84) },
          { ...forAChild(son, 'Afraid of leaving the dog.'), reviewOn: day(84) },
        ],
      },
    ),
    log('tomas', -94, 'passport-claim', 'claim', {
      about: son,
      named: [him],
      day: day(-94),
      statement: 'The passport of the younger child was taken at the school; no paper was given.',
      source: 'family',
      independence: 'independent',
      reliability: 'mostly',
      verification: 'partly',
      use: 'internal',
      note: 'A colleague at the school saw it.',
    }),
    log(
      'ines',
      -86,
      'family-consulate-named',
      'contact',
      {
        about: him,
        day: day(-86),
        gist: 'Our own consulate takes all four together once the passport is back',
        direction: 'by-mission',
        channel: 'secure-message',
        purposes: ['follow-up'],
        onlyThemStart: false,
      },
      { closes: [kept(calendar, -86, dutyOf('family-visas-asked', 'follow-up', 'p1'))] },
    ),
    log('tomas', -52, 'passport-office', 'contact', {
      named: [son],
      otherParty: 'authority',
      day: day(-52),
      gist: 'The passport office in Oskel says that no passport is held there',
      direction: 'by-mission',
      channel: 'in-person',
      note: 'Asked in general, naming nobody.',
    }),
    log('ines', -3, 'family-asks-again', 'contact', {
      about: him,
      day: day(-3),
      gist: 'Asked whether one visa can go ahead without the passport; our consulate says no, still to be explained',
      direction: 'by-defender',
      channel: 'secure-message',
      purposes: ['request-for-help'],
      asked: ['visa'],
      told: ['not-told-yet'],
    }),
    change('ines', -2, 'co-accused', { contactCheckedOn: day(-3) }),
  ];
}
