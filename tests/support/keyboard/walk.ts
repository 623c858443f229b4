/** Brings the keyboard to a control with key presses alone: Tab and Shift+Tab through the page, arrows inside a widget. */
import { setTimeout as wait } from 'node:timers/promises';
import type { ElementHandle, Frame, Page } from 'playwright-core';
import { type Look, look } from './look.ts';

/** Presses before somebody looks where they are. */
const AT_ONCE = 60;
/** ms. What opens takes the focus within this time, and what arrows do shows. */
const OPENS_MS = 1500;
const SHOWS_MS = 150;

/** The control was not found on the way; says what was. */
export class NotReached extends Error {}

/** Rejects with NotReached when the whole page was walked through in both directions. */
export async function walkTo(page: Page, control: ElementHandle<Element>): Promise<void> {
  const met: string[] = [];
  const see = async () => {
    const seen = await survey(page, control);
    met.push(...seen.met);
    return seen;
  };
  const lost = (why: string) =>
    new NotReached(`${why}; it met ${[...new Set(met)].join(' | ') || 'nothing'}`);

  // What had the focus before is no part of this walk.
  await survey(page, control);
  let seen = await see();
  for (const end = Date.now() + OPENS_MS; seen.opening && Date.now() < end; seen = await see())
    await wait(20);
  let key = seen.forward <= seen.backward ? 'Tab' : 'Shift+Tab';
  let turned = false;
  let pressed = 0;
  let most = AT_ONCE;
  while (!seen.here) {
    if (seen.byArrows && seen.inWidget) {
      await byArrows(page, see, lost);
      return;
    }
    if (seen.passed) {
      key = other(key);
      most = 1;
    }
    const left = key === 'Tab' ? seen.forward : seen.backward;
    const presses = Math.min(Math.max(left, 1), most);
    await hold(page, key, presses);
    pressed += presses;
    if (pressed > 2 * seen.stops + 40) {
      if (turned) throw lost('Tab and Shift+Tab do not lead there');
      turned = true;
      pressed = 0;
      most = AT_ONCE;
      key = other(key);
    }
    seen = await see();
  }
}

/** As a key held down: one press follows the other without anybody looking. */
async function hold(page: Page, key: string, presses: number): Promise<void> {
  const { keyboard } = page;
  const back = key === 'Shift+Tab';
  if (back) await keyboard.down('Shift');
  await Promise.all(Array.from({ length: presses }, () => keyboard.press('Tab')));
  if (back) await keyboard.up('Shift');
}

function other(key: string): string {
  return key === 'Tab' ? 'Shift+Tab' : 'Tab';
}

/** From somewhere in the widget to the item. */
async function byArrows(
  page: Page,
  see: () => Promise<Look>,
  lost: (why: string) => NotReached,
): Promise<void> {
  let seen = await see();
  let tried = 0;
  for (let turns = 0; !seen.here; turns += 1) {
    const key = seen.arrows[tried];
    if (key === undefined || turns > 200 || !seen.inWidget) throw lost('the arrows do not lead there');
    for (let step = 0; step < Math.max(1, Math.min(seen.steps, AT_ONCE)); step += 1)
      await page.keyboard.press(key);
    seen = await see();
    for (const end = Date.now() + SHOWS_MS; !seen.moved && Date.now() < end; seen = await see())
      await wait(10);
    tried = seen.moved ? 0 : tried + 1;
  }
}

/** The same look, with the frames around and beside the control counted in. */
async function survey(page: Page, control: ElementHandle<Element>): Promise<Look> {
  const frame = await control.ownerFrame();
  if (!frame) throw new NotReached('its page has gone');
  const own = await control.evaluate(look);
  const parent = frame.parentFrame();
  if (parent)
    return fromOutside(own, await survey(page, (await frame.frameElement()) as ElementHandle<Element>));
  const inner = own.here ? undefined : await focusedFrame(frame);
  return inner ? fromInside(own, inner) : own;
}

function fromOutside(own: Look, around: Look): Look {
  const stops = own.stops + around.stops;
  const met = [...own.met, ...around.met];
  if (!around.here) {
    const forward = around.forward + own.before + own.forward;
    return {
      ...own,
      here: false,
      inWidget: false,
      stops,
      met,
      forward,
      backward: around.backward + own.backward,
    };
  }
  return { ...own, stops, met };
}

async function focusedFrame(parent: Frame): Promise<Look | undefined> {
  for (const child of parent.childFrames()) {
    const element = (await child.frameElement()) as ElementHandle<Element>;
    if (!(await element.evaluate((frame) => frame === document.activeElement))) continue;
    const root = await child.$('html');
    return root ? ((await root.evaluate(look as (root: Element) => Look)) as Look) : undefined;
  }
  return undefined;
}

function fromInside(own: Look, inner: Look): Look {
  return {
    ...own,
    stops: own.stops + inner.stops,
    met: [...own.met, ...inner.met],
    forward: own.forward + inner.after,
    backward: own.backward + inner.before,
  };
}
