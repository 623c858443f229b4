/** What must hold of everything on screen: no accessibility finding, nothing sticking out sideways. */

import { axeFindings } from '../axe.ts';
import type { Tab } from './tab.ts';

/** What axe finds in the tab, or in the part of it that `within` selects. Fluent's focus keepers are no content. */
export async function findings(
  tab: Tab,
  rules?: readonly string[],
  within?: string,
): Promise<readonly string[]> {
  return axeFindings(await tab.frame(), {
    except: '[data-tabster-dummy]',
    ...(rules ? { rules } : {}),
    ...(within ? { within } : {}),
  });
}

/** Pixels that stick out sideways. */
export async function sideways(tab: Tab): Promise<number> {
  return tab.inside.locator('html').evaluate((root) => {
    const main = document.querySelector('main');
    return Math.max(root.scrollWidth - root.clientWidth, main ? main.scrollWidth - main.clientWidth : 0);
  });
}
