/** A trade unionist who refused publicity but agreed to a démarche; judged, and the days to appeal are running. */

import { type Act, asPerson, change, dutyOf, kept, log, name, said, told } from '../act.ts';
import { type Calendar, zone } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const { unionist: him, strikeCase } = castCodes;
const court = 'Meren City Court';

export function unionist(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const inCourt = { about: him, proceeding: castEntry('strike-proceeding') };
  const start = (n: number) => ({ day: calendar.court(n), time: '10:30', zone });
  const watched = { ...inCourt, basis: 'for-defender', askedFirst: 'defender' };
  const observers = (state: string) => [
    { id: 'o1', mission: 'aldermark', who: asPerson('tomas'), role: 'diplomat', part: 'lead', state },
    { id: 'o2', mission: 'corvia', role: 'diplomat', part: 'member', state },
  ];
  return [
    log('tomas', -160, 'unionist', 'defender', {
      about: him,
      unit: 'individual',
      riskLevel: 'medium',
      riskReview: day(40),
      fieldsOfWork: ['labour'],
      occupations: ['trade-unionist'],
      placeClass: 'regional-town',
      safeChannels: [{ id: 'c1', channel: 'phone' }],
    }),
    name('tomas', -160, him, { fullName: 'Գարեգին Ծովասարյան', nationality: 'Varosia' }),
    log(
      'tomas',
      -159,
      'unionist-first-meeting',
      'contact',
      {
        about: him,
        day: day(-159),
        gist: 'Charged after the strike at the Lower Brae works; asks for a démarche, refuses any statement',
        direction: 'by-defender',
        channel: 'in-person',
        place: 'mission',
        purposes: ['request-for-help', 'consent'],
        asked: ['demarche', 'trial-observation'],
        told: ['can', 'risk-told'],
      },
      {
        consent: [
          said(calendar, -159, {
            about: him,
            preset: 'officials',
            limits: 'Not a word to the papers: the men would lose their posts.',
          }),
        ],
      },
    ),
    log('tomas', -158, 'unionist-recognition', 'recognition', {
      about: him,
      day: day(-158),
      does: 'Organises workers of the Lower Brae works.',
      peacefulMeans: 'Negotiation, strike announced in advance.',
      violenceClaim: 'not-decisive',
      reason: 'A window was broken by others; he had sent people home.',
      result: 'qualifies',
    }),
    log('tomas', -157, 'strike-case', 'case', {
      about: strikeCase,
      named: [him],
      gist: 'Charges after the strike at Lower Brae',
      state: 'open',
      kind: 'prosecution',
      lead: asPerson('tomas'),
      openedOn: day(-157),
    }),
    log('tomas', -157, 'strike-proceeding', 'proceeding', {
      about: him,
      inCase: castEntry('strike-case'),
      kind: 'criminal',
      court,
      stage: 'main-hearing',
      defendants: [
        {
          id: 'd1',
          code: him,
          charge: 'Blocking a road',
          article: '226',
          chargeStage: 'indicted',
          linkedToWork: 'yes',
          counsel: ['chosen'],
        },
      ],
    }),
    log('greta', -140, 'ministry-of-labour', 'contact', {
      otherParty: 'authority',
      day: day(-140),
      gist: 'Asked the Ministry of Labour how strikes announced in advance are treated; no name given',
      direction: 'by-mission',
      channel: 'in-person',
      registryNumber: 'MER-0151',
    }),
    log(
      'tomas',
      -88,
      'unionist-renewal',
      'contact',
      {
        about: him,
        day: day(-88),
        gist: 'Same as before: officials yes, papers no; wants us in court on the day',
        direction: 'by-mission',
        channel: 'phone',
        purposes: ['consent'],
        asked: ['trial-observation'],
        told: ['can'],
      },
      {
        consent: [
          said(calendar, -88, {
            about: him,
            preset: 'officials',
            channel: 'phone',
            reviewOn: day(20),
            limits: 'Not a word to the papers.',
          }),
        ],
      },
    ),
    log('tomas', -86, 'strike-hearing-1', 'hearing', {
      ...inCourt,
      start: start(-70),
      court,
      room: '11',
      dateSource: 'defender',
      confirmed: true,
      observers: observers('confirmed'),
    }),
    log('tomas', -74, 'strike-observation-1', 'trial-observation', {
      ...watched,
      hearing: castEntry('strike-hearing-1'),
      day: calendar.court(-70),
      step: 'planned',
      notice: 'court-president',
    }),
    change('tomas', -69, 'strike-hearing-1', { outcome: 'held', type: 'open', observers: observers('done') }),
    change('tomas', -69, 'strike-observation-1', {
      step: 'done',
      access: 'admitted',
      nonIntervention: true,
      press: 'agreed-line',
      present: ['accused', 'counsel', 'press', 'other-missions'],
      otherMissions: 1,
      fairTrial: {
        witnesses: { answer: 'respected', basis: 'own' },
        equality: { answer: 'respected', basis: 'own' },
      },
      torture: 'none',
      appraisal: 'respected',
      nextHearing: start(-16),
    }),
    log(
      'tomas',
      -66,
      'unionist-told-1',
      'contact',
      {
        about: him,
        day: day(-66),
        gist: 'Told him what we wrote down; he offered to bring tea next time',
        direction: 'by-mission',
        channel: 'phone',
        purposes: ['feedback'],
      },
      { closes: [told(calendar, -66, dutyOf('strike-observation-1', 'feedback'), 'satisfied')] },
    ),
    log('tomas', -65, 'strike-hearing-2', 'hearing', {
      ...inCourt,
      start: start(-16),
      court,
      room: '11',
      previous: castEntry('strike-hearing-1'),
      dateSource: 'court-list',
      confirmed: true,
      observers: observers('confirmed'),
    }),
    log('tomas', -24, 'strike-observation-2', 'trial-observation', {
      ...watched,
      hearing: castEntry('strike-hearing-2'),
      day: calendar.court(-16),
      step: 'planned',
      notice: 'at-the-door',
    }),
    change('tomas', -15, 'strike-hearing-2', { outcome: 'held', type: 'open', observers: observers('done') }),
    change('tomas', -15, 'strike-observation-2', {
      step: 'done',
      access: 'admitted',
      nonIntervention: true,
      press: 'silent',
      present: ['accused', 'counsel', 'press', 'other-missions'],
      otherMissions: 1,
      torture: 'none',
      appraisal: 'respected',
    }),
    change('tomas', -15, 'strike-proceeding', {
      stage: 'verdict',
      reasonsDue: day(4),
      defendants: [
        {
          id: 'd1',
          code: him,
          charge: 'Blocking a road',
          article: '226',
          chargeStage: 'indicted',
          linkedToWork: 'yes',
          counsel: ['chosen'],
          verdict: 'partly-convicted',
          verdictOn: calendar.court(-16),
          sentence: ['fine'],
          sentenceText: 'A fine of two months of pay',
          appealDeadline: day(6),
        },
      ],
    }),
    log(
      'tomas',
      -13,
      'unionist-told-2',
      'contact',
      {
        about: him,
        day: day(-13),
        gist: 'Will appeal once the written reasons are there; asked for a lawyer for the men of the second shift',
        direction: 'by-defender',
        channel: 'phone',
        purposes: ['feedback'],
        asked: ['legal-aid'],
        told: ['can'],
        promises: [
          { id: 'p1', what: 'Send three names of labour lawyers', owner: asPerson('ines'), due: day(-8) },
        ],
      },
      { closes: [told(calendar, -13, dutyOf('strike-observation-2', 'feedback'), 'mixed')] },
    ),
    log(
      'ines',
      -8,
      'unionist-lawyers',
      'contact',
      {
        about: him,
        day: day(-8),
        gist: 'Sent three names of labour lawyers',
        direction: 'by-mission',
        channel: 'phone',
        purposes: ['follow-up'],
      },
      { closes: [kept(calendar, -8, dutyOf('unionist-told-2', 'follow-up', 'p1'))] },
    ),
  ];
}
