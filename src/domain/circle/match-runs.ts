/** What the messages of a blind comparison amount to: whose turn it is, what is too soon, and what both said about a match. */

import type { EntryId, Instant, MissionCode } from '../ids.ts';
import type { AnyRecord } from '../record-kind.ts';
import { lapsesAt, nextMatchAt } from './match-rules.ts';

/** A message as it was opened and verified: `at` is what its author signed. */
export interface MatchMessage {
  readonly entry: EntryId;
  readonly from: MissionCode;
  readonly audience: readonly MissionCode[];
  readonly at: Instant;
  readonly type: string;
  readonly body: AnyRecord;
}

/** One run: of each message the first counts, whoever repeats themselves. */
export interface MatchTurns {
  readonly run: EntryId;
  readonly asker: MissionCode;
  readonly replier: MissionCode;
  readonly ask: MatchMessage;
  readonly reply?: MatchMessage;
  readonly result?: MatchMessage;
  readonly lifts: readonly MatchMessage[];
  /** Begun sooner after the others than these two missions may. */
  readonly tooSoon: boolean;
}

/** Runs that `me` takes part in, oldest first. */
export function turnsIn(messages: readonly MatchMessage[], me: MissionCode): readonly MatchTurns[] {
  const inOrder = [...messages].sort((a, b) => byText(a.at, b.at) || byText(a.entry, b.entry));
  const earlier = new Map<MissionCode, Instant[]>();
  return inOrder.flatMap((ask) => {
    const other = ask.type === 'match-ask' ? partner(ask) : undefined;
    if (other === undefined || (ask.from !== me && other !== me)) return [];
    const turns = withTurns(ask, other, inOrder);
    const pair = ask.from === me ? other : ask.from;
    const times = earlier.get(pair) ?? [];
    const tooSoon = nextMatchAt(times, ask.at) !== undefined;
    if (!tooSoon) earlier.set(pair, [...times, timeOf(turns)]);
    return [{ ...turns, tooSoon }];
  });
}

function withTurns(
  ask: MatchMessage,
  replier: MissionCode,
  messages: readonly MatchMessage[],
): Omit<MatchTurns, 'tooSoon'> {
  const of = (type: string, from: MissionCode) =>
    messages.filter((each) => each.type === type && each.from === from && each.body.run === ask.entry);
  const [reply] = of('match-reply', replier);
  const [result] = of('match-result', ask.from);
  return {
    run: ask.entry,
    asker: ask.from,
    replier,
    ask,
    ...(reply ? { reply } : {}),
    ...(reply && result ? { result } : {}),
    lifts: [...of('match-lift', ask.from), ...of('match-lift', replier)],
  };
}

/** Whom an ask is for, where it is for one mission. */
function partner({ from, audience }: MatchMessage): MissionCode | undefined {
  const others = audience.filter((each) => each !== from);
  return others.length === 1 ? others[0] : undefined;
}

/** When a run counts towards how often: its last turn that costs anything. */
export function timeOf({ ask, reply }: Pick<MatchTurns, 'ask' | 'reply'>): Instant {
  return reply && reply.at > ask.at ? reply.at : ask.at;
}

export type MatchTurn = 'reply' | 'finish' | 'read';

/** What is to be done next and by whom; `lapses` is when nobody can do it any more. */
export function nextTurn({ asker, replier, ask, reply, result }: MatchTurns): {
  readonly turn: MatchTurn;
  readonly whose: MissionCode;
  readonly lapses: Instant;
} {
  if (!reply) return { turn: 'reply', whose: replier, lapses: lapsesAt(ask.at) };
  if (!result) return { turn: 'finish', whose: asker, lapses: lapsesAt(reply.at) };
  return { turn: 'read', whose: replier, lapses: lapsesAt(result.at) };
}

/** What the other mission said about any of these places, and its code for them once it gave one. */
export function theirWord(
  { lifts }: MatchTurns,
  them: MissionCode,
  pairs: readonly string[],
): { readonly they: 'open' | 'yes' | 'no'; readonly code?: string } {
  const said = new Map<string, boolean>();
  let code: string | undefined;
  for (const { from, body } of lifts) {
    if (from !== them) continue;
    const touched = pairsOf(body).filter((pair) => pairs.includes(pair));
    // The first word on a place stands: a no is for good.
    for (const pair of touched) if (!said.has(pair)) said.set(pair, body.agrees === true);
    if (typeof body.code === 'string' && touched.some((pair) => said.get(pair))) code ??= body.code;
  }
  if ([...said.values()].some(Boolean)) return { they: 'yes', ...(code === undefined ? {} : { code }) };
  return { they: pairs.every((pair) => said.has(pair)) ? 'no' : 'open' };
}

function pairsOf(body: AnyRecord): readonly string[] {
  return Array.isArray(body.pairs) ? body.pairs : [];
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
