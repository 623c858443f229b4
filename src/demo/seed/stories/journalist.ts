/** A journalist while she is at liberty: threats, quiet contacts, and wishes in case she disappears. */

import { type Act, change, log, name, said } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes } from '../cast.ts';

const { journalist: her } = castCodes;

export function journalist(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  return [
    log('ines', -199, 'journalist', 'defender', {
      about: her,
      unit: 'individual',
      riskLevel: 'medium',
      riskReview: day(-110),
      fieldsOfWork: ['media', 'anti-corruption'],
      occupations: ['journalist'],
      placeClass: 'capital',
      safeChannels: [{ id: 'c1', channel: 'secure-call' }],
    }),
    name('ines', -199, her, { fullName: 'سلمى الوادي', alias: 'Salma al-Wadi', nationality: 'Varosia' }),
    log('ines', -198, 'journalist-first-meeting', 'contact', {
      about: her,
      day: day(-198),
      gist: 'Writes on contracts for the new prison wing; two calls at night without a word',
      direction: 'by-defender',
      channel: 'secure-call',
      purposes: ['threat'],
    }),
    log('ines', -196, 'journalist-recognition', 'recognition', {
      about: her,
      day: day(-196),
      does: 'Reports on public contracts and on conditions in prisons.',
      peacefulMeans: 'Publishes; names her sources where they agree.',
      violenceClaim: 'none',
      result: 'qualifies',
    }),
    change('ines', -110, 'journalist', { riskLevel: 'high', riskReview: day(-50) }),
    log(
      'tomas',
      -75,
      'journalist-wishes',
      'contact',
      {
        about: her,
        day: day(-75),
        gist: 'Followed since Monday. Quiet contacts only; her mother is to speak for her if she cannot',
        direction: 'by-defender',
        channel: 'in-person',
        place: 'neutral',
        purposes: ['threat', 'consent'],
        asked: ['digital-security-help'],
        told: ['can'],
      },
      {
        consent: [
          said(calendar, -75, {
            about: her,
            limits: 'No letter to any ministry while I can still write myself.',
          }),
          said(calendar, -75, {
            about: her,
            outcome: 'given',
            effect: { when: 'if-missing' },
            grants: [
              {
                action: 'publicity',
                audiences: ['embassy', 'ministry', 'public'],
                identity: 'full-name',
                categories: ['contact', 'legal'],
                text: {
                  mode: 'points',
                  may: 'That I am missing and what I was writing about',
                  mustNot: 'My family',
                },
              },
            ],
            refuses: [],
            limits: 'If nobody knows where I am for three days: say my name.',
          }),
        ],
      },
    ),
    change('tomas', -75, 'journalist', {
      speakers: [
        { id: 's1', giver: 'family', giverRef: 'mother', proof: 'Said so herself, at our last meeting' },
        { id: 's2', giver: 'legal-representative', giverRef: 'chosen lawyer' },
        { id: 's3', giver: 'family', giverRef: 'elder brother', doNotInvolve: true },
      ],
    }),
  ];
}
