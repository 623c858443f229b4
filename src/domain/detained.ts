/** Who is in detention today, since when, and when we last visited them or had news of them. */

import { custodiesIn, type Stay } from './custody.ts';
import { addDays, type Code, type Day } from './ids.ts';
import { codesOf, type Entry } from './record-kind.ts';
import { kindByKey } from './registry.ts';

/** Days without a visit and without news after which somebody held long is overdue. */
export const SILENT_DAYS = 90;

export interface Detained {
  readonly code: Code;
  readonly since: Day | undefined;
  /** Where they are, as far as we know. */
  readonly place: Stay | undefined;
  readonly lastVisitOn: Day | undefined;
  /** Day of the latest contact, visit or sight of them. */
  readonly lastNewsOn: Day | undefined;
  /** Neither a visit nor news for `SILENT_DAYS`, counted from the arrest where there never was any. */
  readonly overdue: boolean;
}

const visits: readonly unknown[] = ['prison-visit', 'house-arrest-visit'];

/** Those longest without news first. */
export function detainedIn(entries: ReadonlyMap<string, readonly Entry[]>, today: Day): readonly Detained[] {
  const held = [...custodiesIn(entries)].filter(([, custody]) => custody.held);
  if (held.length === 0) return [];
  const news = newsIn(entries, new Set(held.map(([code]) => code)), today);
  return held
    .map(([code, { since, stays }]) => {
      const { visit, heard } = news.get(code) ?? {};
      const silentSince = heard ?? since;
      return {
        code,
        since,
        place: stays.find(({ to }) => to === undefined),
        lastVisitOn: visit,
        lastNewsOn: heard,
        overdue: silentSince === undefined || silentSince < addDays(today, -SILENT_DAYS),
      };
    })
    .sort((a, b) => ((a.lastNewsOn ?? a.since ?? '') < (b.lastNewsOn ?? b.since ?? '') ? -1 : 1));
}

interface News {
  readonly visit?: Day;
  readonly heard?: Day;
}

function newsIn(
  entries: ReadonlyMap<string, readonly Entry[]>,
  codes: ReadonlySet<Code>,
  today: Day,
): ReadonlyMap<Code, News> {
  const news = new Map<Code, News>();
  for (const [key, ofKind] of entries) {
    const kind = kindByKey(key);
    if (!kind?.bringsNews && !kind?.measure) continue;
    for (const { record, newer } of ofKind) {
      if (newer) continue;
      const visit = visits.includes(kind.measure?.(record)) ? kind.day(record) : undefined;
      const heard = later(kind.bringsNews?.(record), visit);
      if (heard === undefined || heard > today) continue;
      for (const code of codesOf(record)) {
        if (!codes.has(code)) continue;
        const before = news.get(code) ?? {};
        news.set(code, { ...latestVisit(before, visit), heard: later(before.heard, heard) ?? heard });
      }
    }
  }
  return news;
}

function latestVisit(before: News, visit: Day | undefined): Pick<News, 'visit'> {
  const last = later(before.visit, visit);
  return last === undefined ? {} : { visit: last };
}

function later(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
