/** Trying again: how often, how long, and when not at all. */

import { describe, expect, it } from 'vitest';
import { type Limits, type Pace, patience, usualLimits } from '../../../src/store/graph/patience.ts';
import { StoreError } from '../../../src/store/store-error.ts';

function still(random = 0.5): Pace & { readonly waits: number[]; pass(ms: number): void } {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    pass: (ms) => {
      now += ms;
    },
    now: () => now,
    random: () => random,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}

const busy = async () => ({ again: new StoreError('throttled') });
const limits = (changes: Partial<Limits>): Limits => ({ ...usualLimits, ...changes });

describe('Trying again', () => {
  it('K6: doubles the longest wait each time, with full jitter, up to its cap', async () => {
    const pace = still(1);
    await expect(
      patience(pace, limits({ tries: 8, budget: 1e9, longestDelay: 10_000 })).persist(busy),
    ).rejects.toThrow(StoreError);
    expect(pace.waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000, 10_000]);
    const early = still(0);
    await expect(patience(early).persist(busy)).rejects.toThrow(StoreError);
    expect(early.waits).toEqual([0, 0, 0, 0]);
  });

  it('K6: stops when the waiting in all would be too long', async () => {
    const pace = still(1);
    await expect(patience(pace, limits({ tries: 50, budget: 5_000 })).persist(busy)).rejects.toThrow(
      StoreError,
    );
    expect(pace.waits).toEqual([1_000, 2_000]);
  });

  it('ends at once for what waiting cannot mend', async () => {
    const pace = still();
    const error = new StoreError('forbidden');
    await expect(patience(pace).persist(() => Promise.reject(error))).rejects.toBe(error);
    expect(pace.waits).toEqual([]);
  });

  it('spares a service in a storm, lets one call through after the rest, and trusts it again when that works', async () => {
    const pace = still(0);
    const calm = patience(pace, limits({ tries: 3, storm: 3, rest: 30_000 }));
    await expect(calm.persist(busy)).rejects.toThrow('throttled');
    let calls = 0;
    const counted = async () => {
      calls += 1;
      return { done: 'well' };
    };
    await expect(calm.persist(counted)).rejects.toThrow('throttled');
    expect(calls).toBe(0);
    pace.pass(30_000);
    expect(await calm.persist(counted)).toBe('well');
    expect(await calm.persist(counted)).toBe('well');
  });

  it('keeps saying that a write may be done when a storm cuts its tries short', async () => {
    const calm = patience(still(0), limits({ tries: 5, storm: 2 }));
    const lost = new StoreError('unavailable', { maybeDone: true });
    await expect(calm.persist(async () => ({ again: lost }))).rejects.toBe(lost);
  });

  it('never opens the breaker because this machine is offline', async () => {
    const calm = patience(still(0), limits({ tries: 20, storm: 3 }));
    await expect(calm.persist(async () => ({ again: new StoreError('offline') }))).rejects.toThrow('offline');
    expect(await calm.persist(async () => ({ done: 1 }))).toBe(1);
  });
});
