import { describe, expect, it } from 'vitest';
import type { Environment } from '../../../src/log/environment.ts';
import { openAllowance } from '../../../src/log/memory/allowance.ts';

/** A machine whose time passes when the test says so. */
function machine() {
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const environment: Pick<Environment, 'now' | 'after'> = {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  };
  return {
    environment,
    async pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = next.at;
        next.run();
      }
      now = end;
      await Promise.resolve();
    },
  };
}

describe('an allowance of three at once and six a minute', () => {
  const asked = (count: number) => {
    const { environment, pass } = machine();
    const allowance = openAllowance(environment, 3, 6);
    const served: number[] = [];
    for (let turn = 1; turn <= count; turn += 1) void allowance.turn().then(() => served.push(turn));
    return { allowance, served, pass };
  };

  it('serves three at once, in order', async () => {
    const { served, pass } = asked(5);
    await pass(0);
    expect(served).toEqual([1, 2, 3]);
  });

  it('serves one every ten seconds after that', async () => {
    const { served, pass } = asked(6);
    await pass(10_000);
    expect(served).toEqual([1, 2, 3, 4]);
    await pass(19_999);
    expect(served).toEqual([1, 2, 3, 4, 5]);
    await pass(1);
    expect(served).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('never saves up more than three', async () => {
    const { allowance, served, pass } = asked(3);
    await pass(3_600_000);
    for (let turn = 4; turn <= 8; turn += 1) void allowance.turn().then(() => served.push(turn));
    await pass(0);
    expect(served).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('lets everybody go on once somebody cannot wait', async () => {
    const { allowance, served, pass } = asked(6);
    await pass(0);
    allowance.hurry();
    await pass(0);
    expect(served).toEqual([1, 2, 3, 4, 5, 6]);
    await expect(allowance.turn()).resolves.toBeUndefined();
  });
});
