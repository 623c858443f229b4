/** How they are after each hearing that was watched: asked, and written down; the last ones are still to come. */

import type { Code } from '../../../domain/ids.ts';
import { type Act, dutyOf, kept, log } from '../act.ts';
import type { Calendar } from '../calendar.ts';
import { castCodes } from '../cast.ts';

const { oskelDefender, coAccused, releasedPrisoner, unionist, journalist } = castCodes;
const { brenlandOskelDefender, corviaUnionist, westernUnionOskelDefender, westernUnionJournalist } =
  castCodes;

interface Asked {
  readonly who: string;
  readonly day: number;
  readonly after: string;
  readonly people: readonly Code[];
  /** Days after the hearing: both times where absent. */
  readonly only?: '3';
  /** What was said of torture there was taken to the lawyer and a doctor too. */
  readonly alleged?: true;
}

const asked: readonly Asked[] = [
  { who: 'ines', day: -133, after: 'oskel-observation-1', people: [oskelDefender, coAccused] },
  { who: 'tomas', day: -95, after: 'supervision-observation-1', people: [releasedPrisoner] },
  { who: 'tomas', day: -53, after: 'strike-observation-1', people: [unionist] },
  { who: 'ines', day: -41, after: 'journalist-observation-1', people: [journalist] },
  { who: 'ines', day: -21, after: 'oskel-observation-4', people: [oskelDefender, coAccused] },
  { who: 'ines', day: -14, after: 'journalist-observation-2', people: [journalist], alleged: true },
  { who: 'tomas', day: -1, after: 'strike-observation-2', people: [unionist] },
  { who: 'ines', day: -1, after: 'journalist-observation-3', people: [journalist], alleged: true },
  { who: 'joris', day: -133, after: 'brenland-oskel-observation-1', people: [brenlandOskelDefender] },
  { who: 'lucia', day: -10, after: 'corvia-strike-observation', people: [corviaUnionist], only: '3' },
  { who: 'helena', day: -133, after: 'western-union-oskel-observation', people: [westernUnionOskelDefender] },
  {
    who: 'helena',
    day: -14,
    after: 'western-union-principle',
    people: [westernUnionJournalist],
    alleged: true,
  },
];

export function afterHearings(calendar: Calendar): readonly Act[] {
  return asked.map(({ who, day, after, people: [about, ...named], only, alleged }) =>
    log(
      who,
      day,
      `${after}-asked`,
      'contact',
      {
        about,
        ...(named.length > 0 ? { named } : {}),
        day: calendar.day(day),
        gist: 'Asked whether anything has happened since the hearing; nothing has',
        direction: 'by-mission',
        channel: 'through-lawyer-or-ngo',
        purposes: ['feedback'],
      },
      {
        closes: [
          ...(alleged ? [kept(calendar, day, dutyOf(after, 'torture-alleged'))] : []),
          ...[about, ...named].flatMap((code, place) =>
            (only ? [only] : ['3', '14']).map((days) =>
              kept(
                calendar,
                day,
                dutyOf(after, 'reprisal-check', place === 0 ? days : `${code ?? ''}:${days}`),
              ),
            ),
          ),
        ],
      },
    ),
  );
}
