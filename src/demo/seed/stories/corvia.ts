/** Corvia's own book: the strike trial from the second row, and a translator who lost his work. */

import { type Act, asPerson, change, log, name, said } from '../act.ts';
import { type Calendar, zone } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const { corviaUnionist: him, corviaTranslator: translator, corviaStrikeCase } = castCodes;
const court = 'Meren City Court';

export function corvia(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const inCourt = { about: him, proceeding: castEntry('corvia-strike-proceeding') };
  const observers = [
    {
      id: 'o1',
      mission: 'corvia',
      who: asPerson('lucia'),
      role: 'diplomat',
      part: 'member',
      state: 'confirmed',
    },
  ];
  return [
    log('lucia', -212, 'corvia-translator', 'defender', {
      about: translator,
      unit: 'individual',
      riskLevel: 'low',
      riskReview: day(70),
      fieldsOfWork: ['minority-indigenous'],
      placeClass: 'capital',
    }),
    name('lucia', -212, translator, { fullName: 'Əhməd Çıraqzadə', nationality: 'Varosia' }),
    log(
      'lucia',
      -211,
      'corvia-translator-contact',
      'contact',
      {
        about: translator,
        day: day(-211),
        gist: 'No court books him any more since he put a complaint into plain words',
        direction: 'by-defender',
        channel: 'in-person',
        purposes: ['request-for-help', 'consent'],
        asked: ['ngo-link'],
        told: ['can'],
      },
      { consent: [said(calendar, -211, { about: translator })] },
    ),
    log('nadia', -177, 'corvia-translator-linked', 'contact', {
      about: translator,
      day: day(-177),
      gist: 'Put him in touch with two organisations that need translators',
      direction: 'by-mission',
      channel: 'e-mail',
      purposes: ['follow-up'],
    }),
    log('lucia', -90, 'corvia-unionist', 'defender', {
      about: him,
      unit: 'individual',
      riskLevel: 'medium',
      riskReview: day(4),
      fieldsOfWork: ['labour'],
      occupations: ['trade-unionist'],
    }),
    log(
      'lucia',
      -89,
      'corvia-unionist-contact',
      'contact',
      {
        about: him,
        day: day(-89),
        gist: 'Wants several missions in the room, and no paper to write of it',
        direction: 'by-third-party',
        channel: 'through-lawyer-or-ngo',
        purposes: ['request-for-help', 'consent'],
        asked: ['trial-observation'],
        told: ['can'],
      },
      {
        consent: [
          said(calendar, -89, { about: him, preset: 'officials', howWeKnow: 'introduced', reviewOn: day(9) }),
        ],
      },
    ),
    log('lucia', -88, 'corvia-strike-case', 'case', {
      about: corviaStrikeCase,
      named: [him],
      gist: 'Charges after the strike at Lower Brae',
      state: 'open',
      kind: 'prosecution',
      openedOn: day(-88),
    }),
    log('lucia', -88, 'corvia-strike-proceeding', 'proceeding', {
      about: him,
      inCase: castEntry('corvia-strike-case'),
      kind: 'criminal',
      court,
      stage: 'main-hearing',
    }),
    log('lucia', -60, 'corvia-strike-hearing', 'hearing', {
      ...inCourt,
      start: { day: calendar.court(-16), time: '10:30', zone },
      court,
      room: '11',
      dateSource: 'other-mission',
      confirmed: true,
      observers,
    }),
    log('lucia', -22, 'corvia-strike-observation', 'trial-observation', {
      ...inCourt,
      hearing: castEntry('corvia-strike-hearing'),
      day: calendar.court(-16),
      step: 'planned',
      basis: 'for-defender',
      askedFirst: 'lawyer',
      notice: 'at-the-door',
    }),
    change('lucia', -14, 'corvia-strike-hearing', { outcome: 'held', type: 'open' }),
    change('lucia', -14, 'corvia-strike-observation', {
      step: 'done',
      access: 'admitted',
      nonIntervention: true,
      press: 'silent',
      present: ['accused', 'counsel', 'press', 'other-missions'],
      otherMissions: 1,
      torture: 'none',
      appraisal: 'respected',
    }),
  ];
}
