/** A group of twelve in Tarvin, protected as a group; one of them wants nothing recorded about her at all. */

import { type Act, asPerson, change, dutyOf, kept, log, name, said } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { type CastPart, castCodes } from '../cast.ts';

const {
  tarvinGroup: group,
  tarvinSpeaker: speaker,
  tarvinTreasurer: treasurer,
  tarvinNurse: nurse,
  tarvinTeacher: teacher,
} = castCodes;

/** Of the others the group gave us no more than their number. */
const others: readonly CastPart[] = [
  'tarvinMember5',
  'tarvinMember6',
  'tarvinMember7',
  'tarvinMember8',
  'tarvinMember9',
  'tarvinMember10',
  'tarvinMember11',
  'tarvinMember12',
];

export function tarvin(calendar: Calendar): readonly Act[] {
  const { day } = calendar;
  const members = [speaker, treasurer, nurse, teacher, ...others.map((part) => castCodes[part])].map(
    (code, place) => ({ id: `m${place + 1}`, code }),
  );
  const asGroup = (n: number, limits: string) =>
    said(calendar, n, {
      about: group,
      outcome: 'given-in-part',
      giver: 'organisation',
      giverRef: 'mandated speaker',
      giverCode: speaker,
      limits,
      grants: [
        {
          action: 'quiet-contact',
          audiences: ['embassy', 'ministry'],
          identity: 'none',
          categories: ['contact'],
        },
        {
          action: 'support',
          audiences: ['embassy', 'ministry'],
          identity: 'none',
          categories: ['contact', 'sexual-orientation'],
        },
        {
          action: 'demarche',
          audiences: ['embassy', 'ministry', 'host-authority'],
          identity: 'none',
          categories: ['contact'],
        },
      ],
      refuses: [{ action: 'publicity', audiences: [], identity: 'none', categories: [] }],
    });
  const member = (key: string, code: typeof group) =>
    log('tomas', -221, key, 'defender', {
      about: code,
      unit: 'individual',
      relations: [{ id: 'r1', relation: 'member-of', code: group }],
    });
  return [
    member('tarvin-speaker', speaker),
    member('tarvin-treasurer', treasurer),
    member('tarvin-nurse', nurse),
    member('tarvin-teacher', teacher),
    name('tomas', -221, speaker, {
      fullName: 'Żofia Břežňáková',
      nationality: 'Varosia',
      contactPoints: 'Through the library in Tarvin',
    }),
    log('tomas', -220, 'tarvin-group', 'defender', {
      about: group,
      unit: 'group',
      riskLevel: 'high',
      riskReview: day(3),
      fieldsOfWork: ['lgbtqi'],
      placeClass: 'regional-town',
      members,
      speakers: [
        {
          id: 's1',
          giver: 'organisation',
          giverRef: 'mandated speaker',
          giverCode: speaker,
          proof: 'Minutes of the group, seen',
        },
      ],
      safeChannels: [{ id: 'c1', channel: 'secure-message', hint: 'The speaker only' }],
      note: 'Twelve people. Eight of them gave no more than their number.',
    }),
    log(
      'tomas',
      -220,
      'tarvin-first-meeting',
      'contact',
      {
        about: group,
        named: [speaker, treasurer, nurse],
        day: day(-220),
        gist: 'Met three of twelve in Tarvin; a room is needed more than anything else',
        direction: 'by-mission',
        channel: 'field-visit',
        place: 'remote-field',
        purposes: ['visit', 'request-for-help', 'consent'],
        asked: ['premises-offered'],
        told: ['can'],
        promises: [
          {
            id: 'p1',
            what: 'Ask whether the library may lend a room',
            owner: asPerson('tomas'),
            due: day(-206),
          },
        ],
      },
      {
        consent: [
          asGroup(-220, 'The group, never a member.'),
          said(calendar, -220, { about: nurse, preset: 'nothing', limits: 'Nothing about me, anywhere.' }),
        ],
      },
    ),
    log('tomas', -218, 'tarvin-recognition', 'recognition', {
      about: group,
      day: day(-218),
      does: 'Meets weekly, keeps a helpline, accompanies members to the police.',
      peacefulMeans: 'Meetings, a helpline, letters.',
      violenceClaim: 'unfounded',
      context: 'A brawl outside the hall was blamed on them; the video shows who began.',
      result: 'qualifies',
    }),
    log(
      'tomas',
      -207,
      'tarvin-room',
      'contact',
      {
        about: group,
        day: day(-207),
        gist: 'The library lends a room on Thursdays, under the name of a reading circle',
        direction: 'by-mission',
        channel: 'secure-message',
        purposes: ['follow-up'],
      },
      { closes: [kept(calendar, -207, dutyOf('tarvin-first-meeting', 'follow-up', 'p1'))] },
    ),
    log(
      'tomas',
      -151,
      'tarvin-renewal-1',
      'contact',
      {
        about: group,
        day: day(-151),
        gist: 'The speaker confirmed what the group agreed in its meeting',
        direction: 'by-mission',
        channel: 'secure-message',
        purposes: ['consent'],
      },
      { consent: [asGroup(-151, 'The group, never a member.')] },
    ),
    log('tomas', -101, 'tarvin-landlord', 'claim', {
      about: group,
      day: day(-101),
      statement: 'A list with the faces of four members hung in the stairway; the landlord took it down.',
      source: 'defender',
      independence: 'not-checked',
      verification: 'unverified',
      use: 'internal',
    }),
    log(
      'ines',
      -85,
      'tarvin-renewal-2',
      'contact',
      {
        about: group,
        named: [speaker, teacher],
        day: day(-85),
        gist: 'After the list in the stairway: agree to a word with the governor, about the group only',
        direction: 'by-defender',
        channel: 'in-person',
        place: 'neutral',
        purposes: ['threat', 'consent'],
        asked: ['informal-contact-with-authority', 'digital-security-help'],
        told: ['can', 'risk-told'],
      },
      { consent: [asGroup(-85, 'About the group; no number, no street.')] },
    ),
    change('ines', -85, 'tarvin-group', { riskLevel: 'high', riskReview: day(2) }),
    log('ines', -40, 'governor-spoken-to', 'contact', {
      otherParty: 'authority',
      day: day(-40),
      gist: 'Raised safety of associations in Tarvin with the governor; he noted it',
      direction: 'by-mission',
      channel: 'in-person',
      registryNumber: 'MER-0188',
    }),
    log('tomas', -13, 'tarvin-training', 'contact', {
      about: group,
      day: day(-13),
      gist: 'Wants a day on safe phones for all twelve, in the room at the library',
      direction: 'by-defender',
      channel: 'secure-message',
      purposes: ['request-for-help'],
      asked: ['digital-security-help'],
      told: ['can'],
      promises: [
        { id: 'p1', what: 'Propose two dates and a trainer', owner: asPerson('tomas'), due: day(-2) },
      ],
    }),
  ];
}
