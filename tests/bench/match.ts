/** A blind comparison of 200 people with 200: every turn of both sides, beside the blinding that cannot be saved. */

import { MATCH_SIZE } from '../../src/domain/circle/match-rules.ts';
import type { EntryId, MissionCode } from '../../src/domain/ids.ts';
import { askMatch, finishMatch, replyMatch, settleMatch } from '../../src/sealing/match.ts';
import { domainOf, freshScalar, inputPoint } from '../../src/sealing/match-points.ts';

export interface MatchFigures {
  readonly size: number;
  /** Milliseconds of the four turns. */
  readonly turns: number;
  /** Milliseconds of hashing and blinding each point twice, with nothing checked or proven. */
  readonly bare: number;
  /** Milliseconds of the longest turn. */
  readonly longest: number;
}

export async function measureMatch(): Promise<MatchFigures> {
  const terms = {
    circle: 'meren',
    asker: 'aldermark' as MissionCode,
    replier: 'brenland' as MissionCode,
    run: '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId,
    size: MATCH_SIZE,
  };
  const people = (from: number) =>
    Array.from({ length: terms.size }, (_, index) => `person ${from + index}|1986`);
  const [ours, theirs] = [people(0), people(terms.size / 2)];
  const times: number[] = [];
  async function timed<T>(turn: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const made = await turn();
    times.push(performance.now() - start);
    return made;
  }

  const { ask, secret } = await timed(() => askMatch(terms, ours));
  const { reply, secret: theirSecret } = await timed(() => replyMatch(terms, ask, theirs));
  const { result, pairs } = await timed(() => finishMatch(terms, secret, ask, reply));
  const settled = await timed(() => settleMatch(terms, theirSecret, ask, reply, result));
  if (pairs.length !== terms.size / 2 || settled.length !== pairs.length) throw new Error('wrong pairs');

  const domain = domainOf(terms);
  const [one, other] = [freshScalar(), freshScalar()];
  const start = performance.now();
  for (const name of [...ours, ...theirs]) inputPoint(name, domain).multiply(one).multiply(other);
  const bare = performance.now() - start;
  return {
    size: terms.size,
    turns: times.reduce((sum, each) => sum + each, 0),
    bare,
    longest: Math.max(...times),
  };
}
