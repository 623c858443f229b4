/** Who is at high risk is asked beforehand what we may do should they be arrested, missing or out of reach; each year again. */

import { isHeld } from '../../consent/circumstances.ts';
import type { Circumstances, ConsentFile } from '../../consent/consent-file.ts';
import { WISH_REVIEW_DAYS } from '../../consent/review-days.ts';
import { isReplaced } from '../../consent/standing.ts';
import { addDays, type Code, type Day, dayOf, daysBetween } from '../../ids.ts';
import { isGrave, type Risk, risksIn } from '../../risk.ts';
import type { Due, DutySources } from '../sources.ts';

/** Days to ask, by level. */
const DAYS = { critical: 3, high: 7 } as const;

export function wishesMissing(sources: DutySources, today: Day): readonly Due[] {
  const files = new Map(sources.files.map((file) => [file.about, file]));
  return [...risksIn(sources.entries)].flatMap(([about, risk]) => {
    const { graveSince, level } = risk;
    const circumstances = sources.circumstances(about);
    if (!graveSince || !isGrave(level) || !circumstances || !mayStillBeAsked(circumstances)) return [];
    const from = askedFrom(files.get(about), graveSince, today);
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

/** The day from which the question counts, or undefined while wishes of the last twelve months stand. */
function askedFrom(file: ConsentFile | undefined, graveSince: Day, today: Day): Day | undefined {
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
  const start = given === undefined ? graveSince : latestOf(addDays(given, WISH_REVIEW_DAYS), graveSince);
  if (start > today) return undefined;
  // Who wanted to give none is asked again a year later, not tomorrow.
  const years = Math.floor(daysBetween(start, today) / WISH_REVIEW_DAYS);
  return addDays(start, years * WISH_REVIEW_DAYS);
}

function latestOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}
