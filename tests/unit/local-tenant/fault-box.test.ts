/** Fault rules: whom they strike, how often, and that a seed repeats them. */
import { expect, it } from 'vitest';
import { type FaultRule, faultBox } from '../../../src/local-tenant/faults/fault-box.ts';

function strikes(rule: FaultRule, requests: [string, string][]): boolean[] {
  const box = faultBox();
  box.add(rule);
  return requests.map(([method, path]) => box.strike([rule.kind], method, path).length > 0);
}

it.each<[string, FaultRule, boolean[]]>([
  ['everything without conditions', { kind: 'throttled' }, [true, true, true, true]],
  ['the named methods only', { kind: 'throttled', method: 'POST|PATCH' }, [false, true, false, true]],
  ['the named paths only', { kind: 'throttled', path: '/items$' }, [true, true, false, false]],
  ['no more often than its count', { kind: 'throttled', count: 2 }, [true, true, false, false]],
  ['only after those let through', { kind: 'throttled', after: 3 }, [false, false, false, true]],
  ['nothing at probability 0', { kind: 'throttled', probability: 0 }, [false, false, false, false]],
])('strikes %s', (_, rule, expected) => {
  expect(
    strikes(rule, [
      ['GET', '/lists/1/items'],
      ['POST', '/lists/1/items'],
      ['GET', '/lists/1'],
      ['PATCH', '/lists/1/items/4/fields'],
    ]),
  ).toEqual(expected);
});

it('repeats the same strikes for the same seed and others for another', () => {
  const requests = Array.from({ length: 64 }, (): [string, string] => ['GET', '/']);
  const run = (seed: number) => strikes({ kind: 'throttled', probability: 0.5, seed }, requests);
  expect(run(7)).toEqual(run(7));
  expect(run(7)).not.toEqual(run(8));
  const struck = run(7).filter(Boolean).length;
  expect(struck).toBeGreaterThan(16);
  expect(struck).toBeLessThan(48);
});

it('refuses an expression that cannot be read', () => {
  expect(() => faultBox().add({ kind: 'latency', path: '(' })).toThrow(SyntaxError);
});

it('forgets one rule by its id, or all of them with changed behaviour', () => {
  const box = faultBox();
  const first = box.add({ kind: 'latency' });
  box.add({ kind: 'throttled' });
  box.clear(first);
  expect(box.list().map((rule) => rule.kind)).toEqual(['throttled']);
  box.behave({ unique: 'serverError' });
  box.clear();
  expect([box.list(), box.behaviour().unique]).toEqual([[], 'conflict']);
});
