/** The law of sharing, run so many times: nothing sealed and nothing done there without consent, whatever fails and whoever is killed. */

import fc from 'fast-check';
import { type Command, play, type Run } from './share-runs.ts';

const who = fc.constantFrom(0 as const, 1 as const);
const nth = fc.nat(3);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      who,
      days: fc.constantFrom(0, 2, 30),
      wide: fc.constantFrom(true, true, true, false),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('withdraw' as const, 'refuse' as const), who }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('share' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('again' as const), who, nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('uphold' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('act' as const), nth }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass-time' as const), hours: fc.constantFrom(1, 40, 80) }),
  },
);

const run: fc.Arbitrary<Run> = fc.record({
  steps: fc
    .array(fc.oneof(fc.tuple(command), fc.tuple(command, command)), { minLength: 2, maxLength: 7 })
    .map((steps) => [[{ do: 'give', who: 0, days: 30, wide: true }] as const, ...steps]),
  chances: fc.array(fc.nat(599), { minLength: 60, maxLength: 240 }),
});

export interface Tally {
  readonly seed: number;
  readonly runs: number;
  readonly sealed: number;
  readonly deeds: number;
  readonly refusals: number;
  readonly takenBack: number;
  readonly faults: number;
}

/** @throws with seed and run when something was sealed or done without consent. */
export async function checkShareLaw(runs: number, seed: number): Promise<Tally> {
  const tally = { seed, runs: 0, sealed: 0, deeds: 0, refusals: 0, takenBack: 0, faults: 0 };
  await fc.assert(
    fc.asyncProperty(run, async (each) => {
      const findings = await play(each, seed + tally.runs);
      tally.runs += 1;
      tally.sealed += findings.sealed;
      tally.deeds += findings.deeds;
      tally.refusals += findings.refusals;
      tally.takenBack += findings.takenBack;
      tally.faults += findings.faults;
      if (findings.violations.length > 0) throw new Error(findings.violations.join('\n'));
    }),
    // Finding a smaller run takes longer than the test may: the seed and the path are told at once.
    { numRuns: runs, seed, endOnFailure: true },
  );
  return tally;
}
