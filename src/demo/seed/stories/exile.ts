/** A defender in exile: his mother at home, his voice abroad. */

import { type Act, log, name, said } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes } from '../cast.ts';

const { exile: him } = castCodes;

export function exile(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  return [
    log('ines', -252, 'exile', 'defender', {
      about: him,
      unit: 'individual',
      riskLevel: 'low',
      riskReview: day(80),
      fieldsOfWork: ['democracy'],
      occupations: ['academic'],
      placeClass: 'in-exile',
      safeChannels: [{ id: 'c1', channel: 'e-mail' }],
    }),
    name('ines', -252, him, { fullName: 'Юзеф Каэтановіч-Гай', nationality: 'Varosia' }),
    log('ines', -252, 'exile-leaves', 'status-change', {
      about: him,
      status: 'exiled',
      day: day(-259),
      source: 'defender',
    }),
    log(
      'ines',
      -251,
      'exile-first-meeting',
      'contact',
      {
        about: him,
        day: day(-251),
        gist: 'Left in a night; asks that his lectures stay on line and his mother is visited',
        direction: 'by-defender',
        channel: 'secure-call',
        purposes: ['request-for-help', 'consent'],
        asked: ['family-visit'],
        told: ['can'],
      },
      {
        consent: [said(calendar, -251, { about: him, preset: 'public-with-name', channel: 'secure-call' })],
      },
    ),
    log('tomas', -226, 'exile-mother-visited', 'contact', {
      about: him,
      otherParty: 'family',
      day: day(-226),
      gist: 'Visited his mother in Tarvin: well, proud, a little deaf',
      direction: 'by-mission',
      channel: 'field-visit',
      place: 'remote-field',
      purposes: ['visit'],
    }),
    log(
      'ines',
      -168,
      'exile-renewal',
      'contact',
      {
        about: him,
        day: day(-168),
        gist: 'Fewer words in public from now on; quiet contacts as before',
        direction: 'by-mission',
        channel: 'e-mail',
        purposes: ['consent'],
      },
      {
        consent: [
          said(calendar, -168, {
            about: him,
            channel: 'e-mail',
            reviewOn: day(12),
            validity: { kind: 'until', day: day(12) },
          }),
        ],
      },
    ),
  ];
}
