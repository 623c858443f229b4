/** What the main thread of a frame does in one go, from Chromium's own trace: processor time beside the clock. */

import type { Frame, Page } from 'playwright-core';

export interface Tasks {
  readonly count: number;
  /** Milliseconds of the longest. */
  readonly longest: Spent;
  /** How many took more than 50 ms. */
  readonly long: Spent;
}

/** By the processor's own count, which other work on the machine does not change, and by the clock, which it does. */
export interface Spent {
  readonly processor: number;
  readonly clock: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began; here and below microseconds. */
  readonly ts: number;
  /** Of the clock and of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
}

const LONG_MS = 50;
const FROM = 'the frame that is looked at';
const UNTIL = 'nothing more is looked at';

/** Looks while `work` goes on. */
export async function tasksDuring<T>(
  page: Page,
  frame: Frame,
  work: () => Promise<T>,
): Promise<readonly [T, Tasks]> {
  const browser = page.context().browser();
  if (!browser) throw new Error('a page of no browser');
  await browser.startTracing(page, {
    categories: ['-*', 'blink.user_timing', 'disabled-by-default-devtools.timeline'],
  });
  let trace: Buffer | undefined;
  let done: T;
  try {
    await frame.evaluate((mark) => performance.mark(mark), FROM);
    done = await work();
    await frame.evaluate((mark) => performance.mark(mark), UNTIL);
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  return [done, tasksIn(traceEvents)];
}

function tasksIn(events: readonly TraceEvent[]): Tasks {
  const from = events.find(({ name }) => name === FROM);
  const until = events.find(({ name }) => name === UNTIL);
  if (!from || !until) throw new Error('the trace has no beginning or no end');
  // Beginning to trace is a long task itself, and so is ending.
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name === 'RunTask' && pid === from.pid && tid === from.tid && ts > from.ts && ts < until.ts,
  );
  if (tasks.length === 0) throw new Error('the trace tells of no task of this frame');
  const clock = tasks.map(({ dur = 0 }) => dur / 1000);
  const processor = tasks.map(({ tdur = 0 }) => tdur / 1000);
  const longest = (times: readonly number[]) => times.reduce((most, time) => Math.max(most, time), 0);
  const long = (times: readonly number[]) => times.filter((time) => time > LONG_MS).length;
  return {
    count: tasks.length,
    longest: { processor: longest(processor), clock: longest(clock) },
    long: { processor: long(processor), clock: long(clock) },
  };
}
