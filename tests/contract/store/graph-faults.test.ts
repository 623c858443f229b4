/** The book over Graph keeps the same contract while the service and the network misbehave. */

import { afterAll, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../../src/local-tenant/faults/fault-box.ts';
import { type Limits, usualLimits } from '../../../src/store/graph/patience.ts';
import { bookContract } from './book-contract.ts';
import { localGround } from './local-place.ts';
import { cleared, storeErrorOf } from './place.ts';
import { nextEntryId, visitOn } from './visit-kind.ts';

const ground = localGround();
afterAll(() => ground.close());

/** So patient that chance alone never ends a try; the usual limits have tests of their own. */
const stubborn: Limits = { ...usualLimits, tries: 15, budget: 900_000, storm: 200 };

/** Chances are drawn from a seed, so every run misbehaves in the same way. */
const weather: readonly (readonly [string, readonly FaultRule[]])[] = [
  ['the service is busy', [{ kind: 'throttled', probability: 0.2, seed: 11 }]],
  [
    'the service is down now and then',
    [{ kind: 'unavailable', probability: 0.2, seed: 12, retryAfter: null }],
  ],
  ['requests get lost', [{ kind: 'lostRequest', probability: 0.15, seed: 31 }]],
  ['answers get lost after the work is done', [{ kind: 'lostAnswer', probability: 0.15, seed: 14 }]],
  [
    'answers time out after the work is done',
    [{ kind: 'lostAnswer', probability: 0.15, seed: 15, status: 504 }],
  ],
  [
    'writes fail with 500 after the work is done',
    [{ kind: 'lostAnswer', method: 'POST|PATCH', path: 'items', probability: 0.3, seed: 16, status: 500 }],
  ],
  ['batches are answered in part', [{ kind: 'partialBatch', probability: 0.4, seed: 17, inner: 2 }]],
  ['pages are short', [{ kind: 'shortPages', rows: 1 }]],
  ['delta repeats its rows', [{ kind: 'duplicateDelta' }]],
  ['delta breaks off', [{ kind: 'truncatedDelta', always: true }]],
  ["somebody else's page answers now and then", [{ kind: 'captivePortal', probability: 0.1, seed: 18 }]],
  ['answers are slow', [{ kind: 'latency', ms: 2 }]],
  ['nobody is named in stamps', [{ kind: 'missingUserId' }]],
  ['changes are refused for nothing', [{ kind: 'resourceModified', probability: 0.3, seed: 19 }]],
  [
    'everything happens at once',
    [
      { kind: 'throttled', probability: 0.06, seed: 21 },
      { kind: 'lostRequest', probability: 0.06, seed: 22 },
      { kind: 'lostAnswer', probability: 0.06, seed: 23 },
      { kind: 'partialBatch', probability: 0.1, seed: 24 },
      { kind: 'resourceModified', probability: 0.1, seed: 25 },
      { kind: 'shortPages', rows: 2 },
    ],
  ],
];

for (const [name, faults] of weather)
  bookContract(`A book over Graph while ${name}`, () => ground.open(faults, stubborn), { everyKind: false });

describe.each(['conflict', 'badRequest', 'serverError'] as const)(
  'A tenant that says "%s" for a duplicate',
  (unique) => {
    it('still keeps one entry of two saves, and names the one that is there', async () => {
      const place = await ground.open();
      ground.tenant.faults.behave({ unique });
      const { book, visit, person } = place;
      await place.owner.provision([visit]);
      const entry = nextEntryId();
      const first = await book.add(cleared(visit, visitOn('2026-11-02'), person, entry));
      expect(await book.add(cleared(visit, visitOn('2026-11-02'), person, entry))).toEqual(first);
      const error = await storeErrorOf(book.add(cleared(visit, visitOn('2026-11-03'), person, entry)));
      expect([error.code, error.fresh]).toEqual(['duplicate', first.entry]);
    });
  },
);
