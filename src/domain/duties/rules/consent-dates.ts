/** Consent is asked for again before its review day passes or it ends; what ended stays in view for a month. */

import type { ConsentFile, Decision } from '../../consent/consent-file.ts';
import { agreementsStanding, isReplaced } from '../../consent/standing.ts';
import { addDays, type Day } from '../../ids.ts';
import type { Due, DutySources } from '../sources.ts';

const DAYS_BEFORE = 14;
const DAYS_AFTER_END = 30;

export function consentReview(sources: DutySources, today: Day): readonly Due[] {
  return sources.files.flatMap((file) =>
    [...agreementsStanding(file, today), ...asked(file)]
      .filter(({ reviewOn, validity }) => reviewOn !== validity?.day)
      .flatMap((decision) =>
        decision.reviewOn !== undefined && decision.reviewOn <= addDays(today, DAYS_BEFORE)
          ? [askAgain(file, decision, 'consent-review', decision.reviewOn)]
          : [],
      ),
  );
}

/** Questions without an answer yet. */
function asked(file: ConsentFile): readonly Decision[] {
  return file.decisions.filter((decision) => decision.outcome === 'deferred' && !isReplaced(file, decision));
}

export function consentEnding(sources: DutySources, today: Day): readonly Due[] {
  return sources.files.flatMap((file) =>
    agreementsStanding(file, addDays(today, -DAYS_AFTER_END)).flatMap((decision) =>
      decision.validity && decision.validity.day <= addDays(today, DAYS_BEFORE)
        ? [askAgain(file, decision, 'consent-ending', decision.validity.day)]
        : [],
    ),
  );
}

function askAgain(
  file: ConsentFile,
  decision: Decision,
  kind: 'consent-review' | 'consent-ending',
  due: Day,
): Due {
  return {
    id: `${decision.id}:${kind}`,
    kind,
    about: file.about,
    entry: decision.source,
    due,
    step: 'ask-consent',
    values: { day: due },
    ...(kind === 'consent-ending' ? { harmsFrom: 0 } : {}),
    needsContact: true,
  };
}
