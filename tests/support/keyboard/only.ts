/** The same journeys without a pointer: whatever a test does to a control is done by key presses that reach it first. */
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type ElementHandle, type Locator } from 'playwright-core';
import { choose, controlOf, overwrite, press, setChecked, type Wanted, write } from './acts.ts';
import { NotReached, walkTo } from './walk.ts';

type Control = ElementHandle<Element>;
interface Patience {
  readonly timeout?: number;
}

/** ms. Longer than a pointer waits, since a walk may have to begin anew. */
const PATIENCE = 15_000;

const given = new WeakSet<object>();
const launch = chromium.launch.bind(chromium);
if (!given.has(chromium)) {
  given.add(chromium);
  chromium.launch = async (options) => {
    const browser = await launch(options);
    const page = await browser.newPage();
    const shape = Object.getPrototypeOf(page.locator('html')) as Locator & ThisType<Locator>;
    if (!given.has(shape)) takeOver(shape);
    await page.close();
    return browser;
  };
}

function takeOver(shape: Locator): void {
  given.add(shape);
  const byKeys = {
    async click(this: Locator, options: Patience = {}) {
      await press(this.page(), await reach(this, options));
    },
    async check(this: Locator, options: Patience = {}) {
      await setChecked(this.page(), await reach(this, options), true);
    },
    async uncheck(this: Locator, options: Patience = {}) {
      await setChecked(this.page(), await reach(this, options), false);
    },
    async setChecked(this: Locator, wanted: boolean, options: Patience = {}) {
      await setChecked(this.page(), await reach(this, options), wanted);
    },
    async fill(this: Locator, words: string, options: Patience = {}) {
      await reach(this, options);
      await overwrite(this.page(), words);
    },
    async clear(this: Locator, options: Patience = {}) {
      await reach(this, options);
      await overwrite(this.page(), '');
    },
    async pressSequentially(this: Locator, words: string, options: Patience = {}) {
      await reach(this, options);
      await write(this.page(), words);
    },
    async press(this: Locator, key: string, options: Patience = {}) {
      await reach(this, options);
      await this.page().keyboard.press(key);
    },
    async selectOption(this: Locator, wanted: Wanted, options: Patience = {}) {
      return [await choose(this.page(), await reach(this, options), wanted)];
    },
    async focus(this: Locator, options: Patience = {}) {
      await reach(this, options);
    },
    async hover(this: Locator, options: Patience = {}) {
      await reach(this, options);
    },
  };
  const without = ['dblclick', 'dragTo', 'tap', 'dispatchEvent'].map((act) => [
    act,
    async () => {
      throw new Error(`${act} has no equal on a keyboard`);
    },
  ]);
  Object.assign(shape, byKeys, Object.fromEntries(without));
}

/** Waits until it is there, shown and enabled, then goes to it. Rejects naming it and what was met instead. */
async function reach(locator: Locator, { timeout = PATIENCE }: Patience): Promise<Control> {
  const end = Date.now() + timeout;
  const left = () => ({ timeout: Math.max(1000, end - Date.now()) });
  let problem = 'it is not enabled';
  do {
    await locator.waitFor(left());
    if (await locator.isEnabled(left())) {
      const found = await tryOnce(locator, left()).catch(passing);
      if (typeof found !== 'string') return found;
      problem = found;
    }
    await wait(50);
  } while (Date.now() < end);
  throw new Error(`${locator} by keyboard: ${problem}`);
}

async function tryOnce(locator: Locator, left: Patience): Promise<Control> {
  const element = await locator.elementHandle(left);
  const control = (await element?.evaluateHandle(controlOf))?.asElement() as Control | null | undefined;
  if (!control) throw new NotReached('there is nothing a keyboard can act on');
  await walkTo(locator.page(), control);
  return control;
}

/** What may be otherwise in a moment: the way was not open, or the page drew itself anew. */
function passing(cause: unknown): string {
  if (cause instanceof NotReached) return cause.message;
  if (cause instanceof Error && /detached|not attached|context was destroyed/i.test(cause.message))
    return cause.message;
  throw cause;
}
