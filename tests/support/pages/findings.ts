/** What must hold of everything on screen: no accessibility finding, nothing sticking out sideways. */

import AxeBuilder from '@axe-core/playwright';
import type { Tab } from './tab.ts';

/**
 * What axe finds in the tab (or in the part of it that `within` selects), one line per rule and place. Fluent's focus
 * keepers are no content.
 */
export async function findings(
  tab: Tab,
  rules?: readonly string[],
  within = 'body',
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page: tab.page })
    .include(['#tab iframe', within])
    .exclude(['#tab iframe', '[data-tabster-dummy]']);
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Pixels that stick out sideways. */
export async function sideways(tab: Tab): Promise<number> {
  return tab.inside.locator('html').evaluate((root) => {
    const main = document.querySelector('main');
    return Math.max(root.scrollWidth - root.clientWidth, main ? main.scrollWidth - main.clientWidth : 0);
  });
}
