/** The law of a blind comparison: both sides find exactly those whom both know, and can find out nothing about the others. */

import fc from 'fast-check';
import { expect } from 'vitest';
import type { EntryId, MissionCode } from '../../src/domain/ids.ts';
import { askMatch, finishMatch, type MatchTerms, replyMatch, settleMatch } from '../../src/sealing/match.ts';
import { domainOf, inputPoint, pointsFrom, scalarFrom } from '../../src/sealing/match-points.ts';

export const matchTerms: MatchTerms = {
  circle: 'meren',
  asker: 'aldermark' as MissionCode,
  replier: 'brenland' as MissionCode,
  run: '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId,
  size: 6,
};

export async function runMatch(terms: MatchTerms, asker: readonly string[], replier: readonly string[]) {
  const { ask, secret: askSecret } = await askMatch(terms, asker);
  const { reply, secret: replySecret } = await replyMatch(terms, ask, replier);
  const { result, pairs } = await finishMatch(terms, askSecret, ask, reply);
  const settled = await settleMatch(terms, replySecret, ask, reply, result);
  return { ask, reply, result, askSecret, replySecret, pairs, settled };
}

/** Every point that crossed, as text. */
export function crossed(
  { ask, reply, result }: Pick<Awaited<ReturnType<typeof runMatch>>, 'ask' | 'reply' | 'result'>,
  size: number,
) {
  return new Set(
    [ask.points, reply.points, reply.back, result.back].flatMap((text) =>
      pointsFrom(text, size).map((point) => point.toHex()),
    ),
  );
}

const people = Array.from({ length: 16 }, (_, index) => `person ${index}|1986`);
const known = fc.subarray(people, { maxLength: matchTerms.size });

export async function checkMatchLaw(options: {
  readonly runs: number;
  readonly seed: number;
}): Promise<number> {
  let met = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(people, { maxLength: matchTerms.size }),
      known,
      async (asker, replier) => {
        const run = await runMatch(matchTerms, asker, replier);
        const both = asker.filter((each) => replier.includes(each)).sort();
        met += both.length;
        expect(run.pairs.map(({ input }) => asker[input]).sort()).toEqual(both);
        expect(run.settled.map(({ input }) => replier[input]).sort()).toEqual(both);
        expect(placesOf(run.pairs)).toEqual(placesOf(run.settled));
        await checkNobodyElseCanBeGuessed(run);
      },
    ),
    { numRuns: options.runs, seed: options.seed },
  );
  return met;
}

const placesOf = (pairs: readonly { readonly ask: number; readonly reply: number }[]) =>
  pairs.map(({ ask, reply }) => `${ask}-${reply}`).sort();

/** Neither side's key, nor both sides' points together, say of any name whether it was there. */
async function checkNobodyElseCanBeGuessed(run: Awaited<ReturnType<typeof runMatch>>): Promise<void> {
  const seen = crossed(run, matchTerms.size);
  const domain = domainOf(matchTerms);
  for (const guess of people) {
    const bare = inputPoint(guess, domain);
    expect(seen.has(bare.toHex())).toBe(false);
    const byAsker = bare.multiply(scalarFrom(run.askSecret.scalar)).toHex();
    const byReplier = bare.multiply(scalarFrom(run.replySecret.scalar)).toHex();
    // With its own key a mission finds its own people and nobody of the other's.
    const own = (text: string) => new Set(pointsFrom(text, matchTerms.size).map((point) => point.toHex()));
    expect(own(run.reply.points).has(byAsker)).toBe(false);
    expect(own(run.ask.points).has(byReplier)).toBe(false);
    expect(own(run.reply.back).has(byReplier)).toBe(false);
    expect(own(run.result.back).has(byAsker)).toBe(false);
  }
}
