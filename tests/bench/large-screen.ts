/** The built app over a book of 100,000 items in Chromium: scrolling, searching and memory once everything is there. */

import type { Frame } from 'playwright-core';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
import { openTab } from '../support/pages/tab.ts';
import { openRig } from '../support/rig.ts';
import { fillLists } from './book.ts';

export interface ScreenFigures {
  readonly entries: number;
  /** Seconds from the tab's start until the oldest entry had arrived. */
  readonly allHereAfter: number;
  /** Rows of the table in the DOM, the most at any time while scrolling. */
  readonly mostRows: number;
  /** Milliseconds: the longest frame while scrolling, as the browser itself reports frames of 50 ms and more; else 0. */
  readonly longestFrame: number;
  readonly framesScrolled: number;
  /** Milliseconds from a keystroke in the search to its answer on screen: median and worst. */
  readonly keystroke: { readonly median: number; readonly worst: number; readonly count: number };
  /** Megabytes of the page's heap after a collection. */
  readonly heap: number;
}

/** @param dist folder of the production build */
export async function measureLargeScreen(dist: string, items = 100_000): Promise<ScreenFigures> {
  const world = await openGraphWorld(['aldermark'], {
    origin: 'https://login.microsoftonline.com',
    realTime: true,
  });
  try {
    await fillLists(world, items);
    return await look(world, dist);
  } finally {
    world.close();
  }
}

async function look(world: GraphWorld, dist: string): Promise<ScreenFigures> {
  const rig = await openRig({ tenant: world.tenant, dist });
  try {
    const began = performance.now();
    const tab = await openTab(rig, 'ines');
    const inside = await frameOf(tab.page.frames());
    const session = await tab.page.context().newCDPSession(inside.page());
    await tab.entries();
    const count = tab.main.getByRole('status').filter({ hasText: /entries$/ });
    const upToDate = tab.inside.getByText('Up to date');
    const [entries, arrived] = await untilStill(async () => {
      await upToDate.first().waitFor({ state: 'attached', timeout: 600_000 });
      return Number(((await count.textContent()) ?? '').replace(/\D/g, ''));
    });
    const allHereAfter = (arrived - began) / 1000;
    // tsx marks named functions with a helper that the page does not have.
    await inside.evaluate('globalThis.__name = (named) => named');
    const scrolled = await scroll(inside);
    const keystrokes = await type(inside, tab.page.keyboard);
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    const heap = await inside.evaluate(
      () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6,
    );
    await tab.close();
    const sorted = keystrokes.toSorted((a, b) => a - b);
    return {
      entries,
      allHereAfter,
      ...scrolled,
      keystroke: {
        median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
        worst: sorted.at(-1) ?? Number.NaN,
        count: sorted.length,
      },
      heap,
    };
  } finally {
    await rig.close();
  }
}

/** The figure once it has not moved for ten seconds, and when it moved last. */
async function untilStill(read: () => Promise<number>): Promise<readonly [number, number]> {
  let [figure, moved] = [await read(), performance.now()];
  while (performance.now() - moved < 10_000) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const now = await read();
    if (now !== figure) [figure, moved] = [now, performance.now()];
  }
  return [figure, moved];
}

async function frameOf(frames: readonly Frame[]): Promise<Frame> {
  const frame = frames.find((each) => each.url().startsWith('https://tab.'));
  if (!frame) throw new Error('no tab in its frame');
  return frame;
}

/** From the top to the bottom and half back, a screen and a half every frame. */
function scroll(frame: Frame): Promise<Pick<ScreenFigures, 'mostRows' | 'longestFrame' | 'framesScrolled'>> {
  return frame.evaluate(async () => {
    const grid = document.querySelector('[role="grid"]');
    const box = [grid, ...(grid?.querySelectorAll('*') ?? []), grid?.parentElement].find(
      (each) => each && each.scrollHeight > each.clientHeight * 10,
    );
    if (!grid || !box) throw new Error('nothing to scroll');
    let longestFrame = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestFrame = Math.max(longestFrame, duration);
    });
    observer.observe({ type: 'long-animation-frame' });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let mostRows = 0;
    let framesScrolled = 0;
    const step = async (by: number) => {
      box.scrollTop += by;
      await frame();
      framesScrolled += 1;
      // Counting costs a few milliseconds itself: every tenth frame will do.
      if (framesScrolled % 10 === 0)
        mostRows = Math.max(mostRows, grid.querySelectorAll('[role="row"]').length);
    };
    const screen = box.clientHeight * 1.5;
    for (let times = 0; times < 400; times += 1) await step(screen);
    for (let times = 0; times < 20; times += 1) await step(box.scrollHeight / 20);
    for (let times = 0; times < 200; times += 1) await step(-screen);
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 300));
    observer.disconnect();
    return { mostRows, longestFrame, framesScrolled };
  });
}

/** Words typed into the search letter by letter; each letter's time until the list below has answered. */
async function type(
  frame: Frame,
  keyboard: { press(key: string): Promise<void> },
): Promise<readonly number[]> {
  await frame.evaluate(() => window.focus());
  await keyboard.press('Control+k');
  const box = frame
    .getByRole('dialog')
    .getByRole('textbox')
    .or(frame.getByRole('dialog').getByRole('combobox'));
  await box.first().waitFor();
  await box.first().focus();
  await frame.evaluate(() => {
    const times: number[] = [];
    (window as unknown as { keystrokes: number[] }).keystrokes = times;
    addEventListener(
      'input',
      () => {
        const began = performance.now();
        // The answer is deferred by React: it stands when the screen was painted twice without further work.
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - began), 0));
      },
      true,
    );
  });
  for (const letter of 'oskel hearing note seven letters tarvin passport court') {
    const before = await frame.evaluate(
      () => (window as unknown as { keystrokes: number[] }).keystrokes.length,
    );
    await keyboard.press(letter === ' ' ? 'Space' : letter);
    await frame.waitForFunction(
      (count) => (window as unknown as { keystrokes: number[] }).keystrokes.length > count,
      before,
    );
  }
  return frame.evaluate(() => (window as unknown as { keystrokes: number[] }).keystrokes);
}
