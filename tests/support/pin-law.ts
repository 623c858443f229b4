/** What may be sealed to a mission, after whatever happened to its head's key, beside a model of three words. */

import * as fc from 'fast-check';
import type { MissionCode } from '../../src/domain/ids.ts';
import { recipientsFrom } from '../../src/sealing/standing.ts';
import { fakeHead } from './fake-head.ts';
import { type AtWork, openTrustWorld, readyMission, verifiedInPerson } from './trust-world.ts';

const corvia = 'corvia' as MissionCode;
const steps = ['verify', 'unpin', 'hand-over', 'begin-anew', 'fake', 'lock'] as const;
export type Step = (typeof steps)[number];
type State = 'unpinned' | 'believed' | 'broken';

/** The next state of whoever looks at Corvia; a break needs a pin that it contradicts. */
function next(state: State, step: Step): State {
  if (step === 'verify') return 'believed';
  if (step === 'unpin') return 'unpinned';
  if (step === 'begin-anew' || step === 'fake') return state === 'believed' ? 'broken' : state;
  return state;
}

export interface PinTally {
  readonly seed: number;
  runs: number;
  steps: number;
  blocked: number;
}

/** @throws what fast-check found, with the seed to find it again */
export async function checkPinLaw(runs: number, seed: number): Promise<PinTally> {
  const tally: PinTally = { seed, runs: 0, steps: 0, blocked: 0 };
  const history = fc.array(fc.constantFrom(...steps), { minLength: 2, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(history, async (given) => {
      tally.runs += 1;
      await playPins(given, tally);
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  return tally;
}

/** @throws after the first step at which what may be sealed differs from the model */
export async function playPins(
  given: readonly Step[],
  tally: PinTally = { seed: 0, runs: 1, steps: 0, blocked: 0 },
): Promise<PinTally> {
  const world = await openTrustWorld();
  const { focal: ours } = await readyMission(world, 'aldermark');
  let heads: readonly [AtWork, AtWork] = [
    (await readyMission(world, 'corvia')).head,
    await world.open('nadia'),
  ];
  let state: State = 'unpinned';
  try {
    for (const step of given) {
      const [head, heir] = heads;
      if (step === 'verify') await verifiedInPerson(ours, head);
      if (step === 'unpin') await ours.trust.pins.unpin(corvia);
      if (step === 'fake') await fakeHead(world, corvia, ours);
      if (step === 'lock') {
        // Not to be believed any more is no reason to lose what was believed.
        head.trust.keys.lock();
        await head.unlocked();
      }
      if (step === 'hand-over' || step === 'begin-anew') {
        await heir.hear();
        await heir.freshKey();
        await head.hear();
        const found = (await head.trust.keys.heirs()).find(({ needsNewKey }) => !needsNewKey);
        if (step === 'hand-over') await head.trust.keys.handOver(found?.kid ?? '');
        else await heir.trust.keys.beginAnew();
        await heir.hear();
        await heir.trust.keys.signCards();
        heads = [heir, head];
      }
      await ours.hear();
      state = next(state, step);
      tally.steps += 1;
      const isOpen = recipientsFrom(ours.trust.standing(), [corvia]).ok;
      if (!isOpen) tally.blocked += 1;
      if (isOpen !== (state === 'believed'))
        throw new Error(`${given.join(', ')}: after ${step} ${state}, yet ${isOpen ? 'open' : 'shut'}`);
    }
    return tally;
  } finally {
    world.close();
  }
}
