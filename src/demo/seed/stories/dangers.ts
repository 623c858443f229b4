/** What threatened people, how great the risk was said to be, where they were held, and a case that had to be opened again. */

import { type Act, asPerson, change, log } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

export function dangers(calendar: Calendar): readonly Act[] {
  return [
    ...atTheGate(calendar),
    ...inCustody(calendar),
    ...reachedAbroad(calendar),
    ...amongOthers(calendar),
  ];
}

/** After the observer was turned away in Oskel, a car stands at the defender's gate. */
function atTheGate({ day }: Calendar): readonly Act[] {
  const { oskelDefender: him } = castCodes;
  return [
    log('ines', -89, 'oskel-risk-1', 'risk-assessment', {
      about: him,
      day: day(-89),
      level: 'medium',
      review: day(1),
      why: 'Calm as long as the court keeps putting it off',
    }),
    log('tomas', -7, 'oskel-threat', 'threat-event', {
      about: him,
      day: day(-8),
      kinds: ['surveillance', 'pressure-to-leave'],
      gist: 'A car at his gate on three evenings; told at the market to go and live abroad',
      place: 'Oskel',
      sources: ['unknown'],
      learntFrom: 'defender',
      link: 'possibly',
      ourStep: castEntry('oskel-observation-4'),
      linkNote: 'It began after our observer was turned away at the door.',
    }),
    log('ines', -6, 'oskel-risk-2', 'risk-assessment', {
      about: him,
      day: day(-6),
      level: 'high',
      review: day(6),
      why: 'Watched at home, and a hearing ahead',
      threats: 'A car at the gate; words at the market.',
      threatsLevel: 4,
      vulnerabilities: 'Lives at the end of the road.',
      vulnerabilitiesLevel: 3,
      capacities: 'Neighbours look in; his sister in Meren would take him in.',
      capacitiesLevel: 3,
      dimensions: {
        physical: { answer: 'serious', basis: 'reported' },
        digital: { answer: 'no-concern' },
        psychosocial: { answer: 'concern' },
        legal: { answer: 'concern' },
        economic: { answer: 'not-discussed' },
        family: { answer: 'concern' },
      },
      advice: [
        { id: 'a1', what: 'Sleep at his sister’s before the hearing', by: 'ngo', channel: 'in-person' },
      ],
    }),
  ];
}

/** The journalist goes from the police station to the remand centre; the prisoner comes home after eleven years. */
function inCustody({ day }: Calendar): readonly Act[] {
  const { journalist: her, releasedPrisoner: him } = castCodes;
  return [
    log('ines', -60, 'journalist-station', 'detention', {
      about: her,
      facility: 'Police station, Meren',
      heldIn: 'police-station',
      from: day(-63),
      to: day(-61),
      source: 'lawyer',
      notified: 'no',
      incommunicado: true,
    }),
    log('ines', -60, 'journalist-remand-centre', 'detention', {
      about: her,
      facility: 'Meren Remand Centre No. 2',
      heldIn: 'remand-centre',
      from: day(-61),
      source: 'lawyer',
      notified: 'late',
      legalGround: 'Court order, two months',
      lawyerAdmitted: true,
      familyAdmitted: false,
    }),
    log('ines', -28, 'journalist-risk-1', 'risk-assessment', {
      about: her,
      day: day(-28),
      level: 'critical',
      review: day(-14),
      why: 'Held alone, medicines late',
    }),
    log('ines', -14, 'journalist-risk-2', 'risk-assessment', {
      about: her,
      day: day(-14),
      level: 'critical',
      review: day(12),
      why: 'Still alone; the lawyer sees her once a week',
    }),
    log('tomas', -130, 'released-colony', 'detention', {
      about: him,
      facility: 'Oskel Colony',
      heldIn: 'prison',
      from: day(-4140),
      to: day(-131),
      source: 'family',
      notified: 'yes',
      alone: true,
      note: 'Seven of the eleven years alone.',
    }),
  ];
}

/** The exile's case was closed once he was safe; then somebody came to his mother's door. */
function reachedAbroad({ day }: Calendar): readonly Act[] {
  const { exile: him, exileCase } = castCodes;
  return [
    log('ines', -250, 'exile-case', 'case', {
      about: exileCase,
      named: [him],
      gist: 'Threats before he left, Meren',
      state: 'open',
      kind: 'threat-or-attack',
      lead: asPerson('ines'),
      openedOn: day(-251),
    }),
    change('ines', -160, 'exile-case', {
      state: 'closed',
      closedOn: day(-160),
      closedWhy: 'safe-elsewhere',
      agreed: 'agreed',
      informed: true,
    }),
    log('ines', -17, 'exile-threat', 'threat-event', {
      about: him,
      day: day(-18),
      kinds: ['pressure-to-leave', 'smear'],
      gist: 'Two men asked his mother at her door when her son comes home',
      place: 'Tarvin',
      sources: ['security-service', 'unknown'],
      learntFrom: 'family',
      link: 'none-known',
    }),
    change('ines', -17, 'exile-case', {
      state: 'open',
      reopenings: [
        {
          id: 'r1',
          on: day(-17),
          why: 'His mother was visited at home',
          closedOn: day(-160),
          closedWhy: 'safe-elsewhere',
        },
      ],
    }),
    log('ines', -16, 'exile-risk', 'risk-assessment', {
      about: him,
      day: day(-16),
      level: 'medium',
      review: day(74),
      why: 'He is out of reach, his mother is not',
    }),
  ];
}

function amongOthers({ day }: Calendar): readonly Act[] {
  const { westernUnionOskelDefender, westernUnionJournalist } = castCodes;
  return [
    log('helena', -5, 'western-union-oskel-risk', 'risk-assessment', {
      about: westernUnionOskelDefender,
      day: day(-5),
      level: 'high',
      review: day(25),
      why: 'As our colleagues see it',
    }),
    log('helena', -1, 'western-union-journalist-risk', 'risk-assessment', {
      about: westernUnionJournalist,
      day: day(-1),
      level: 'critical',
      review: day(13),
    }),
  ];
}
