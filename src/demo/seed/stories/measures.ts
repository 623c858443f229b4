/** What the mission did beside going to court: its lists, a démarche for the trade unionist with its price, quiet help, a text that names nobody. */

import type { Region } from '../../../domain/regions.ts';
import type { DutyClosing } from '../../../log/writing/saving.ts';
import { type Act, asPerson, change, dutyOf, log, told } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const { unionist, releasedPrisoner } = castCodes;

const lists = {
  courts: {
    'meren-city-court': { en: 'Meren City Court', fr: 'Tribunal de la ville de Meren' },
    'oskel-district-court': { en: 'Oskel District Court', fr: 'Tribunal du district d’Oskel' },
    'court-of-appeal': { en: 'Court of Appeal', fr: 'Cour d’appel' },
  },
  facilities: {
    'meren-remand-centre-2': { en: 'Meren Remand Centre No. 2', fr: 'Maison d’arrêt n° 2 de Meren' },
    'oskel-colony': { en: 'Oskel Colony', fr: 'Colonie d’Oskel' },
  },
  places: {
    meren: { en: 'Meren' },
    oskel: { en: 'Oskel' },
    tarvin: { en: 'Tarvin' },
    'lower-brae': { en: 'Lower Brae' },
  },
  authorities: {
    'foreign-ministry': { en: 'Ministry of Foreign Affairs', fr: 'Ministère des Affaires étrangères' },
    'labour-ministry': { en: 'Ministry of Labour', fr: 'Ministère du Travail' },
    'prosecutor-meren': { en: 'Office of the Prosecutor, Meren', fr: 'Parquet de Meren' },
  },
} as const;
/** What lies in them lies in the same region; nobody has said yet where Lower Brae is. */
const regionOf: Readonly<Record<string, Region>> = { meren: 'centre', oskel: 'east', tarvin: 'west' };

export function measures(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const forHim = { about: unionist, subject: 'defender', identity: 'full-name' };
  const risk = {
    reprisalDefender: 'possible',
    reprisalFamily: 'none-expected',
    mitigation: 'Speak of the law on strikes first, of him second.',
    riskToldOn: day(-62),
  };
  const askedHow = (n: number, after: string): DutyClosing => ({
    duty: dutyOf('unionist-demarche', 'reprisal-check', after),
    outcome: 'done',
    on: day(n),
  });
  return [
    ...Object.entries(lists).map(
      ([name, labels]): Act => ({
        key: `list of ${name}`,
        who: 'ines',
        day: -272,
        does: {
          act: 'list',
          name,
          codes: Object.entries(labels).map(([key, own]) => ({
            key,
            labels: own,
            ...(regionOf[key] ? { region: regionOf[key] } : {}),
          })),
        },
      }),
    ),
    log('tomas', -61, 'unionist-demarche', 'demarche', {
      ...forHim,
      ...risk,
      gist: 'Ask for the charge to be dropped: the strike had been announced',
      form: 'note-verbale',
      day: day(-57),
      step: 'for-decision',
      objective: 'persuade',
      points: 'The strike was announced ten days before. Nobody was hurt. The law asks for nothing more.',
      notToRaise: 'The men of the second shift.',
      askedBy: 'defender',
      preferred: [
        { id: 'p1', measure: 'demarche' },
        { id: 'p2', measure: 'trial-observation' },
      ],
      alternatives: 'A statement; he refused it.',
      whyThis: 'He asked for it, and the ministry answers notes',
      approach: 'single-after-no-agreement',
      level: 'head-of-department',
    }),
    change('greta', -60, 'unionist-demarche', {
      step: 'agreed',
      decision: 'agreed',
      decidedBy: asPerson('greta'),
      decidedOn: day(-60),
    }),
    change('tomas', -57, 'unionist-demarche', {
      step: 'sent',
      after: 'awaiting-reply',
      interlocutor: 'Ministry of Labour, department of inspections, head',
      deliveredBy: 'Deputy head of mission',
      documentLeft: 'note-verbale',
      ourReference: 'NV 0162',
    }),
    log(
      'tomas',
      -56,
      'unionist-told-demarche',
      'contact',
      {
        about: unionist,
        day: day(-56),
        gist: 'Told him the note was handed over and that nobody else read it',
        direction: 'by-mission',
        channel: 'phone',
        purposes: ['feedback'],
      },
      { closes: [told(calendar, -56, dutyOf('unionist-demarche', 'feedback'), 'satisfied')] },
    ),
    log(
      'tomas',
      -54,
      'unionist-after-3-days',
      'contact',
      {
        about: unionist,
        day: day(-54),
        gist: 'Asked how he is since the note; nothing so far',
        direction: 'by-mission',
        channel: 'phone',
        purposes: ['follow-up'],
      },
      { closes: [askedHow(-54, '3')] },
    ),
    change('tomas', -44, 'unionist-demarche', {
      after: 'replied',
      reply: 'promise',
      replyOn: day(-45),
      replyNote: 'An inspector will hear both sides at the works.',
      theirReference: '4/1187',
      commitments: [{ id: 'c1', what: 'An inspector hears both sides at the works', due: day(3) }],
      reportedOn: day(-44),
    }),
    log(
      'tomas',
      -43,
      'unionist-after-14-days',
      'contact',
      {
        about: unionist,
        day: day(-43),
        gist: 'The works moved him to nights; he does not want us to speak of it yet',
        direction: 'by-mission',
        channel: 'phone',
        purposes: ['follow-up'],
      },
      { closes: [askedHow(-43, '14')] },
    ),
    change('tomas', -26, 'unionist-demarche', {
      after: 'evaluated',
      effectOfficer: 'slight-plus',
      effectDefender: 'minus',
      effectNote: 'The charge was reduced; the works moved him to nights the week after the note.',
      followUp: 'raise-level',
    }),
    log('tomas', -1, 'unionist-second-demarche', 'demarche', {
      ...forHim,
      ...risk,
      reprisalDefender: 'likely',
      riskToldOn: day(-13),
      gist: 'Ask for the written reasons in time for the appeal',
      form: 'verbal',
      day: day(2),
      step: 'for-decision',
      decideBy: day(1),
      objective: 'persuade',
      points: 'The days to appeal run from the written reasons.',
      notToRaise: 'His shifts.',
      previous: castEntry('unionist-demarche'),
      level: 'director-general',
      askedBy: 'defender',
    }),
    log('ines', -12, 'anniversary-post', 'measure-taken', {
      subject: 'anniversary',
      measure: 'social-post',
      gist: 'Ten years of the law on assemblies: one line, nobody named',
      day: day(-12),
      step: 'sent',
      where: 'Page of the mission',
      after: 'closed',
      effectOfficer: 'none',
    }),
    log('ines', -30, 'released-respite', 'measure-taken', {
      about: releasedPrisoner,
      subject: 'defender',
      measure: 'psychosocial-help',
      gist: 'Six hours with a counsellor the mission pays',
      day: day(-30),
      step: 'sent',
      after: 'closed',
      askedBy: 'defender',
      effectDefender: 'plus',
    }),
    log(
      'ines',
      -28,
      'released-told-respite',
      'contact',
      {
        about: releasedPrisoner,
        day: day(-28),
        gist: 'Has been there twice; sleeps better',
        direction: 'by-mission',
        channel: 'secure-call',
        purposes: ['feedback'],
      },
      { closes: [told(calendar, -28, dutyOf('released-respite', 'feedback'), 'satisfied')] },
    ),
  ];
}
