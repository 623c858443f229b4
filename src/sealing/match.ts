/**
 * Two missions learn whom both know and nothing else: each blinds its people with a key of its own for this run, the
 * other blinds them again, and what both know meets as the same point whichever key came first (Diffie-Hellman private
 * set intersection). Neither can try a name without the other's key, so every guess costs the other's turn.
 */

import { randomBytes, toBase64url } from './bytes.ts';
import {
  BadMatch,
  domainOf,
  freshScalar,
  inBites,
  inputPoint,
  type MatchTerms,
  Point,
  paddingPoint,
  pointsFrom,
  pointsText,
  scalarFrom,
  scalarText,
} from './match-points.ts';
import { checkProof, prove } from './match-proof.ts';

export { BadMatch, type MatchTerms };

/** First turn: the asker's people, blinded. */
export interface MatchAsk {
  readonly key: string;
  readonly points: string;
}

/** Second turn: the replier's people, blinded; and the asker's, in their order, blinded again. */
export interface MatchReply extends MatchAsk {
  readonly back: string;
  readonly proof: string;
}

/** Third turn: the replier's people, in their order, blinded again. */
export interface MatchResult {
  readonly back: string;
  readonly proof: string;
}

/** What a mission keeps of its turn until the run has ended: with it, and the other's word, its people could be guessed. */
export interface MatchSecret {
  readonly scalar: string;
  /** By place in the list sent: which of the own inputs stands there, -1 for nobody. */
  readonly places: readonly number[];
}

/** One person both know: the places in both lists, and which of the own inputs it was. */
export interface MatchPair {
  readonly ask: number;
  readonly reply: number;
  readonly input: number;
}

/** @throws TypeError for more inputs than places */
export async function askMatch(
  terms: MatchTerms,
  inputs: readonly string[],
): Promise<{ readonly ask: MatchAsk; readonly secret: MatchSecret }> {
  const { scalar, secret, points } = await blinded(terms, inputs);
  return { ask: { key: keyText(scalar), points: pointsText(points) }, secret };
}

/** @throws BadMatch for an ask that no honest mission sends */
export async function replyMatch(
  terms: MatchTerms,
  ask: MatchAsk,
  inputs: readonly string[],
): Promise<{ readonly reply: MatchReply; readonly secret: MatchSecret }> {
  pointsFrom(ask.key, 1);
  const theirs = pointsFrom(ask.points, terms.size);
  const { scalar, secret, points } = await blinded(terms, inputs);
  const after = await inBites(theirs, (point) => point.multiply(scalar));
  const own = { key: keyText(scalar), points: pointsText(points) };
  const blinding = {
    key: Point.BASE.multiply(scalar),
    before: theirs,
    after,
    transcript: transcriptOf(ask, own),
  };
  const proof = await prove(blinding, scalar, domainOf(terms));
  return { reply: { ...own, back: pointsText(after), proof }, secret };
}

/** @throws BadMatch for a reply that no honest mission sends, or that answers another ask */
export async function finishMatch(
  terms: MatchTerms,
  secret: MatchSecret,
  ask: MatchAsk,
  reply: MatchReply,
): Promise<{ readonly result: MatchResult; readonly pairs: readonly MatchPair[] }> {
  const { points, back } = await checkReply(terms, ask, reply);
  const scalar = scalarFrom(secret.scalar);
  if (keyText(scalar) !== ask.key) throw new BadMatch('echoed');
  const after = await inBites(points, (point) => point.multiply(scalar));
  const blinding = {
    key: Point.BASE.multiply(scalar),
    before: points,
    after,
    transcript: transcriptOf(ask, reply),
  };
  const proof = await prove(blinding, scalar, domainOf(terms));
  return {
    result: { back: pointsText(after), proof },
    pairs: pairsIn(back, after, (ask) => secret.places[ask]),
  };
}

/** The replier's look at the result. @throws BadMatch for one that does not follow from ask and reply */
export async function settleMatch(
  terms: MatchTerms,
  secret: MatchSecret,
  ask: MatchAsk,
  reply: MatchReply,
  result: MatchResult,
): Promise<readonly MatchPair[]> {
  if (keyText(scalarFrom(secret.scalar)) !== reply.key) throw new BadMatch('echoed');
  const { points, back } = await checkReply(terms, ask, reply);
  const [key = Point.ZERO] = pointsFrom(ask.key, 1);
  const after = pointsFrom(result.back, terms.size);
  const blinding = { key, before: points, after, transcript: transcriptOf(ask, reply) };
  await checkProof(blinding, result.proof, domainOf(terms));
  return pairsIn(back, after, (_ask, reply) => secret.places[reply]);
}

async function blinded(terms: MatchTerms, inputs: readonly string[]) {
  if (new Set(inputs).size > terms.size) throw new TypeError('more inputs than places');
  const domain = domainOf(terms);
  const scalar = freshScalar();
  const places = shuffledPlaces(inputs, terms.size);
  const points = await inBites(places, (input) => {
    const known = inputs[input];
    return (known === undefined ? paddingPoint(domain) : inputPoint(known, domain)).multiply(scalar);
  });
  return { scalar, points, secret: { scalar: scalarText(scalar), places } };
}

/** Each input once and -1 for the rest, in an order that says nothing. */
function shuffledPlaces(inputs: readonly string[], size: number): readonly number[] {
  const once = [...inputs.keys()].filter((index) => inputs.indexOf(inputs[index] ?? '') === index);
  return Array.from({ length: size }, (_, place) => ({
    input: once[place] ?? -1,
    draw: toBase64url(randomBytes(16)),
  }))
    .sort((a, b) => (a.draw < b.draw ? -1 : 1))
    .map(({ input }) => input);
}

async function checkReply(terms: MatchTerms, ask: MatchAsk, reply: MatchReply) {
  const asked = pointsFrom(ask.points, terms.size);
  const points = pointsFrom(reply.points, terms.size);
  const back = pointsFrom(reply.back, terms.size);
  const [key = Point.ZERO] = pointsFrom(reply.key, 1);
  const own = new Set(asked.map(spelling));
  if (reply.key === ask.key || points.some((point) => own.has(spelling(point)))) throw new BadMatch('echoed');
  const blinding = { key, before: asked, after: back, transcript: transcriptOf(ask, reply) };
  await checkProof(blinding, reply.proof, domainOf(terms));
  return { points, back };
}

function pairsIn(
  asked: readonly Point[],
  replied: readonly Point[],
  inputAt: (ask: number, reply: number) => number | undefined,
): readonly MatchPair[] {
  const places = new Map(replied.map((point, place) => [spelling(point), place]));
  return asked.flatMap((point, ask) => {
    const reply = places.get(spelling(point));
    const input = reply === undefined ? undefined : inputAt(ask, reply);
    return reply === undefined || input === undefined || input < 0 ? [] : [{ ask, reply, input }];
  });
}

const keyText = (scalar: bigint): string => pointsText([Point.BASE.multiply(scalar)]);
const spelling = (point: Point): string => toBase64url(point.toBytes());

/** Both lists as they were sent: a proof holds for these and no others. */
function transcriptOf(ask: MatchAsk, reply: MatchAsk): string {
  return [ask.key, ask.points, reply.key, reply.points].join(' ');
}
