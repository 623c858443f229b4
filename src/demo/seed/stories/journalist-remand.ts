/** The journalist in remand: closed and half-open hearings, a refused visit, one with guards in hearing, and what still waits. */

import { type Act, asPerson, change, dutyOf, log, said, told } from '../act.ts';
import { type Calendar, zone } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const { journalist: her } = castCodes;
const court = 'Meren City Court';

export function journalistRemand(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const inCourt = { about: her, proceeding: castEntry('journalist-proceeding') };
  const start = (n: number, time = '11:00') => ({ day: calendar.court(n), time, zone });
  const watched = { ...inCourt, basis: 'for-defender', askedFirst: 'family' };
  return [
    log('ines', -60, 'journalist-hearing-1', 'hearing', {
      ...inCourt,
      start: start(-58, '16:00'),
      court,
      dateSource: 'lawyer',
      confirmed: true,
      observers: [
        {
          id: 'o1',
          mission: 'aldermark',
          who: asPerson('ines'),
          role: 'diplomat',
          part: 'lead',
          state: 'confirmed',
        },
      ],
    }),
    log('ines', -60, 'journalist-observation-1', 'trial-observation', {
      ...watched,
      hearing: castEntry('journalist-hearing-1'),
      day: calendar.court(-58),
      step: 'planned',
      notice: 'none',
    }),
    change('ines', -57, 'journalist-hearing-1', {
      outcome: 'held',
      type: 'closed-by-decision',
      ground: 'national-security',
    }),
    change('ines', -57, 'journalist-observation-1', {
      step: 'done',
      access: 'closed',
      press: 'silent',
      present: ['counsel'],
      appraisal: 'serious-concerns',
      fairTrial: {
        'public-hearing': {
          answer: 'violated',
          note: 'Closed for national security; no reasons read',
          basis: 'own',
        },
      },
    }),
    log(
      'ines',
      -56,
      'journalist-told-1',
      'contact',
      {
        about: her,
        otherParty: 'family',
        day: day(-56),
        gist: 'Told her mother that the door was shut and that we waited until the end',
        direction: 'by-mission',
        channel: 'in-person',
        purposes: ['feedback'],
      },
      { closes: [told(calendar, -56, dutyOf('journalist-observation-1', 'feedback'), 'mixed')] },
    ),
    log('tomas', -46, 'remand-centre-refuses', 'contact', {
      about: her,
      otherParty: 'authority',
      day: day(-46),
      gist: 'The remand centre turned our visit away at the gate: "no visits on this article"',
      direction: 'by-mission',
      channel: 'in-person',
      place: 'prison',
      purposes: ['visit'],
    }),
    log('ines', -37, 'journalist-hearing-2', 'hearing', {
      ...inCourt,
      start: start(-31),
      court: 'Court of Appeal',
      dateSource: 'court-list',
      confirmed: true,
      observers: [
        {
          id: 'o1',
          mission: 'aldermark',
          who: asPerson('ines'),
          role: 'diplomat',
          part: 'member',
          state: 'confirmed',
        },
        { id: 'o2', mission: 'western-union', role: 'head-of-mission', part: 'lead', state: 'confirmed' },
      ],
    }),
    log('ines', -36, 'journalist-observation-2', 'trial-observation', {
      ...watched,
      hearing: castEntry('journalist-hearing-2'),
      day: calendar.court(-31),
      step: 'planned',
      notice: 'at-the-door',
    }),
    change('ines', -30, 'journalist-hearing-2', { outcome: 'held', type: 'open' }),
    change('ines', -30, 'journalist-observation-2', {
      step: 'done',
      access: 'partly',
      accessGround: 'full-room',
      press: 'silent',
      nonIntervention: true,
      present: ['accused', 'counsel', 'family', 'other-missions', 'supporters-removed'],
      otherMissions: 1,
      condition: ['unwell', 'cage'],
      torture: 'raised-and-ignored',
      appraisal: 'serious-concerns',
      fairTrial: {
        'public-hearing': { answer: 'concern', note: 'Supporters were kept in the corridor', basis: 'own' },
        'time-and-counsel': {
          answer: 'violated',
          note: 'Ten minutes with counsel before the hearing',
          basis: 'reported',
        },
        'no-compelled-confession': { answer: 'concern', basis: 'reported' },
      },
      events: [
        { id: 'e1', time: '11:25', what: 'Counsel said that she had been kept standing; the bench moved on' },
      ],
      nextHearing: start(-7),
    }),
    log(
      'ines',
      -28,
      'journalist-told-2',
      'contact',
      {
        about: her,
        otherParty: 'family',
        day: day(-28),
        gist: 'Told her mother what we saw; she asked for word of her health each week',
        direction: 'by-mission',
        channel: 'in-person',
        purposes: ['feedback'],
      },
      { closes: [told(calendar, -28, dutyOf('journalist-observation-2', 'feedback'), 'satisfied')] },
    ),
    change('ines', -28, 'journalist', { riskReview: day(12), needs: ['medical', 'contact-with-detained'] }),
    log('ines', -27, 'journalist-hearing-3', 'hearing', {
      ...inCourt,
      start: start(-7),
      court,
      dateSource: 'court-list',
      previous: castEntry('journalist-hearing-2'),
      confirmed: true,
      observers: [
        {
          id: 'o1',
          mission: 'aldermark',
          who: asPerson('tomas'),
          role: 'diplomat',
          part: 'lead',
          state: 'confirmed',
        },
      ],
    }),
    log(
      'tomas',
      -21,
      'visit-with-guards',
      'contact',
      {
        about: her,
        day: day(-21),
        gist: 'A visit of ten minutes with staff in hearing: thin, asked for glasses and for a statement',
        direction: 'by-mission',
        channel: 'field-visit',
        place: 'prison',
        purposes: ['visit', 'consent'],
        asked: ['statement', 'family-parcels-and-travel'],
        told: ['cannot', 'risk-told'],
        toldNote: 'Nothing said before guards counts; we confirm with her lawyer.',
      },
      {
        consent: [
          said(calendar, -21, {
            about: her,
            outcome: 'given',
            freeToSpeak: 'no',
            channel: 'field-visit',
            informed: ['purpose'],
            grants: [
              {
                action: 'publicity',
                audiences: ['public'],
                identity: 'full-name',
                categories: ['legal'],
                text: { mode: 'points', may: 'That I need my glasses' },
              },
            ],
            refuses: [],
            reviewOn: day(20),
            limits: 'Confirm with my lawyer.',
          }),
        ],
      },
    ),
    log('tomas', -16, 'journalist-observation-3', 'trial-observation', {
      ...watched,
      hearing: castEntry('journalist-hearing-3'),
      day: calendar.court(-7),
      step: 'planned',
      notice: 'at-the-door',
    }),
    log('ines', -9, 'journalist-parcel', 'contact', {
      about: her,
      otherParty: 'family',
      day: day(-9),
      gist: 'Her mother asked what a parcel may hold and whether we can bring the glasses',
      direction: 'by-third-party',
      channel: 'secure-call',
      purposes: ['request-for-help'],
      asked: ['family-parcels-and-travel'],
      told: ['can'],
      promises: [
        { id: 'p1', what: 'Send the list of what a parcel may hold', owner: asPerson('tomas'), due: day(2) },
      ],
    }),
    change('tomas', -6, 'journalist-hearing-3', { outcome: 'held', type: 'open' }),
    change('tomas', -6, 'journalist-observation-3', {
      step: 'done',
      access: 'admitted',
      nonIntervention: true,
      press: 'silent',
      present: ['accused', 'counsel', 'family', 'press'],
      condition: ['unwell', 'handcuffs'],
      torture: 'raised-reaction-unclear',
      appraisal: 'concerns',
      fairTrial: {
        'public-hearing': { answer: 'respected', basis: 'own' },
        'no-undue-delay': { answer: 'concern', note: 'Remand extended in four minutes', basis: 'own' },
      },
    }),
    log('ines', -1, 'journalist-hearing-4', 'hearing', {
      ...inCourt,
      start: start(1, '09:30'),
      court: 'Court of Appeal',
      dateSource: 'lawyer',
      confirmed: true,
      previous: castEntry('journalist-hearing-3'),
      note: 'Set this afternoon; her lawyer heard by chance.',
    }),
    { key: 'look at the journalist', who: 'tomas', day: -1, does: { act: 'look', code: her } },
  ];
}
