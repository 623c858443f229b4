/** What must hold of everything on screen: no accessibility finding, nothing sticking out sideways, nothing too low for a thumb. */

import { axeFindings, type Looked } from '../axe.ts';
import type { Tab } from './tab.ts';

/** What axe finds in the tab, or in the part that was asked for. Fluent's focus keepers are no content. */
export async function findings(tab: Tab, looked: Looked = {}): Promise<readonly string[]> {
  return axeFindings(await tab.frame(), { except: '[data-tabster-dummy]', ...looked });
}

/** Pixels that stick out sideways. */
export async function sideways(tab: Tab): Promise<number> {
  const frame = await tab.frame();
  return frame.evaluate(() => {
    const root = document.documentElement;
    const main = document.querySelector('main');
    return Math.max(root.scrollWidth - root.clientWidth, main ? main.scrollWidth - main.clientWidth : 0);
  });
}

/** On a phone: what is pressed and lower than a thumb needs, as its words and its height. A tick or a choice is pressed by its words. */
export async function tooLow(tab: Tab): Promise<readonly string[]> {
  const frame = await tab.frame();
  return frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.fui-Button, .fui-Input, select, summary')]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().height < 43.5)
      .map(
        (each) => `${each.innerText || each.ariaLabel}: ${Math.round(each.getBoundingClientRect().height)}`,
      ),
  );
}
