/** Who is at high risk is asked beforehand what we may do should they be arrested, missing or out of reach; each year again, or as the mission set. */

import { isHeld } from '../../consent/circumstances.ts';
import type { Circumstances, ConsentFile } from '../../consent/consent-file.ts';
import { isReplaced } from '../../consent/standing.ts';
import { addDays, type Code, type Day, dayOf, daysBetween } from '../../ids.ts';
import { isGrave, type Risk, risksIn } from '../../risk.ts';
import { daysFor } from '../../usual-days.ts';
import type { Due, DutySources } from '../sources.ts';

/** Days to ask, by level. */
const DAYS = { critical: 3, high: 7 } as const;

export function wishesMissing(sources: DutySources, today: Day): readonly Due[] {
  const standFor = daysFor('consent-review-wish', sources.days);
  const files = new Map(sources.files.map((file) => [file.about, file]));
  return [...risksIn(sources.entries)].flatMap(([about, risk]) => {
    const { graveSince, level } = risk;
    const circumstances = sources.circumstances(about);
    if (!graveSince || !isGrave(level) || !circumstances || !mayStillBeAsked(circumstances)) return [];
    const from = askedFrom(files.get(about), graveSince, today, standFor);
    if (from === undefined) return [];
    return [dueFor(about, risk, from)];
  });
}

function dueFor(about: Code, risk: Risk, from: Day): Due {
  const critical = risk.level === 'critical';
  return {
    id: `${about}:wishes-missing:${from}`,
    kind: 'wishes-missing',
    about,
    entry: risk.entry,
    due: addDays(from, critical ? DAYS.critical : DAYS.high),
    step: 'ask-consent',
    values: {},
    ...(critical ? { harmsFrom: 0 } : {}),
    needsContact: true,
  };
}

/** Not a group, which nobody arrests; not somebody whom the day has already come for. */
function mayStillBeAsked(circumstances: Circumstances): boolean {
  const { group, status, unreachableSince } = circumstances;
  if (group || unreachableSince !== undefined || isHeld(circumstances) === true) return false;
  return status !== 'missing' && status !== 'killed';
}

/** The day from which the question counts, or undefined while wishes stand that are not too old. */
function askedFrom(
  file: ConsentFile | undefined,
  graveSince: Day,
  today: Day,
  standFor: number,
): Day | undefined {
  const wishes = (file?.decisions ?? []).filter(
    (decision) =>
      decision.effect.when !== 'now' &&
      decision.outcome !== 'withdrawn' &&
      decision.outcome !== 'deferred' &&
      file !== undefined &&
      !isReplaced(file, decision),
  );
  const given = wishes
    .map(({ at }) => dayOf(at))
    .sort()
    .at(-1);
  const start = given === undefined ? graveSince : latestOf(addDays(given, standFor), graveSince);
  if (start > today) return undefined;
  // Who wanted to give none is asked again once that time has passed, not tomorrow.
  const times = Math.floor(daysBetween(start, today) / standFor);
  return addDays(start, times * standFor);
}

function latestOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}
