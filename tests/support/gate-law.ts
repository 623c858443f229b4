/** The law of the gate, run so many times: no gated write without valid consent, whatever fails and whoever is killed. */

import fc from 'fast-check';
import { type Command, play, type Run } from './gate-runs.ts';
import { type GraphWorld, openGraphWorld } from './graph-world.ts';
import { ines, type LogWorld, logWorldOver, openLogWorld, tomas } from './log-world.ts';

const who = fc.constantFrom(0 as const, 1 as const);
const at = fc.constantFrom(0 as const, 1 as const);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('give' as const),
      who,
      at,
      audiences: fc.constantFrom(['embassy' as const], ['embassy' as const, 'host-authority' as const]),
      days: fc.constantFrom(0, 1, 3, 30),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('refuse' as const, 'withdraw' as const), who, at }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('plan' as const), who, at, both: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('announce' as const), who, nth: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), who, nth: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('record' as const), who, at, why: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass-time' as const), hours: fc.constantFrom(1, 20, 80) }),
  },
);

const run: fc.Arbitrary<Run> = fc.record({
  steps: fc.array(fc.oneof(fc.tuple(command), fc.tuple(command, command)), { minLength: 3, maxLength: 9 }),
  chances: fc.array(fc.nat(99), { minLength: 40, maxLength: 160 }),
});

export interface Tally {
  readonly seed: number;
  readonly runs: number;
  readonly gatedWrites: number;
  readonly refusals: number;
  readonly faults: number;
}

/** @throws with seed and run when a gated write had no valid consent. */
export async function checkGateLaw(
  runs: number,
  seed: number,
  world: (nth: number) => Promise<LogWorld> = () => openLogWorld(),
): Promise<Tally> {
  const tally = { seed, runs: 0, gatedWrites: 0, refusals: 0, faults: 0 };
  await fc.assert(
    fc.asyncProperty(run, async (each) => {
      const findings = await play(await world(tally.runs), each);
      tally.runs += 1;
      tally.gatedWrites += findings.gatedWrites;
      tally.refusals += findings.refusals;
      tally.faults += findings.faults;
      if (findings.violations.length > 0) throw new Error(findings.violations.join('\n'));
    }),
    // Finding a smaller run takes longer than the test may: the seed and the path are told at once.
    { numRuns: runs, seed, endOnFailure: true },
  );
  return tally;
}

/** The same over SharePoint lists in a local tenant; a new tenant for every few runs. */
export async function checkGateLawOverGraph(runs: number, seed: number): Promise<Tally> {
  let graph: GraphWorld | undefined;
  const tally = await checkGateLaw(runs, seed, async (nth) => {
    if (nth % 20 === 0) {
      graph?.tenant.close();
      graph = await openGraphWorld();
    }
    const here = graph as GraphWorld;
    const keys = new Map([
      [ines.objectId, 'ines'],
      [tomas.objectId, 'tomas'],
    ]);
    return logWorldOver(here.time, (person) => here.book(keys.get(person.objectId) ?? '').book, seed + nth);
  });
  graph?.tenant.close();
  return tally;
}
