/** Points and scalars of ristretto255 as a comparison uses them: made, blinded, written as text and read strictly. */

import { ristretto255, ristretto255_hasher } from '@noble/curves/ed25519.js';
import type { EntryId, MissionCode } from '../domain/ids.ts';
import { fromBase64url, randomBytes, sha256, toBase64url, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';

export const Point = ristretto255.Point;
export type Point = InstanceType<typeof Point>;

/** What one comparison is bound to: nothing of it fits into another. */
export interface MatchTerms {
  readonly circle: string;
  readonly asker: MissionCode;
  readonly replier: MissionCode;
  readonly run: EntryId;
  /** Points each side sends, known people or not. */
  readonly size: number;
}

/** A message of a comparison that is not what an honest mission would have sent. */
export class BadMatch extends Error {
  override readonly name = 'BadMatch';
  readonly why: 'size' | 'not-a-point' | 'doubled' | 'echoed' | 'proof';
  constructor(why: BadMatch['why'], options?: ErrorOptions) {
    super(`bad match: ${why}`, options);
    this.why = why;
  }
}

const POINT_BYTES = 32;
const BITE = 8;

/** Names every hash of this run, so that the same name is another point in the next one. */
export function domainOf(terms: MatchTerms): string {
  const bound = toBase64url(sha256(canonical({ ...terms })));
  return `focal-point-match-v1-ristretto255-SHA512 ${bound}`;
}

export function inputPoint(input: string, domain: string): Point {
  return ristretto255_hasher.hashToCurve(utf8(`input ${input}`), { DST: domain });
}

/** Stands for nobody and cannot be told from a point that stands for somebody. */
export function paddingPoint(domain: string): Point {
  return inputPoint(`padding ${toBase64url(randomBytes(32))}`, `${domain} padding`);
}

export function freshScalar(): bigint {
  return (
    ristretto255_hasher.hashToScalar(randomBytes(64), { DST: 'focal-point-match-v1 scalar' }) || freshScalar()
  );
}

/** A number that everybody computes alike from these bytes. */
export function challenge(domain: string, ...parts: readonly Uint8Array[]): bigint {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return ristretto255_hasher.hashToScalar(joined, { DST: `${domain} challenge` });
}

export function scalarText(scalar: bigint): string {
  return toBase64url(Point.Fn.toBytes(scalar));
}

/** @throws BadMatch unless it is a scalar in its one spelling */
export function scalarFrom(text: string): bigint {
  try {
    return Point.Fn.fromBytes(fromBase64url(text));
  } catch (cause) {
    throw new BadMatch('proof', { cause });
  }
}

export function pointsText(points: readonly Point[]): string {
  const joined = new Uint8Array(points.length * POINT_BYTES);
  for (const [index, point] of points.entries()) joined.set(point.toBytes(), index * POINT_BYTES);
  return toBase64url(joined);
}

/**
 * So many points, each in its one encoding, each another one and none of them zero; the group has prime order, so none is of small order.
 * @throws BadMatch
 */
export function pointsFrom(text: string, count: number): readonly Point[] {
  const bytes = readBytes(text);
  if (bytes.length !== count * POINT_BYTES) throw new BadMatch('size');
  const seen = new Set<string>();
  return Array.from({ length: count }, (_, index) => {
    const encoded = bytes.subarray(index * POINT_BYTES, (index + 1) * POINT_BYTES);
    const spelt = toBase64url(encoded);
    if (seen.has(spelt)) throw new BadMatch('doubled');
    seen.add(spelt);
    return readPoint(encoded);
  });
}

function readBytes(text: string): Uint8Array {
  try {
    return fromBase64url(text);
  } catch (cause) {
    throw new BadMatch('size', { cause });
  }
}

function readPoint(encoded: Uint8Array): Point {
  let point: Point;
  try {
    point = Point.fromBytes(encoded);
  } catch (cause) {
    throw new BadMatch('not-a-point', { cause });
  }
  if (point.is0()) throw new BadMatch('not-a-point');
  return point;
}

/** Lets the screen draw. */
export function breath(): Promise<void> {
  return new Promise((done) => setTimeout(done, 0));
}

/** Does it for each in turn and lets the screen draw in between. */
export async function inBites<T, R>(items: readonly T[], run: (item: T) => R): Promise<R[]> {
  const done: R[] = [];
  for (const [index, item] of items.entries()) {
    if (index % BITE === BITE - 1) await breath();
    done.push(run(item));
  }
  return done;
}
