/** A decision while it is being written down: defaults, what belongs together, and what is still missing. */

import type { Giver, Grant, InformedElement } from '../../domain/consent/consent-file.ts';
import {
  type Audience,
  type ConsentAction,
  type ConsentNeed,
  categoriesTowards,
  identityLevels,
} from '../../domain/consent/need.ts';
import { type Answer, defaultReviewOn, elementsFor } from '../../domain/consent/presets.ts';
import { isPublicStep } from '../../domain/consent/requirements.ts';
import { addDays, type Code, type Day } from '../../domain/ids.ts';
import type { OwnDays } from '../../domain/usual-days.ts';
import type { ConsentInput } from '../../log/writing/saving.ts';

/** The defender in person, free to speak, known to us, at once: what the sixty seconds assume and show in a sentence. */
export function startConsent(
  about: Code,
  today: Day,
  channel: string | undefined,
  /** What they last said about being counted. Nothing else that they agree to says it. */
  statistics = false,
  /** Days that the mission set. */
  own?: OwnDays,
): ConsentInput {
  return {
    about,
    outcome: 'given',
    giver: 'defender',
    giverRef: about,
    freeToSpeak: 'yes',
    howWeKnow: 'known-to-us',
    grants: [],
    refuses: [],
    effect: { when: 'now' },
    reviewOn: defaultReviewOn({ grants: [] }, today, undefined, own),
    channel: channel ?? 'in-person',
    informed: [],
    evidence: { form: 'oral' },
    statistics,
  };
}

/** What a preset, or the person narrowing it, says was agreed and refused; the review day follows. */
export function withAnswer(input: ConsentInput, answer: Answer, today: Day, own?: OwnDays): ConsentInput {
  const next = { ...input, ...answer };
  return { ...next, reviewOn: defaultReviewOn(next, today, next.effect, own) };
}

/** Narrows or widens what was agreed; nothing agreed at all is a refusal, part of it an agreement in part. */
export function withGrants(
  input: ConsentInput,
  grants: readonly Grant[],
  today: Day,
  own?: OwnDays,
): ConsentInput {
  const outcome = grants.length === 0 ? 'refused' : input.refuses.length > 0 ? 'given-in-part' : 'given';
  return withAnswer(input, { outcome, grants, refuses: input.refuses }, today, own);
}

/** Someone else than the defender speaks: who and why must be said, and no earlier answer is carried over. */
export function withGiver(input: ConsentInput, giver: Giver): ConsentInput {
  const { whyNotDefender: _, giverCode: __, ...rest } = input;
  return { ...rest, giver, giverRef: giver === 'defender' ? input.about : '' };
}

/** What keeps it from being saved. */
export type InputProblem = 'giver-ref' | 'why-not-defender' | 'nothing-said' | 'public-appeal-where';

export function problemsOf(input: ConsentInput): readonly InputProblem[] {
  const other = input.giver !== 'defender';
  const found: readonly (readonly [boolean, InputProblem])[] = [
    [other && input.giverRef.trim() === '', 'giver-ref'],
    [other && input.whyNotDefender === undefined, 'why-not-defender'],
    [agrees(input) && input.grants.length === 0, 'nothing-said'],
    [input.evidence?.form === 'public-appeal' && !input.evidence.where?.trim(), 'public-appeal-where'],
  ];
  return found.filter(([is]) => is).map(([, problem]) => problem);
}

/** What may be saved and yet will not carry every step it lists: said while there is time to ask. */
export type InputGap =
  | 'not-informed'
  | 'witness-missing'
  | 'not-free'
  | 'not-confirmed'
  | 'family-interpreter';

export function gapsOf(input: ConsentInput): readonly InputGap[] {
  const isPublic = input.grants.some((grant) => grant.audiences.some((to) => isPublicStep(grant.action, to)));
  const isOral = (input.evidence?.form ?? 'oral') === 'oral';
  const found: readonly (readonly [boolean, InputGap])[] = [
    [agrees(input) && missingElements(input).length > 0, 'not-informed'],
    [agrees(input) && isPublic && isOral && input.witness === undefined, 'witness-missing'],
    [input.freeToSpeak !== 'yes', 'not-free'],
    [agrees(input) && isPublic && input.howWeKnow === 'not-confirmed', 'not-confirmed'],
    [input.interpreter === 'family', 'family-interpreter'],
  ];
  return found.filter(([is]) => is).map(([, gap]) => gap);
}

export function missingElements(input: ConsentInput): readonly InformedElement[] {
  return elementsFor(input.grants).filter((element) => !input.informed.includes(element));
}

function agrees(input: ConsentInput): boolean {
  return input.outcome === 'given' || input.outcome === 'given-in-part';
}

/** "We asked and have no answer yet": kept as a trace, never counted as consent. */
export function askedNoAnswer(need: Asked, about: Code, today: Day, channel?: string): ConsentInput {
  const { evidence: _, ...asked } = startConsent(about, today, channel);
  return {
    ...asked,
    outcome: 'deferred',
    freeToSpeak: 'unclear',
    howWeKnow: 'not-confirmed',
    refuses: grantsFor(need),
    reviewOn: addDays(today, ASK_AGAIN_DAYS),
  };
}

const ASK_AGAIN_DAYS = 7;

/** What somebody is asked to agree to. */
export type Asked = Pick<ConsentNeed, 'action' | 'audiences' | 'identity' | 'categories' | 'more'>;

/** Exactly what a step needs, as rows that may be agreed to: one for all who learn the same. */
export function grantsFor(need: Asked): readonly Grant[] {
  const { action, identity } = need;
  const rows = new Map<string, Grant>();
  for (const audience of need.audiences) {
    const categories = categoriesTowards(need, audience);
    const key = [...categories].sort().join(' ');
    const audiences = [...(rows.get(key)?.audiences ?? []), audience];
    rows.set(key, { action, audiences, identity, categories });
  }
  return [...rows.values()];
}

/** What was asked and an agreement as it is written down would not carry: said while there is time to ask for it. */
export function leftOpen(asked: readonly Grant[], given: readonly Grant[]): readonly Grant[] {
  return asked.flatMap((row) => {
    const audiences = row.audiences.filter((to) => !given.some((grant) => reaches(grant, row, to)));
    return audiences.length > 0 ? [{ ...row, audiences }] : [];
  });
}

/** A circle may hold the mission that is asked for: the gate looks its members up, this does not. */
function reaches(grant: Grant, row: Grant, to: Audience): boolean {
  const isNamed = grant.audiences.some(
    (audience) => audience === to || (to.startsWith('mission:') && audience.startsWith('circle:')),
  );
  return (
    isNamed &&
    grant.action === row.action &&
    identityLevels.indexOf(grant.identity) >= identityLevels.indexOf(row.identity) &&
    row.categories.every((category) => grant.categories.includes(category))
  );
}

/** The withdrawal of some rows (none: of everything), spoken by the same kind of giver as the block starts with. */
export function withdrawal(start: ConsentInput, rows: readonly Grant[]): ConsentInput {
  const { reviewOn: _, ...rest } = start;
  return { ...rest, outcome: 'withdrawn', grants: rows, refuses: [] };
}

/** An action switched on or off; switched on, it reaches the mission and its ministry without a name. */
export function toggleAction(grants: readonly Grant[], action: ConsentAction): readonly Grant[] {
  return grants.some((grant) => grant.action === action)
    ? grants.filter((grant) => grant.action !== action)
    : [...grants, { action, audiences: ['embassy', 'ministry'], identity: 'none', categories: [] }];
}

/** An audience switched on or off for one row; the last one takes the row with it. */
export function toggleAudience(grants: readonly Grant[], row: Grant, audience: Audience): readonly Grant[] {
  return grants
    .map((grant) => (grant === row ? { ...grant, audiences: toggled(grant.audiences, audience) } : grant))
    .filter((grant) => grant.audiences.length > 0);
}

export function toggled<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list.filter((one) => one !== item) : [...list, item];
}

/** Leaves out texts that were opened and not written. */
export function tidy(input: ConsentInput): ConsentInput {
  const { limits, language, childView, ...rest } = input;
  return {
    ...rest,
    giverRef: input.giverRef.trim(),
    ...(limits?.trim() ? { limits: limits.trim() } : {}),
    ...(language?.trim() ? { language: language.trim() } : {}),
    ...(childView?.trim() ? { childView: childView.trim() } : {}),
  };
}
