/** The site of a configured circle as its members and its owner deal with it: is it open, is it whole, set it up. */

import { circleLists } from '../../domain/circle/registry.ts';
import type { Progress } from '../../store/book.ts';
import type { CircleStart, ConfiguredCircle } from './begin.ts';
import { checkCircle, type ListCheck } from './check.ts';
import type { CircleTrouble } from './circle.ts';
import { lacksLists, troubleOf } from './trouble.ts';

export interface CircleSite {
  /** `host:/sites/path`. */
  readonly id: string;
  /** What stands in the way, or undefined where the circle is open. */
  trouble(): Promise<CircleTrouble | undefined>;
  /** Tries again from a click: the host may ask the person to sign in. */
  again(): Promise<CircleTrouble | undefined>;
  /** Looks at every list, and tries what can be tried without harm. @throws StoreError */
  check(): Promise<readonly ListCheck[]>;
  /** Makes what is missing; only an owner of the site can. Call it from a click. @throws StoreError */
  setUp(progress: Progress): Promise<void>;
}

export function openCircleSites(circles: readonly ConfiguredCircle[]): readonly CircleSite[] {
  return circles.map((circle) => ({
    id: circle.id,
    trouble: async () => troubleIn(await circle.opening),
    again: async () => troubleIn(await circle.again()),
    async check() {
      const start = await circle.opening;
      if (!start.ok) throw start.error;
      return checkCircle(circle.book, start.person);
    },
    async setUp(progress) {
      const book = await circle.owners();
      await book.provision(circleLists, progress);
    },
  }));
}

/** What came of trying to open a circle, as one of the closed words; undefined where it is open. */
export function troubleIn(start: CircleStart): CircleTrouble | undefined {
  if (!start.ok) return troubleOf(start.error);
  return lacksLists(start.opening.health) ? 'not-provisioned' : undefined;
}
