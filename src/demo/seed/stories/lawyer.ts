/** A lawyer at risk of disbarment who wants quiet contacts only, and starts each of them. */

import { type Act, log, name, said } from '../act.ts';
import { type Calendar, zone } from '../calendar.ts';
import { castCodes, castEntry } from '../cast.ts';

const { lawyer: her, barCase } = castCodes;

export function lawyer(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const quietWords = 'Never at the office, never by phone, never to the Bar.';
  return [
    log('tomas', -242, 'lawyer', 'defender', {
      about: her,
      unit: 'individual',
      riskLevel: 'high',
      riskReview: day(4),
      fieldsOfWork: ['legal-defence'],
      occupations: ['lawyer'],
      placeClass: 'capital',
      safeChannels: [{ id: 'c1', channel: 'in-person', hint: 'Concert hall, interval' }],
      forbiddenChannels: ['phone', 'e-mail'],
      onlyThemStart: true,
      note: 'She starts every contact; we wait.',
    }),
    name('tomas', -242, her, { fullName: 'ელენე ქვარიანი', nationality: 'Varosia' }),
    log(
      'tomas',
      -241,
      'lawyer-first-meeting',
      'contact',
      {
        about: her,
        day: day(-241),
        gist: 'The Bar asks for her files of three clients; she wants advice and no step of ours',
        direction: 'by-defender',
        channel: 'by-chance',
        purposes: ['request-for-help', 'consent'],
        asked: ['legal-aid'],
        told: ['can'],
        onlyThemStart: true,
      },
      { consent: [said(calendar, -241, { about: her, limits: quietWords })] },
    ),
    log('tomas', -239, 'lawyer-recognition', 'recognition', {
      about: her,
      day: day(-239),
      does: 'Defends people charged after vigils and strikes, mostly unpaid.',
      peacefulMeans: 'Appears in court, files complaints.',
      violenceClaim: 'none',
      result: 'qualifies',
    }),
    log('tomas', -170, 'bar-case', 'case', {
      about: barCase,
      named: [her],
      gist: 'Disciplinary proceedings at the Bar Council, Meren',
      state: 'open',
      kind: 'work-or-organisation',
      openedOn: day(-170),
    }),
    log('tomas', -170, 'bar-proceeding', 'proceeding', {
      about: her,
      inCase: castEntry('bar-case'),
      kind: 'disciplinary',
      court: 'Bar Council, Meren',
      stage: 'investigation',
      defendants: [
        {
          id: 'd1',
          code: her,
          charge: 'Speaking to the press about a client',
          linkedToWork: 'yes',
          counsel: ['chosen'],
        },
      ],
    }),
    log(
      'tomas',
      -155,
      'lawyer-second-meeting',
      'contact',
      {
        about: her,
        day: day(-155),
        gist: 'Thanks for the name of a colleague abroad; nothing else for now',
        direction: 'by-defender',
        channel: 'in-person',
        place: 'neutral',
        purposes: ['follow-up', 'consent'],
      },
      { consent: [said(calendar, -155, { about: her, limits: quietWords })] },
    ),
    log(
      'tomas',
      -84,
      'lawyer-wishes',
      'contact',
      {
        about: her,
        day: day(-84),
        gist: 'Quiet as before; if she is arrested: someone in court, and tell the ministry',
        direction: 'by-defender',
        channel: 'in-person',
        place: 'neutral',
        purposes: ['consent'],
      },
      {
        consent: [
          said(calendar, -84, { about: her, limits: quietWords }),
          said(calendar, -84, {
            about: her,
            outcome: 'given',
            effect: { when: 'if-arrested' },
            grants: [
              {
                action: 'trial',
                audiences: ['embassy', 'ministry', 'court'],
                identity: 'full-name',
                categories: ['legal'],
              },
              {
                action: 'demarche',
                audiences: ['embassy', 'ministry', 'host-authority'],
                identity: 'full-name',
                categories: ['legal'],
              },
            ],
            refuses: [],
            limits: 'Say that I am a lawyer, not whom I defend.',
          }),
        ],
      },
    ),
    log('tomas', -12, 'bar-hearing', 'hearing', {
      about: her,
      proceeding: castEntry('bar-proceeding'),
      start: { day: calendar.court(24), time: '14:00', zone },
      court: 'Bar Council, Meren',
      dateSource: 'defender',
      confirmed: false,
      type: 'closed-by-law',
      note: 'Closed to all but members of the Bar; she does not want us at the door.',
    }),
  ];
}
