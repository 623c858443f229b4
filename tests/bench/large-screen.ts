/** The built app over a book of 100,000 items in Chromium: what its main thread does in one go, rows in the DOM, answers to keystrokes, memory. */

import type { Frame, Locator, Page } from 'playwright-core';
import { type GraphWorld, openGraphWorld } from '../support/graph-world.ts';
import { openTab, type Tab } from '../support/pages/tab.ts';
import { openRig } from '../support/rig.ts';
import { fillLists } from './book.ts';
import { type Tasks, tasksDuring } from './tasks.ts';

export interface ScreenFigures {
  readonly entries: number;
  /** Seconds from the tab's start until the oldest entry had arrived. */
  readonly allHereAfter: number;
  /** While older entries arrive and the list is open. */
  readonly arriving: Tasks;
  readonly scrolling: Tasks;
  /** Rows of the table in the DOM, the most at any time while scrolling. */
  readonly mostRows: number;
  /** Milliseconds: the longest frame while scrolling, as the browser itself reports frames of 50 ms and more; else 0. */
  readonly longestFrame: number;
  readonly framesScrolled: number;
  /** Letters typed into the search over everything. */
  readonly searching: Typing;
  /** Letters typed into the list's own filter: of the first word, whose texts are yet to be made, and of later ones. */
  readonly filteringFirst: Typing;
  readonly filtering: Typing;
  /** Megabytes of the page's heap after a collection. */
  readonly heap: number;
}

export interface Typing {
  readonly letters: number;
  /** Milliseconds from a keystroke to the next quiet moment on screen. */
  readonly median: number;
  readonly worst: number;
  /** Milliseconds from the last letter until everything had been looked through. */
  readonly settledAfter: number;
  readonly tasks: Tasks;
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

async function look(world: Pick<GraphWorld, 'tenant'>, dist: string): Promise<ScreenFigures> {
  const rig = await openRig({ tenant: world.tenant, dist, isMeasured: true });
  try {
    const began = performance.now();
    const tab = await openTab(rig, 'ines');
    tab.page.setDefaultTimeout(120_000);
    const { page } = tab;
    const inside = await tab.frame();
    // tsx marks named functions with a helper that the page does not have.
    await inside.evaluate('globalThis.__name = (named) => named');
    const [[entries, arrived], arriving] = await tasksDuring(page, inside, () => untilAllHere(tab));
    const [scrolled, scrolling] = await tasksDuring(page, inside, () => scroll(inside));
    const filter = tab.inside.getByRole('textbox', { name: 'Find in the list' });
    const found = () =>
      tab.main
        .getByRole('status')
        .filter({ hasText: /entr(y|ies)$/ })
        .waitFor();
    const filteringFirst = await typing(page, inside, filter, 'oskel district court', found);
    const filtering = await typing(page, inside, filter, 'asked for someone at the hearing', found);
    await filter.fill('');
    const words = 'oskel hearing note seven letters tarvin passport court';
    const searching = await typing(page, inside, await searchBox(tab), words);
    const heap = await heapOf(page, inside);
    await tab.close();
    return {
      entries,
      allHereAfter: (arrived - began) / 1000,
      arriving,
      scrolling,
      ...scrolled,
      searching,
      filteringFirst,
      filtering,
      heap,
    };
  } finally {
    await rig.close();
  }
}

/** How many entries there are in the end, and when the last of them came: once the list says its count without "so far". */
async function untilAllHere(tab: Tab): Promise<readonly [number, number]> {
  await tab.entries();
  const count = tab.main.getByRole('status').filter({ hasText: /entr(y|ies)$/ });
  await count.waitFor({ timeout: 1_200_000 });
  const arrived = performance.now();
  const text = (await count.textContent()) ?? '';
  // What is worked out of everything follows on their arrival.
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  return [Number(text.replace(/\D/g, '')), arrived];
}

async function heapOf(page: Page, frame: Frame): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  return frame.evaluate(
    () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6,
  );
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

async function searchBox(tab: Tab): Promise<Locator> {
  await (await tab.frame()).evaluate(() => window.focus());
  await tab.page.keyboard.press('Control+k');
  const dialog = tab.inside.getByRole('dialog');
  const box = dialog.getByRole('textbox').or(dialog.getByRole('combobox')).first();
  await box.waitFor();
  return box;
}

/** Words typed letter by letter, each once the screen has answered the one before; `settled` waits for the rest of an answer. */
async function typing(
  page: Page,
  frame: Frame,
  box: Locator,
  words: string,
  settled: () => Promise<void> = async () => undefined,
): Promise<Typing> {
  await box.fill('');
  await box.focus();
  await frame.evaluate(() => {
    const times: number[] = [];
    const page = window as unknown as { keystrokes?: number[] };
    if (!page.keystrokes)
      addEventListener(
        'input',
        () => {
          const began = performance.now();
          // The answer is deferred by React: it stands when the screen was painted twice without further work.
          requestAnimationFrame(() => setTimeout(() => page.keystrokes?.push(performance.now() - began), 0));
        },
        true,
      );
    page.keystrokes = times;
  });
  const times = () => frame.evaluate(() => (window as unknown as { keystrokes: number[] }).keystrokes);
  const [settledAfter, tasks] = await tasksDuring(page, frame, async () => {
    for (const letter of words) {
      const { length } = await times();
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await frame.waitForFunction(
        (count) => (window as unknown as { keystrokes: number[] }).keystrokes.length > count,
        length,
      );
    }
    const typed = performance.now();
    await settled();
    return performance.now() - typed;
  });
  const sorted = (await times()).toSorted((a, b) => a - b);
  return {
    letters: sorted.length,
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    worst: sorted.at(-1) ?? Number.NaN,
    settledAfter,
    tasks,
  };
}
