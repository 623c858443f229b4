/** The trial in Oskel: watched by three missions, postponed again and again, and next week by nobody yet. */

import { type Act, asPerson, change, consentDutyOf, dutyOf, log, said, told } from '../act.ts';
import { type Calendar, zone } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const { oskelDefender: her, coAccused: him } = castCodes;
const court = 'Oskel District Court';

export function oskelTrial(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const both = { about: her, named: [him], proceeding: castEntry('oskel-proceeding') };
  const start = (n: number, time = '10:00') => ({ day: calendar.court(n), time, zone });
  const shared = (state: string) => [
    {
      id: 'o1',
      mission: 'aldermark',
      who: asPerson('tomas'),
      role: 'diplomat',
      part: 'lead',
      state,
      interpreter: true,
    },
    { id: 'o2', mission: 'brenland', role: 'diplomat', part: 'member', state },
    { id: 'o3', mission: 'western-union', role: 'lawyer', part: 'member', state },
  ];
  const bothTold = (key: string, on: number, reaction: 'satisfied' | 'mixed') => [
    told(calendar, on, dutyOf(key, 'feedback'), reaction),
    told(calendar, on, dutyOf(key, 'feedback', him), reaction),
  ];
  const watched = { ...both, basis: 'for-defender', askedFirst: 'lawyer' };
  return [
    log('ines', -166, 'oskel-hearing-1', 'hearing', {
      ...both,
      start: start(-150),
      court,
      room: '4',
      dateSource: 'lawyer',
      confirmed: true,
      observers: shared('confirmed'),
    }),
    log('tomas', -160, 'oskel-observation-1', 'trial-observation', {
      ...watched,
      hearing: castEntry('oskel-hearing-1'),
      day: calendar.court(-150),
      step: 'planned',
      notice: 'none',
    }),
    change('tomas', -156, 'oskel-observation-1', { step: 'announced', notice: 'ministry' }),
    change('ines', -149, 'oskel-hearing-1', { outcome: 'held', type: 'open', observers: shared('done') }),
    change('tomas', -149, 'oskel-observation-1', {
      step: 'done',
      access: 'admitted',
      nonIntervention: true,
      press: 'silent',
      present: ['accused', 'counsel', 'family', 'press', 'other-missions'],
      otherMissions: 2,
      condition: ['fit'],
      fairTrial: {
        'public-hearing': { answer: 'respected', basis: 'own' },
        'presumption-of-innocence': {
          answer: 'concern',
          note: 'The bench spoke of "the culprits"',
          basis: 'own',
        },
        'time-and-counsel': { answer: 'respected', basis: 'own' },
        witnesses: { answer: 'not-observed' },
      },
      events: [
        { id: 'e1', time: '10:10', what: 'The charge was read' },
        { id: 'e2', time: '11:40', what: 'Counsel asked to hear two neighbours; put off' },
      ],
      torture: 'none',
      appraisal: 'concerns',
      nextHearing: start(-115),
    }),
    log(
      'ines',
      -147,
      'oskel-told-1',
      'contact',
      {
        about: her,
        named: [him],
        day: day(-147),
        gist: 'Told both what we saw and that we stay neutral; they were glad of it',
        direction: 'by-mission',
        channel: 'secure-message',
        purposes: ['feedback'],
      },
      { closes: bothTold('oskel-observation-1', -147, 'satisfied') },
    ),
    log('ines', -146, 'oskel-hearing-2', 'hearing', {
      ...both,
      start: start(-115),
      court,
      room: '4',
      previous: castEntry('oskel-hearing-1'),
      confirmed: true,
      observers: shared('confirmed'),
    }),
    log('tomas', -122, 'oskel-observation-2', 'trial-observation', {
      ...watched,
      hearing: castEntry('oskel-hearing-2'),
      day: calendar.court(-115),
      step: 'planned',
      notice: 'at-the-door',
    }),
    change('tomas', -114, 'oskel-hearing-2', { outcome: 'postponed', postponedWhy: 'The judge was ill' }),
    change('tomas', -114, 'oskel-observation-2', {
      step: 'not-held',
      access: 'postponed',
      nextHearing: start(-80),
    }),
    log(
      'tomas',
      -113,
      'oskel-told-2',
      'contact',
      {
        about: her,
        named: [him],
        day: day(-113),
        gist: 'We had come; they knew of the postponement before us',
        direction: 'by-mission',
        channel: 'secure-message',
        purposes: ['feedback'],
      },
      { closes: bothTold('oskel-observation-2', -113, 'mixed') },
    ),
    log('ines', -112, 'oskel-hearing-3', 'hearing', {
      ...both,
      start: start(-80),
      court,
      previous: castEntry('oskel-hearing-2'),
      confirmed: false,
      observers: shared('invited'),
    }),
    log(
      'ines',
      -95,
      'oskel-renewal',
      'contact',
      {
        about: her,
        named: [him],
        day: day(-95),
        gist: 'Both agree again: attend, speak to the ministry, no press',
        direction: 'by-mission',
        channel: 'in-person',
        purposes: ['consent', 'visit'],
      },
      {
        consent: [
          said(calendar, -95, {
            about: her,
            preset: 'officials',
            reviewOn: day(6),
            validity: { kind: 'until', day: day(6) },
            limits: 'Sit at the back, talk to nobody about me.',
          }),
          said(calendar, -95, {
            about: him,
            preset: 'officials',
            reviewOn: day(30),
            validity: { kind: 'until', day: day(120) },
          }),
        ],
        closes: [
          {
            duty: consentDutyOf('oskel-asks-for-observers', 'consent-review'),
            outcome: 'done',
            on: day(-95),
          },
        ],
      },
    ),
    change('ines', -89, 'oskel-defender', { riskReview: day(26) }),
    change('ines', -83, 'oskel-hearing-3', {
      outcome: 'postponed',
      postponedWhy: 'The prosecutor asked for time',
    }),
    log('ines', -82, 'oskel-hearing-4', 'hearing', {
      ...both,
      start: start(-38),
      court,
      room: '2',
      dateSource: 'court-list',
      previous: castEntry('oskel-hearing-3'),
      confirmed: true,
      observers: shared('confirmed'),
    }),
    log('tomas', -44, 'oskel-observation-4', 'trial-observation', {
      ...watched,
      hearing: castEntry('oskel-hearing-4'),
      day: calendar.court(-38),
      step: 'planned',
      notice: 'at-the-door',
    }),
    change('tomas', -37, 'oskel-hearing-4', { outcome: 'held', type: 'open' }),
    change('tomas', -37, 'oskel-observation-4', {
      step: 'done',
      access: 'refused',
      accessGround: 'full-room',
      press: 'silent',
      present: ['other-missions'],
      otherMissions: 2,
      appraisal: 'concerns',
      note: 'A room for twelve; the corridor was full of students on an outing.',
      nextHearing: start(-9),
    }),
    log(
      'tomas',
      -35,
      'oskel-told-4',
      'contact',
      {
        about: her,
        named: [him],
        day: day(-35),
        gist: 'Told both that the room was full and that we wrote to nobody about it',
        direction: 'by-mission',
        channel: 'secure-message',
        purposes: ['feedback'],
      },
      { closes: bothTold('oskel-observation-4', -35, 'mixed') },
    ),
    log('ines', -34, 'oskel-hearing-5', 'hearing', {
      ...both,
      start: start(-9),
      court,
      room: '2',
      previous: castEntry('oskel-hearing-4'),
      confirmed: true,
      observers: shared('confirmed'),
    }),
    change('ines', -10, 'oskel-hearing-5', {
      outcome: 'postponed',
      postponedWhy: 'The bench was not complete',
    }),
    log('ines', -8, 'oskel-hearing-6', 'hearing', {
      ...both,
      start: start(5),
      court,
      room: '4',
      dateSource: 'court-list',
      previous: castEntry('oskel-hearing-5'),
      confirmed: true,
      observers: shared('invited'),
    }),
  ];
}
