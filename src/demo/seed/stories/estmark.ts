/** Estmark's own book, ten weeks old: two people met so far. */

import { type Act, asPerson, change, dutyOf, kept, log, name, said } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes } from '../cast.ts';

const { estmarkStudent: student, estmarkArchivist: archivist } = castCodes;

export function estmark(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  return [
    log('kaja', -68, 'estmark-circle', 'contact', {
      otherParty: 'other-mission',
      day: day(-68),
      gist: 'First meeting with the circle; the key of our head of mission is still to be compared in person',
      direction: 'by-mission',
      channel: 'in-person',
    }),
    log('kaja', -64, 'estmark-student', 'defender', {
      about: student,
      unit: 'individual',
      riskLevel: 'medium',
      riskReview: day(6),
      fieldsOfWork: ['civil-political'],
      placeClass: 'capital',
      safeChannels: [{ id: 'c1', channel: 'secure-message' }],
    }),
    name('kaja', -64, student, { fullName: 'Tõnn Õnnelaht-Šahriari', nationality: 'Varosia' }),
    log(
      'kaja',
      -63,
      'estmark-student-contact',
      'contact',
      {
        about: student,
        day: day(-63),
        gist: 'Suspended from the university for a banner; asks for a letter to the rector',
        direction: 'by-defender',
        channel: 'secure-message',
        purposes: ['request-for-help', 'consent'],
        asked: ['good-offices'],
        told: ['can', 'risk-told'],
        promises: [
          {
            id: 'p1',
            what: 'Ask the head of mission for a word with the rector',
            owner: asPerson('kaja'),
            due: day(-50),
          },
        ],
      },
      { consent: [said(calendar, -63, { about: student, preset: 'officials' })] },
    ),
    log('kaja', -61, 'estmark-student-recognition', 'recognition', {
      about: student,
      day: day(-61),
      does: 'Speaks for students before the university.',
      peacefulMeans: 'Banners, petitions.',
      violenceClaim: 'none',
      result: 'qualifies',
    }),
    log(
      'rein',
      -51,
      'estmark-rector',
      'contact',
      {
        otherParty: 'authority',
        day: day(-51),
        gist: 'A word with the rector at the reception; he will look into it',
        direction: 'by-mission',
        channel: 'event',
      },
      { closes: [kept(calendar, -51, dutyOf('estmark-student-contact', 'follow-up', 'p1'))] },
    ),
    log('kaja', -30, 'estmark-archivist', 'defender', {
      about: archivist,
      unit: 'individual',
      riskLevel: 'low',
      riskReview: day(90),
      fieldsOfWork: ['democracy'],
      onlyThemStart: true,
    }),
    log(
      'kaja',
      -29,
      'estmark-archivist-contact',
      'contact',
      {
        about: archivist,
        day: day(-29),
        gist: 'Keeps papers of the old prisons; will call when she needs us',
        direction: 'by-defender',
        channel: 'by-chance',
        purposes: ['routine', 'consent'],
      },
      { consent: [said(calendar, -29, { about: archivist, preset: 'ask-each-time', reviewOn: day(7) })] },
    ),
    change('kaja', -29, 'estmark-archivist', { safeHours: 'Mornings' }),
    log('kaja', -6, 'estmark-student-again', 'contact', {
      about: student,
      day: day(-6),
      gist: 'The suspension stands; asks whether an appeal is known to help',
      direction: 'by-defender',
      channel: 'secure-message',
      purposes: ['request-for-help'],
      promises: [
        { id: 'p1', what: 'Ask the circle about appeals of students', owner: asPerson('kaja'), due: day(2) },
      ],
    }),
  ];
}
