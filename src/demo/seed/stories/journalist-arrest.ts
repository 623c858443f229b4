/** The journalist is arrested; from the next day her mother speaks for her. */

import { type Act, asPerson, change, log, said } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const { journalist: her, journalistCase } = castCodes;

export function journalistArrest(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  return [
    log('ines', -62, 'journalist-arrest', 'status-change', {
      about: her,
      status: 'detained-without-charge',
      day: day(-63),
      source: 'colleague',
      heldIn: 'police-station',
      familyTold: false,
      note: 'Taken from the newsroom in the evening.',
    }),
    log(
      'ines',
      -61,
      'journalist-mother-speaks',
      'contact',
      {
        about: her,
        otherParty: 'family',
        day: day(-61),
        gist: 'Her mother speaks for her: someone in court, a visit, word of her health; no letters',
        direction: 'by-third-party',
        channel: 'in-person',
        place: 'mission',
        purposes: ['request-for-help', 'consent'],
        asked: ['trial-observation', 'prison-visit'],
        told: ['can', 'risk-told'],
      },
      {
        consent: [
          said(calendar, -61, {
            about: her,
            outcome: 'given-in-part',
            giver: 'family',
            giverRef: 'mother',
            whyNotDefender: 'detained',
            howWeKnow: 'document-seen',
            grants: [
              {
                action: 'trial',
                audiences: ['embassy', 'ministry', 'court'],
                identity: 'full-name',
                categories: ['legal', 'health'],
              },
              {
                action: 'prison',
                audiences: ['embassy', 'ministry', 'host-authority', 'prison'],
                identity: 'full-name',
                categories: ['legal', 'health'],
              },
            ],
            refuses: [{ action: 'publicity', audiences: [], identity: 'none', categories: [] }],
            validity: { kind: 'while-detained', day: day(119) },
            reviewOn: day(29),
            limits: 'Go and see, do not write.',
          }),
        ],
      },
    ),
    change('ines', -61, 'journalist', { riskLevel: 'critical', riskReview: day(-30) }),
    log('ines', -61, 'journalist-case', 'case', {
      about: journalistCase,
      named: [her],
      gist: 'Remand of a journalist, Meren',
      state: 'open',
      kind: 'arrest-or-detention',
      lead: asPerson('ines'),
      openedOn: day(-62),
    }),
    log('ines', -60, 'journalist-remand', 'status-change', {
      about: her,
      status: 'pre-trial-detention',
      day: day(-61),
      source: 'lawyer',
      heldIn: 'remand-centre',
      facility: 'Meren Remand Centre No. 2',
      familyTold: true,
    }),
    log('ines', -60, 'journalist-proceeding', 'proceeding', {
      about: her,
      inCase: castEntry('journalist-case'),
      kind: 'criminal',
      court: 'Meren City Court',
      stage: 'remand',
      defendants: [
        {
          id: 'd1',
          code: her,
          charge: 'Publishing restricted papers',
          article: '302',
          chargeStage: 'charged',
          linkedToWork: 'yes',
          likelySentence: 'Up to eight years',
          counsel: ['after-statement', 'chosen'],
        },
      ],
    }),
  ];
}
