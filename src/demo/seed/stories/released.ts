/** A released long-term prisoner who takes back what he had agreed to: a planned observation halts. */

import { type Act, asPerson, dutyOf, log, name, said, takenBack, told } from '../act.ts';
import { type Calendar, zone } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const { releasedPrisoner: him } = castCodes;

export function released(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const inCourt = { about: him, proceeding: castEntry('supervision') };
  const court = 'Oskel District Court';
  return [
    log('tomas', -195, 'released', 'defender', {
      about: him,
      unit: 'individual',
      riskLevel: 'medium',
      riskReview: day(55),
      fieldsOfWork: ['civil-political'],
      placeClass: 'remote-or-rural',
      safeChannels: [{ id: 'c1', channel: 'letter' }],
    }),
    name('tomas', -195, him, { fullName: 'Øyvind Årstad-Ñandú', nationality: 'Varosia' }),
    log('tomas', -195, 'released-serving', 'status-change', {
      about: him,
      status: 'serving',
      day: day(-195),
      source: 'ngo-national',
      heldIn: 'prison',
      facility: 'Oskel Colony',
    }),
    log('tomas', -130, 'released-comes-home', 'status-change', {
      about: him,
      status: 'released',
      day: day(-131),
      source: 'family',
      familyTold: true,
    }),
    log('greta', -128, 'released-received', 'contact', {
      about: him,
      day: day(-128),
      gist: 'Received him with his sister: eleven years, seven of them alone',
      direction: 'by-mission',
      channel: 'in-person',
      place: 'mission',
      purposes: ['visit'],
    }),
    log('tomas', -111, 'supervision', 'proceeding', {
      about: him,
      kind: 'administrative',
      court,
      stage: 'main-hearing',
      defendants: [{ id: 'd1', code: him, charge: 'Order of supervision', counsel: ['none'] }],
    }),
    log('tomas', -111, 'supervision-hearing-1', 'hearing', {
      ...inCourt,
      start: { day: calendar.court(-111), time: '15:00', zone },
      court,
      dateSource: 'family',
      outcome: 'held',
      type: 'open',
    }),
    log('tomas', -110, 'supervision-observation-1', 'trial-observation', {
      ...inCourt,
      hearing: castEntry('supervision-hearing-1'),
      day: calendar.court(-111),
      step: 'done',
      basis: 'for-defender',
      askedFirst: 'not-possible',
      notice: 'at-the-door',
      access: 'admitted',
      nonIntervention: true,
      press: 'silent',
      present: ['accused'],
      withoutConsentWhy:
        'His sister called an hour before; he could not be reached and had no lawyer to ask.',
    }),
    log(
      'tomas',
      -108,
      'released-told',
      'contact',
      {
        about: him,
        day: day(-108),
        gist: 'Told him that we had come without asking; he did not mind, this once',
        direction: 'by-mission',
        channel: 'letter',
        purposes: ['feedback'],
      },
      {
        closes: [told(calendar, -108, dutyOf('supervision-observation-1', 'told-without-consent'), 'mixed')],
      },
    ),
    log(
      'tomas',
      -43,
      'released-asks',
      'contact',
      {
        about: him,
        day: day(-43),
        gist: 'Asked us to be there when the order is reviewed',
        direction: 'by-defender',
        channel: 'letter',
        purposes: ['request-for-help', 'consent'],
        asked: ['trial-observation'],
        told: ['can'],
      },
      {
        consent: [
          said(calendar, -43, {
            about: him,
            preset: 'officials',
            channel: 'letter',
            evidence: { form: 'written', where: 'Letter, own file' },
          }),
        ],
      },
    ),
    log('tomas', -42, 'supervision-hearing-2', 'hearing', {
      ...inCourt,
      start: { day: calendar.court(9), time: '15:00', zone },
      court,
      dateSource: 'court-list',
      previous: castEntry('supervision-hearing-1'),
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
    log('tomas', -20, 'supervision-observation-2', 'trial-observation', {
      ...inCourt,
      hearing: castEntry('supervision-hearing-2'),
      day: calendar.court(9),
      step: 'planned',
      basis: 'for-defender',
      askedFirst: 'defender',
      notice: 'none',
    }),
    {
      key: 'released-withdraws',
      who: 'tomas',
      day: -4,
      does: {
        act: 'withdraw',
        consent: takenBack(him, [], 'I want no court to be reminded of me. Stay away, and thank you.'),
      },
    },
    log('tomas', -4, 'released-wrote', 'contact', {
      about: him,
      day: day(-5),
      gist: 'Wrote that he takes everything back; nobody is to come to the review',
      direction: 'by-defender',
      channel: 'letter',
      purposes: ['consent'],
    }),
  ];
}
