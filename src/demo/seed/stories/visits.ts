/** Visits: turned away at the gate, let in with staff in hearing, a family seen at home, and who else protects people here. */

import { type Act, asPerson, change, dutyOf, log, told } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const { journalist: her, coAccused: him } = castCodes;

export function visits(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const centre = { about: her, type: 'remand-centre', facility: 'Meren Remand Centre No. 2' };
  const asked = {
    ...centre,
    askedTo: 'prison-administration',
    askedBy: 'note-verbale',
    legalBasis: ['courtesy', 'un-rule'],
    whoseNational: 'not-ours',
    proposed: [{ id: 'p1', mission: 'aldermark', who: asPerson('tomas') }],
  };
  return [
    log('tomas', -55, 'visit-at-the-gate', 'prison-visit', {
      ...asked,
      step: 'asked',
      askedOn: day(-55),
      ourReference: 'NV 188',
      requestedFor: day(-46),
    }),
    change('tomas', -46, 'visit-at-the-gate', {
      step: 'answered',
      answer: 'cancelled-at-gate',
      answeredOn: day(-46),
      ground: 'investigation',
    }),
    log('tomas', -43, 'visit-in-hearing', 'prison-visit', {
      ...asked,
      step: 'asked',
      askedOn: day(-43),
      ourReference: 'NV 203',
      previous: castEntry('visit-at-the-gate'),
    }),
    change('tomas', -24, 'visit-in-hearing', {
      step: 'answered',
      answer: 'with-conditions',
      answeredOn: day(-24),
      theirReference: 'MR 88-14',
      conditions: 'Ten minutes, staff stay in the room',
      visitOn: day(-21),
    }),
    change('tomas', -21, 'visit-in-hearing', {
      step: 'done',
      talk: 'staff-hear',
      withinHearing: ['guards'],
      minutes: 10,
      announced: true,
      notesAllowed: false,
      parcel: 'refused',
      treatment: {
        accommodation: { answer: 'not-seen' },
        'outside-contact': { answer: 'concern', note: 'Ten minutes, through a table', basis: 'own' },
      },
    }),
    log(
      'ines',
      -17,
      'visit-told',
      'contact',
      {
        about: her,
        otherParty: 'family',
        day: day(-17),
        gist: 'Told her mother of the gate and of how the visit went; nothing has happened to her since',
        direction: 'by-mission',
        channel: 'in-person',
        purposes: ['feedback', 'follow-up'],
      },
      {
        closes: [
          told(calendar, -17, dutyOf('visit-at-the-gate', 'feedback'), 'mixed'),
          told(calendar, -17, dutyOf('visit-in-hearing', 'feedback'), 'mixed'),
          { duty: dutyOf('visit-in-hearing', 'reprisal-check', '3'), outcome: 'done', on: day(-17) },
          { duty: dutyOf('visit-in-hearing', 'reprisal-check', '14'), outcome: 'done', on: day(-17) },
        ],
      },
    ),
    log('ines', -12, 'family-in-oskel', 'prison-visit', {
      about: him,
      type: 'family',
      step: 'done',
      visitOn: day(-12),
      talk: 'private',
      minutes: 60,
      reprisalRisk: 'none',
    }),
    log(
      'ines',
      -9,
      'family-in-oskel-asked',
      'contact',
      {
        about: him,
        day: day(-9),
        gist: 'The family is well; nobody asked them about our visit',
        direction: 'by-mission',
        channel: 'secure-message',
        purposes: ['feedback', 'follow-up'],
      },
      {
        closes: [
          told(calendar, -9, dutyOf('family-in-oskel', 'feedback'), 'satisfied'),
          { duty: dutyOf('family-in-oskel', 'reprisal-check', '3'), outcome: 'done', on: day(-9) },
        ],
      },
    ),
    log('ines', -12, 'oskel-legal-advice', 'protection-actor', {
      organisation: 'Oskel Legal Advice Desk',
      actorKind: 'lawyers',
      offers: ['legal-aid', 'family-support'],
      place: 'Oskel',
      independence: 'independent',
      checkedOn: day(-30),
      checkedBy: asPerson('ines'),
      checkedHow: 'Asked two lawyers and another mission',
      contactThrough: 'Their office; write first',
      confirmedOn: day(-12),
    }),
    log('ines', -12, 'prison-friends', 'protection-actor', {
      organisation: 'Friends of Prisoners, Meren',
      actorKind: 'national-ngo',
      offers: ['family-support', 'monitoring'],
      place: 'Meren',
      independence: 'in-doubt',
      checkedOn: day(-20),
      checkedHow: 'Its board is named by the prison administration',
      confirmedOn: day(-20),
    }),
    log('ines', -12, 'oskel-trip', 'field-visit', {
      day: day(-12),
      step: 'done',
      place: 'Oskel',
      placeClass: 'regional-town',
      remote: true,
      gist: 'With Brenland: saw the legal advice desk and the court from outside',
      announcedTo: 'nobody',
      missions: [
        { id: 'm1', mission: 'aldermark', who: asPerson('ines') },
        { id: 'm2', mission: 'brenland' },
      ],
      actors: [{ id: 'a1', actor: castEntry('oskel-legal-advice') }],
      followUps: [
        {
          id: 'f1',
          what: 'Send the advice desk the dates of next month',
          owner: asPerson('tomas'),
          due: day(9),
        },
      ],
    }),
  ];
}
