/** Two missions that compare whom they know, turn by turn, with what the cases of it need at hand. */

import type { Code } from '../../src/domain/ids.ts';
import type { Role } from '../../src/domain/missions.ts';
import type { MatchRun } from '../../src/log/circle/contract/matching.ts';
import type { CircleOutcome } from '../../src/log/circle/contract/sharing.ts';
import type { ConsentInput } from '../../src/log/writing/saving.ts';
import { agreed } from './log-world.ts';
import { type MatchSide, type MatchWorld, openMatchWorld } from './match-world.ts';

export const born = '1986-03-09';

export interface MatchPair {
  readonly world: MatchWorld;
  readonly aldermark: MatchSide;
  readonly brenland: MatchSide;
  sync(): Promise<unknown>;
  /** The latest run. @throws Error where there is none */
  run(side: MatchSide): MatchRun;
  states(): readonly string[];
  /** Both know one person, each somebody else besides. */
  sameNino(): Promise<readonly [ours: Code, theirs: Code]>;
  /** Every turn of a run. */
  compared(): Promise<void>;
  /** @throws Error unless there is one match */
  only(side: MatchSide): MatchRun['matches'][number];
  answer(side: MatchSide, agrees: boolean): Promise<CircleOutcome>;
}

export async function openPair(size = 8, roles: readonly Role[] = ['focal-point']): Promise<MatchPair> {
  const world = await openMatchWorld(['aldermark', 'brenland'], size, roles);
  const aldermark = world.side('aldermark');
  const brenland = world.side('brenland');
  const sync = () => Promise.all([aldermark.sync(), brenland.sync()]);
  const run = (side: MatchSide) => {
    const [latest] = side.matching.runs;
    if (!latest) throw new Error('no run');
    return latest;
  };
  const only = (side: MatchSide) => {
    const [found, ...more] = run(side).matches;
    if (!found || more.length > 0) throw new Error('not one match');
    return found;
  };
  return {
    world,
    aldermark,
    brenland,
    sync,
    run,
    only,
    states: () => [run(aldermark).state, run(brenland).state],
    async sameNino() {
      const ours = await aldermark.defender('Nino Mtisdze', born, ['brenland']);
      await aldermark.defender('Igor Shcherbakov', '1971-05-01', ['brenland']);
      const theirs = await brenland.defender('მთისძე ნინო', '1986-01-01', ['aldermark']);
      await brenland.defender('Anna Lund', '1990-01-01', ['aldermark']);
      await sync();
      return [ours, theirs];
    },
    async compared() {
      await aldermark.matching.begin(brenland.code);
      await sync();
      for (const side of [brenland, aldermark, brenland]) {
        await side.matching.take(run(side).run);
        await sync();
      }
    },
    async answer(side, agrees) {
      const outcome = await side.matching.lift(run(side).run, only(side).id, agrees);
      await sync();
      return outcome;
    },
  };
}

export const takenBack = (about: Code): ConsentInput => agreed(about, { outcome: 'withdrawn', grants: [] });
