/** The Delegation's own book: often in the lead in court, here in Oskel and at the Court of Appeal. */

import { type Act, asPerson, change, dutyOf, log, name, said, told } from '../act.ts';
import { type Calendar, zone } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const {
  westernUnionOskelDefender: her,
  westernUnionJournalist: journalist,
  westernUnionOskelCase,
} = castCodes;

export function westernUnion(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const inOskel = { about: her, proceeding: castEntry('western-union-oskel-proceeding') };
  const seat = (part: string, state: string) => [
    { id: 'o1', mission: 'western-union', who: asPerson('helena'), role: 'lawyer', part, state },
  ];
  return [
    log('helena', -178, 'western-union-oskel-defender', 'defender', {
      about: her,
      unit: 'individual',
      riskLevel: 'high',
      riskReview: day(33),
      fieldsOfWork: ['environment-land'],
      placeClass: 'regional-town',
    }),
    log(
      'helena',
      -178,
      'western-union-oskel-contact',
      'contact',
      {
        about: her,
        day: day(-178),
        gist: 'Agreed with her lawyer how we sit in the room',
        direction: 'by-third-party',
        channel: 'through-lawyer-or-ngo',
        purposes: ['consent'],
        asked: ['trial-observation'],
        told: ['can'],
      },
      {
        consent: [
          said(calendar, -178, {
            about: her,
            preset: 'officials',
            howWeKnow: 'introduced',
            reviewOn: day(35),
            validity: { kind: 'until', day: day(60) },
          }),
        ],
      },
    ),
    log('helena', -177, 'western-union-oskel-case', 'case', {
      about: westernUnionOskelCase,
      named: [her],
      gist: 'Prosecution after a vigil, Oskel',
      state: 'open',
      kind: 'prosecution',
      openedOn: day(-177),
    }),
    log('helena', -177, 'western-union-oskel-proceeding', 'proceeding', {
      about: her,
      inCase: castEntry('western-union-oskel-case'),
      kind: 'criminal',
      court: 'Oskel District Court',
      stage: 'main-hearing',
    }),
    log('helena', -163, 'western-union-oskel-hearing', 'hearing', {
      ...inOskel,
      start: { day: calendar.court(-150), time: '10:00', zone },
      court: 'Oskel District Court',
      dateSource: 'lawyer',
      confirmed: true,
      observers: seat('member', 'confirmed'),
    }),
    log('helena', -157, 'western-union-oskel-observation', 'trial-observation', {
      ...inOskel,
      hearing: castEntry('western-union-oskel-hearing'),
      day: calendar.court(-150),
      step: 'planned',
      basis: 'for-defender',
      askedFirst: 'lawyer',
      notice: 'at-the-door',
    }),
    change('helena', -147, 'western-union-oskel-hearing', {
      outcome: 'held',
      type: 'open',
      observers: seat('member', 'done'),
    }),
    change('helena', -147, 'western-union-oskel-observation', {
      step: 'done',
      access: 'admitted',
      nonIntervention: true,
      press: 'silent',
      present: ['accused', 'counsel', 'family', 'press'],
      otherMissions: 2,
      torture: 'none',
      appraisal: 'concerns',
    }),
    log(
      'helena',
      -143,
      'western-union-oskel-told',
      'contact',
      {
        about: her,
        day: day(-143),
        gist: 'Sent word through her lawyer that we noted how the bench spoke',
        direction: 'by-mission',
        channel: 'through-lawyer-or-ngo',
        purposes: ['feedback'],
      },
      { closes: [told(calendar, -143, dutyOf('western-union-oskel-observation', 'feedback'), 'satisfied')] },
    ),
    log('helena', -41, 'western-union-journalist', 'defender', {
      about: journalist,
      unit: 'individual',
      riskLevel: 'critical',
      riskReview: day(1),
      fieldsOfWork: ['media'],
      placeClass: 'capital',
    }),
    name('helena', -41, journalist, { fullName: 'سلمى الوادي' }),
    log('helena', -36, 'western-union-appeal', 'hearing', {
      about: journalist,
      start: { day: calendar.court(-31), time: '11:00', zone },
      court: 'Court of Appeal',
      dateSource: 'court-list',
      confirmed: true,
      observers: seat('lead', 'confirmed'),
    }),
    log('helena', -35, 'western-union-principle', 'trial-observation', {
      about: journalist,
      hearing: castEntry('western-union-appeal'),
      day: calendar.court(-31),
      step: 'planned',
      basis: 'principle',
      askedFirst: 'lawyer',
      notice: 'none',
    }),
    change('helena', -29, 'western-union-appeal', { outcome: 'held', type: 'open' }),
    change('helena', -29, 'western-union-principle', {
      step: 'done',
      access: 'partly',
      accessGround: 'full-room',
      press: 'silent',
      present: ['accused', 'counsel', 'supporters-removed'],
      torture: 'raised-and-ignored',
      appraisal: 'serious-concerns',
    }),
    log(
      'anton',
      -26,
      'western-union-told-appeal',
      'contact',
      {
        about: journalist,
        otherParty: 'lawyer',
        day: day(-26),
        gist: 'Told her lawyer what we noted at the Court of Appeal',
        direction: 'by-mission',
        channel: 'in-person',
        purposes: ['feedback'],
      },
      { closes: [told(calendar, -26, dutyOf('western-union-principle', 'feedback'), 'satisfied')] },
    ),
    log('helena', -5, 'western-union-oskel-next', 'hearing', {
      ...inOskel,
      start: { day: calendar.court(5), time: '10:00', zone },
      court: 'Oskel District Court',
      dateSource: 'court-list',
      confirmed: true,
      previous: castEntry('western-union-oskel-hearing'),
      observers: seat('member', 'invited'),
    }),
  ];
}
