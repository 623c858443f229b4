/** What missions asked each other: the request, what each answered last, and what was said about it. */

import type { ConsentAction } from '../consent/need.ts';
import { type Day, type EntryId, isDay, isMissionCode, type MissionCode } from '../ids.ts';
import type { AnyRecord } from '../record-kind.ts';
import { oneOf } from './observers.ts';
import { byText, inOrderSaid, type Opened, openedOf, saidTo, type Told } from './told.ts';

export const requestAsks = ['visa', 'observe', 'visit', 'premises', 'lead'] as const;
export const requestUrgencies = ['24-h', '72-h', '15-days', 'routine'] as const;
export const answersSaid = ['yes', 'no', 'conditions'] as const;

const actions: Readonly<Record<(typeof requestAsks)[number], ConsentAction>> = {
  visa: 'visa',
  observe: 'trial',
  visit: 'prison',
  premises: 'support',
  lead: 'trial',
};

/** What a request would lead to, and so what they must have agreed to for it to be asked. */
export function requestAction(asks: (typeof requestAsks)[number]): ConsentAction {
  return actions[asks];
}

export interface GivenAnswer {
  readonly entry: EntryId;
  readonly mission: MissionCode;
  readonly says: (typeof answersSaid)[number];
  readonly conditions?: string;
  /** After this day it no longer binds them. */
  readonly until?: Day;
  /** Entered by another mission: never a signed word. */
  readonly reportedBy?: MissionCode;
  /** Who told it there, by function. */
  readonly by?: string;
  readonly how?: string;
  /** The day it was said; of a reported one the day it was heard. */
  readonly on: Day;
  /** The day it is valid until has passed. */
  readonly ended: boolean;
}

export interface OpenRequest {
  readonly entry: EntryId;
  readonly from: MissionCode;
  readonly to: readonly MissionCode[];
  readonly asks: (typeof requestAsks)[number];
  readonly code?: string;
  readonly urgency?: (typeof requestUrgencies)[number];
  readonly people?: number;
  readonly place?: string;
  readonly by?: Day;
  readonly words?: string;
  readonly until?: Day;
  readonly on: Day;
  /** The last word of each mission, own before reported, in the order of their codes. */
  readonly answers: readonly GivenAnswer[];
  /** Those asked of whom no answer is known, or whose answer no longer holds. */
  readonly waitsFor: readonly MissionCode[];
  readonly comments: readonly {
    readonly entry: EntryId;
    readonly from: MissionCode;
    readonly words: string;
    readonly on: Day;
  }[];
  /** Past its day, or taken back. */
  readonly over: boolean;
}

/** Newest first. */
export function requestsIn(rows: readonly Told[], today: Day): readonly OpenRequest[] {
  const answers = saidTo(rows, 'answer');
  const comments = saidTo(rows, 'comment');
  return [...openedOf(rows, 'request')]
    .sort((a, b) => inOrderSaid(b, a))
    .flatMap((row) => {
      const request = requestOf(row, answers.get(row.entry) ?? [], today);
      return request ? [{ ...request, comments: commentsOf(comments.get(row.entry) ?? []) }] : [];
    });
}

function requestOf(
  row: Opened,
  said: readonly Opened[],
  today: Day,
): Omit<OpenRequest, 'comments'> | undefined {
  const { body, until, at } = row.content;
  const asks = oneOf(requestAsks, body.asks);
  if (!asks) return undefined;
  const to = row.audience.filter((mission) => mission !== row.from);
  const answers = lastAnswers(said, today);
  const holds = new Set(answers.filter(({ ended }) => !ended).map(({ mission }) => mission));
  const urgency = oneOf(requestUrgencies, body.urgency);
  return {
    entry: row.entry,
    from: row.from,
    to,
    asks,
    on: dayIn(at),
    answers,
    waitsFor: to.filter((mission) => !holds.has(mission)),
    over: row.state === 'closed' || row.state === 'retracted' || (until !== undefined && until < today),
    ...(row.code ? { code: row.code } : {}),
    ...(urgency ? { urgency } : {}),
    ...(typeof body.people === 'number' ? { people: body.people } : {}),
    ...(typeof body.place === 'string' ? { place: body.place } : {}),
    ...(isDay(body.by) ? { by: body.by } : {}),
    ...(typeof body.words === 'string' ? { words: body.words } : {}),
    ...(until ? { until } : {}),
  };
}

/** Oldest first in, so that a later word of the same weight replaces an earlier one. */
function lastAnswers(said: readonly Opened[], today: Day): readonly GivenAnswer[] {
  const last = new Map<MissionCode, GivenAnswer>();
  for (const row of said) {
    const answer = answerOf(row, today);
    const before = answer && last.get(answer.mission);
    const isWeaker = answer?.reportedBy !== undefined && before && before.reportedBy === undefined;
    if (answer && !isWeaker) last.set(answer.mission, answer);
  }
  return [...last.values()].sort((a, b) => byText(a.mission, b.mission));
}

function answerOf({ entry, from, content }: Opened, today: Day): GivenAnswer | undefined {
  const { says, conditions, until, reported } = content.body;
  const word = oneOf(answersSaid, says);
  const told = reported as AnyRecord | undefined;
  const mission = told === undefined ? from : told.mission;
  if (!word || !isMissionCode(mission)) return undefined;
  return {
    entry,
    mission,
    says: word,
    on: isDay(told?.at) ? told.at : dayIn(content.at),
    ended: isDay(until) && until < today,
    ...(typeof conditions === 'string' ? { conditions } : {}),
    ...(isDay(until) ? { until } : {}),
    ...(told === undefined ? {} : { reportedBy: from }),
    ...(typeof told?.by === 'string' ? { by: told.by } : {}),
    ...(typeof told?.how === 'string' ? { how: told.how } : {}),
  };
}

function commentsOf(said: readonly Opened[]): OpenRequest['comments'] {
  return said.flatMap(({ entry, from, content }) =>
    typeof content.body.words === 'string'
      ? [{ entry, from, words: content.body.words, on: dayIn(content.at) }]
      : [],
  );
}

function dayIn(at: string): Day {
  return at.slice(0, 10) as Day;
}

/** Requests that wait for this mission's own word. */
export function waitingFor(requests: readonly OpenRequest[], mission: MissionCode): readonly OpenRequest[] {
  return requests.filter(({ waitsFor, over }) => !over && waitsFor.includes(mission));
}

/** Missions that said "we were in touch lately" under circle codes linked with `code`, with the week, newest first. */
export function inTouchAbout(
  rows: readonly Told[],
  codes: ReadonlySet<string>,
  own: MissionCode,
): readonly { readonly mission: MissionCode; readonly week: string }[] {
  const latest = new Map<MissionCode, string>();
  for (const { from, code, content } of openedOf(rows, 'in-touch')) {
    const { week } = content.body;
    if (from === own || !code || !codes.has(code) || typeof week !== 'string') continue;
    if ((latest.get(from) ?? '') < week) latest.set(from, week);
  }
  return [...latest]
    .map(([mission, week]) => ({ mission, week }))
    .sort((a, b) => byText(b.week, a.week) || byText(a.mission, b.mission));
}
