/** Many requests in few calls: at most twenty each, every inner request with its own patience. */

import '../../domain/jitless.ts';
import * as z from 'zod/mini';
import { StoreError } from '../store-error.ts';
import { type Answer, type Ask, failureOf, isTransient, type Send, secondsOf, succeeded } from './answer.ts';
import type { Patience } from './patience.ts';

const mostInner = 20;

const batchBody = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
      body: z.optional(z.unknown()),
    }),
  ),
});

/**
 * Sends up to twenty requests once, in order where `ordered` (each waits for the one before; 424 where that failed).
 * Answers what became of the call as a whole, or one answer per request.
 */
export async function sendBatch(
  send: Send,
  asks: readonly Ask[],
  ordered = false,
): Promise<{ readonly refused: Answer } | { readonly answers: readonly Answer[] }> {
  if (asks.length > mostInner) throw new TypeError(`a batch holds at most ${mostInner} requests`);
  const requests = asks.map((ask, index) => ({
    id: String(index + 1),
    method: ask.method,
    url: ask.url,
    ...(ask.body === undefined ? {} : { body: ask.body }),
    headers: { ...(ask.body === undefined ? {} : { 'Content-Type': 'application/json' }), ...ask.headers },
    ...(ordered && index > 0 ? { dependsOn: [String(index)] } : {}),
  }));
  const whole = await send({ method: 'POST', url: '/$batch', body: { requests } });
  if (!succeeded(whole)) return { refused: whole };
  const parsed = batchBody.safeParse(whole.body);
  if (!parsed.success)
    throw new StoreError('unexpected-shape', { where: '$batch', requestId: whole.requestId });
  const byId = new Map(parsed.data.responses.map((one) => [one.id, one]));
  return {
    answers: requests.map(({ id }) => {
      const one = byId.get(id);
      return {
        // An inner request without an answer has the fate of a lost one.
        status: one?.status ?? 0,
        body: one?.body,
        requestId: whole.requestId,
        retryAfter: secondsOf(headerOf(one?.headers, 'retry-after')),
      };
    }),
  };
}

/**
 * Reads any number of things in as few calls as possible. Only what was turned away for a while is asked again; every
 * other answer, happy or not, is the caller's to judge. Must not hold writes. `spare` is a question that the caller can
 * do without: where it alone is still turned away when patience ends, that is its answer.
 */
export async function readBatch(
  send: Send,
  patience: Patience,
  asks: readonly Ask[],
  spare?: Ask,
): Promise<readonly Answer[]> {
  const chunks: (readonly Ask[])[] = [];
  for (let from = 0; from < asks.length; from += mostInner) chunks.push(asks.slice(from, from + mostInner));
  const answered = await Promise.all(chunks.map((chunk) => readChunk(send, patience, chunk, spare)));
  return answered.flat();
}

async function readChunk(
  send: Send,
  patience: Patience,
  asks: readonly Ask[],
  spare: Ask | undefined,
): Promise<readonly Answer[]> {
  const answers = new Map<Ask, Answer>();
  let spared: Answer | undefined;
  const tried = patience.persist(async () => {
    spared = undefined;
    const open = asks.filter((ask) => !answers.has(ask));
    const outcome = await sendBatch(send, open);
    if ('refused' in outcome) {
      const failure = failureOf(outcome.refused);
      if (!isTransient(outcome.refused)) throw failure;
      return { again: failure, retryAfter: outcome.refused.retryAfter };
    }
    let turnedAway: Answer | undefined;
    for (const [index, answer] of outcome.answers.entries()) {
      const ask = open[index];
      if (ask && !isTransient(answer)) answers.set(ask, answer);
      else if ((answer.retryAfter ?? 0) >= (turnedAway?.retryAfter ?? 0)) turnedAway = answer;
    }
    if (!turnedAway) return { done: undefined };
    if (spare && asks.every((ask) => ask === spare || answers.has(ask))) spared = turnedAway;
    return { again: failureOf(turnedAway), retryAfter: turnedAway.retryAfter };
  });
  await tried.catch((error: unknown) => {
    if (!spare || !spared) throw error;
    answers.set(spare, spared);
  });
  return asks.flatMap((ask) => answers.get(ask) ?? []);
}

function headerOf(headers: Readonly<Record<string, unknown>> | null | undefined, name: string): unknown {
  const found = Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name);
  return found?.[1];
}
