/**
 * Proves that a whole list of points was blinded with one and the same key, without showing it (Chaum and Pedersen, put
 * together as in RFC 9497): nobody can hide a match from the other side by answering with other points.
 */

import { pippenger } from '@noble/curves/abstract/curve.js';
import { utf8 } from './bytes.ts';
import { BadMatch, breath, challenge, freshScalar, Point, scalarFrom, scalarText } from './match-points.ts';

/** `after[i]` is said to be `before[i]` blinded with the key whose public point is `key`. */
export interface Blinding {
  readonly key: Point;
  readonly before: readonly Point[];
  readonly after: readonly Point[];
  /** Everything else that was said in this run: a proof fits nowhere else. */
  readonly transcript: string;
}

const SCALAR_CHARACTERS = 43;
/** Enough that a wrong point goes unseen once in 2^128, and half the work. */
const WEIGHT = (1n << 128n) - 1n;

/** @param scalar the key itself */
export async function prove(blinding: Blinding, scalar: bigint, domain: string): Promise<string> {
  const weights = weightsOf(blinding, domain);
  const before = await weighed(blinding.before, weights);
  const nonce = freshScalar();
  const asked = challengeOf(blinding, domain, [
    before,
    before.multiply(scalar),
    Point.BASE.multiply(nonce),
    before.multiply(nonce),
  ]);
  const answer = Point.Fn.sub(nonce, Point.Fn.mul(asked, scalar));
  return scalarText(asked) + scalarText(answer);
}

/** @throws BadMatch `proof` */
export async function checkProof(blinding: Blinding, proof: string, domain: string): Promise<void> {
  if (proof.length !== 2 * SCALAR_CHARACTERS) throw new BadMatch('proof');
  const asked = scalarFrom(proof.slice(0, SCALAR_CHARACTERS));
  const answer = scalarFrom(proof.slice(SCALAR_CHARACTERS));
  const weights = weightsOf(blinding, domain);
  const before = await weighed(blinding.before, weights);
  const after = await weighed(blinding.after, weights);
  const again = challengeOf(blinding, domain, [
    before,
    after,
    pippenger(Point, [Point.BASE, blinding.key], [answer, asked]),
    pippenger(Point, [before, after], [answer, asked]),
  ]);
  if (again !== asked) throw new BadMatch('proof');
}

/** One weight a place, decided by everything that was said: whoever makes the proof cannot choose them. */
function weightsOf({ key, before, after, transcript }: Blinding, domain: string): readonly bigint[] {
  const said = [key, ...before, ...after].map((point) => point.toBytes());
  const seed = Point.Fn.toBytes(challenge(`${domain} seed`, utf8(transcript), ...said));
  return before.map((_, index) => challenge(`${domain} weight`, seed, utf8(String(index))) & WEIGHT);
}

const AT_ONCE = 25;

/** Sum of the points, each times its weight; nothing here is secret. */
async function weighed(points: readonly Point[], weights: readonly bigint[]): Promise<Point> {
  let sum = Point.ZERO;
  for (let at = 0; at < points.length; at += AT_ONCE) {
    const some = points.slice(at, at + AT_ONCE);
    sum = sum.add(pippenger(Point, some, weights.slice(at, at + AT_ONCE)));
    await breath();
  }
  return sum;
}

function challengeOf({ key, transcript }: Blinding, domain: string, shown: readonly Point[]): bigint {
  const points = [key, ...shown].map((point) => point.toBytes());
  return challenge(domain, utf8(transcript), ...points);
}
