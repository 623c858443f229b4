/** The five answers that people give most, each spelled out as rows that a form can narrow. */

import { addDays, type Day } from '../ids.ts';
import { daysFor, type OwnDays } from '../usual-days.ts';
import type { Decision, Grant, InformedElement, Validity } from './consent-file.ts';
import { informedElements, quietElements } from './consent-file.ts';
import type { Audience, ConsentAction, DataCategory, IdentityLevel } from './need.ts';
import { isPublicStep, requiredElements } from './requirements.ts';

export const presets = ['quiet-only', 'officials', 'public-with-name', 'ask-each-time', 'nothing'] as const;
export type Preset = (typeof presets)[number];

export type Answer = Pick<Decision, 'outcome' | 'grants' | 'refuses'>;

const plain: readonly DataCategory[] = ['contact', 'legal'];
const home: readonly Audience[] = ['embassy', 'ministry'];

function row(
  action: ConsentAction,
  audiences: readonly Audience[],
  identity: IdentityLevel,
  categories: readonly DataCategory[] = plain,
): Grant {
  return { action, audiences, identity, categories };
}

/** Towards everybody. */
function no(action: ConsentAction): Grant {
  return row(action, [], 'none', []);
}

const quiet: readonly Grant[] = [
  row('quiet-contact', home, 'full-name'),
  row('support', home, 'full-name'),
  row('visa', home, 'full-name'),
];
const officials: readonly Grant[] = [
  ...quiet,
  row('demarche', [...home, 'host-authority'], 'full-name'),
  row('trial', [...home, 'host-authority', 'court'], 'full-name'),
  row('prison', [...home, 'host-authority', 'prison'], 'full-name'),
];

/** What each preset says; an answer that lists nothing and refuses or puts off means everything. */
export const answers: Readonly<Record<Preset, Answer>> = {
  'quiet-only': {
    outcome: 'given-in-part',
    grants: quiet,
    refuses: [no('demarche'), no('publicity'), no('company'), no('un-regional')],
  },
  officials: { outcome: 'given-in-part', grants: officials, refuses: [no('publicity')] },
  'public-with-name': {
    outcome: 'given',
    grants: [
      ...officials,
      { ...row('publicity', [...home, 'public'], 'full-name'), text: { mode: 'points' } },
    ],
    refuses: [],
  },
  'ask-each-time': { outcome: 'deferred', grants: [], refuses: [] },
  nothing: { outcome: 'refused', grants: [], refuses: [] },
};

/** Whether some row lets them be named in public, which is asked again sooner. */
export function isNamedPublic(grants: readonly Grant[]): boolean {
  return grants.some(
    (grant) =>
      grant.identity !== 'none' && grant.audiences.some((audience) => isPublicStep(grant.action, audience)),
  );
}

/** The day on which an answer given today is to be asked again; `own` are days that the mission set. */
export function defaultReviewOn(
  answer: Pick<Decision, 'grants'>,
  today: Day,
  effect: Decision['effect'] = { when: 'now' },
  own?: OwnDays,
): Day {
  if (effect.when !== 'now') return addDays(today, daysFor('consent-review-wish', own));
  return addDays(
    today,
    daysFor(isNamedPublic(answer.grants) ? 'consent-review-public' : 'consent-review', own),
  );
}

export function defaultValidity(today: Day, own?: OwnDays): Validity {
  return { kind: 'until', day: addDays(today, daysFor('consent-end', own)) };
}

/** What must have been told for these rows to carry a step: three elements, or all eight. */
export function elementsFor(grants: readonly Grant[]): readonly InformedElement[] {
  const needsAll = grants.some((grant) =>
    grant.audiences.some(
      (audience) =>
        requiredElements(grant.action, audience, grant.identity).length === informedElements.length,
    ),
  );
  return needsAll ? informedElements : quietElements;
}
