/** Brenland's own book: the Oskel trial as its observers saw it, and a librarian under pressure. */

import { type Act, asPerson, change, dutyOf, log, name, said, told } from '../act.ts';
import { type Calendar, zone } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const { brenlandOskelDefender: her, brenlandLibrarian: librarian, brenlandOskelCase } = castCodes;
const court = 'Oskel District Court';

export function brenland(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const inCourt = { about: her, proceeding: castEntry('brenland-oskel-proceeding') };
  const observers = (state: string) => [
    { id: 'o1', mission: 'aldermark', role: 'diplomat', part: 'lead', state },
    { id: 'o2', mission: 'brenland', who: asPerson('anouk'), role: 'diplomat', part: 'member', state },
  ];
  return [
    log('joris', -183, 'brenland-oskel-defender', 'defender', {
      about: her,
      unit: 'individual',
      riskLevel: 'medium',
      riskReview: day(45),
      fieldsOfWork: ['environment-land'],
      placeClass: 'regional-town',
    }),
    name('joris', -183, her, { fullName: 'Тамара Водянская', nationality: 'Varosia' }),
    log(
      'joris',
      -182,
      'brenland-oskel-contact',
      'contact',
      {
        about: her,
        day: day(-182),
        gist: 'Asked us too for someone in the room in Oskel',
        direction: 'by-defender',
        channel: 'secure-message',
        purposes: ['request-for-help', 'consent'],
        asked: ['trial-observation'],
        told: ['can'],
      },
      {
        consent: [
          said(calendar, -182, {
            about: her,
            preset: 'officials',
            reviewOn: day(25),
            validity: { kind: 'until', day: day(50) },
          }),
        ],
      },
    ),
    log('joris', -181, 'brenland-oskel-case', 'case', {
      about: brenlandOskelCase,
      named: [her],
      gist: 'Oskel, after the vigil',
      state: 'open',
      kind: 'prosecution',
      openedOn: day(-181),
    }),
    log('joris', -181, 'brenland-oskel-proceeding', 'proceeding', {
      about: her,
      inCase: castEntry('brenland-oskel-case'),
      kind: 'criminal',
      court,
      stage: 'pre-trial',
    }),
    log('anouk', -164, 'brenland-oskel-hearing-1', 'hearing', {
      ...inCourt,
      start: { day: calendar.court(-150), time: '10:00', zone },
      court,
      dateSource: 'other-mission',
      confirmed: true,
      observers: observers('confirmed'),
    }),
    log('anouk', -158, 'brenland-oskel-observation-1', 'trial-observation', {
      ...inCourt,
      hearing: castEntry('brenland-oskel-hearing-1'),
      day: calendar.court(-150),
      step: 'planned',
      basis: 'for-defender',
      askedFirst: 'lawyer',
      notice: 'at-the-door',
    }),
    change('anouk', -148, 'brenland-oskel-hearing-1', {
      outcome: 'held',
      type: 'open',
      observers: observers('done'),
    }),
    change('anouk', -148, 'brenland-oskel-observation-1', {
      step: 'done',
      access: 'admitted',
      nonIntervention: true,
      press: 'silent',
      present: ['accused', 'counsel', 'family'],
      otherMissions: 2,
      torture: 'none',
      appraisal: 'concerns',
    }),
    log(
      'joris',
      -144,
      'brenland-oskel-told',
      'contact',
      {
        about: her,
        day: day(-144),
        gist: 'Told her that our notes agree with those of the others',
        direction: 'by-mission',
        channel: 'secure-message',
        purposes: ['feedback'],
      },
      { closes: [told(calendar, -144, dutyOf('brenland-oskel-observation-1', 'feedback'), 'satisfied')] },
    ),
    log('anouk', -33, 'brenland-librarian', 'defender', {
      about: librarian,
      unit: 'individual',
      riskLevel: 'medium',
      riskReview: day(5),
      fieldsOfWork: ['economic-social-cultural'],
      occupations: ['other'],
      placeClass: 'regional-town',
    }),
    name('anouk', -33, librarian, { fullName: 'Κλειώ Βαρδαλάχου', nationality: 'Varosia' }),
    log(
      'anouk',
      -32,
      'brenland-librarian-contact',
      'contact',
      {
        about: librarian,
        day: day(-32),
        gist: 'Asked to name the readers of a Thursday circle; refused, and fears for her post',
        direction: 'by-defender',
        channel: 'in-person',
        purposes: ['threat', 'consent'],
        promises: [
          {
            id: 'p1',
            what: 'Ask how dismissals of librarians are appealed',
            owner: asPerson('joris'),
            due: day(1),
          },
        ],
      },
      { consent: [said(calendar, -32, { about: librarian })] },
    ),
    log('anouk', -7, 'brenland-oskel-hearing-6', 'hearing', {
      ...inCourt,
      start: { day: calendar.court(5), time: '10:00', zone },
      court,
      dateSource: 'other-mission',
      confirmed: true,
      observers: [
        {
          id: 'o1',
          mission: 'brenland',
          who: asPerson('anouk'),
          role: 'diplomat',
          part: 'member',
          state: 'invited',
        },
      ],
    }),
  ];
}
