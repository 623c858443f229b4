/** When others are asked for news: often after news, rarely when nothing happens, and soon again after something was said here. */

import { expect, it } from 'vitest';
import type { Environment } from '../../../src/log/environment.ts';
import { openPulse, type Pulse } from '../../../src/log/memory/pulse.ts';

/** A pulse and its timetable: what is planned, and the time brought to it. */
function planned(ask: () => Promise<boolean> = async () => false) {
  let next: { readonly ms: number; readonly run: () => void } | undefined;
  const environment = {
    after(ms: number, run: () => void) {
      const mine = { ms, run };
      next = mine;
      return () => {
        if (next === mine) next = undefined;
      };
    },
    isVisible: () => true,
    random: (size: number) => new Uint8Array(size).fill(128),
  } as unknown as Environment;
  const pulse: Pulse = openPulse({ environment, ask, onState: () => undefined, isOffline: () => false });
  pulse.start();
  return {
    pulse,
    seconds: () => (next ? Math.round(next.ms / 1000) : undefined),
    async goesOn() {
      next?.run();
      await pulse.beat().catch(() => undefined);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

it('K6 · while nothing happens it eases to a minute', async () => {
  const { seconds, goesOn } = planned();
  const waits = [];
  for (let turn = 0; turn < 8; turn += 1) {
    waits.push(seconds());
    await goesOn();
  }
  expect(waits[0]).toBe(15);
  expect(waits).toEqual([...waits].sort((a, b) => Number(a) - Number(b)));
  expect(waits.at(-1)).toBe(60);
});

it('H2 · whoever has just said something hears the answer as soon as after news', async () => {
  const { pulse, seconds, goesOn } = planned();
  for (let turn = 0; turn < 8; turn += 1) await goesOn();
  expect(seconds()).toBe(60);
  pulse.sooner();
  expect(seconds()).toBe(15);
});

it('K6 · a service that fails is not asked sooner, nor is a pulse that stands still', async () => {
  const { pulse, seconds, goesOn } = planned(async () => {
    throw new Error('unavailable');
  });
  for (let turn = 0; turn < 4; turn += 1) await goesOn();
  const before = seconds();
  pulse.sooner();
  expect(seconds()).toBe(before);
  expect(before).toBeGreaterThan(60);
  pulse.stop();
  pulse.sooner();
  expect(seconds()).toBeUndefined();
});
