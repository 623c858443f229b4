/** The same tests in one look after the other, each with a tab of its own; and what must hold of a page in every look. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Circle } from './circle.ts';
import { findings, sideways } from './findings.ts';
import { type Look, ofColours, themeOf, wear } from './looks.ts';
import type { PageInView } from './pages-in-view.ts';
import { openTab, type Tab } from './tab.ts';

export interface InLooks {
  readonly looks: readonly Look[];
  /** Key of the cast. */
  readonly person: string;
  readonly circle: () => Circle;
}

export function inLooks(
  { looks, person, circle }: InLooks,
  tests: (tab: () => Tab, look: Look) => void,
): void {
  describe.each(looks)('M4 $name', (look) => {
    let opened: Tab | undefined;

    beforeAll(async () => {
      opened = await openTab(circle().rig, person, { ...look.options, untilReady: false });
      await opened.main.getByRole('listitem').first().waitFor();
    });

    afterAll(() => opened?.close());

    tests(() => {
      if (!opened) throw new Error('the tab has not opened');
      return opened;
    }, look);
  });
}

/** One test for each page. */
export function pagesAreForEveryone(pages: readonly PageInView[], tab: () => Tab, look: Look): void {
  it.each(pages.map((page) => [page.name, page] as const))(
    '%s has no accessibility finding and nothing sticks out sideways',
    async (_name, page) => {
      await page.show(tab());
      await isForEveryone(tab(), look);
    },
  );
}

/** What is on screen, or the part that `within` selects: in every theme of the look, the one that is worn first. */
export async function isForEveryone(tab: Tab, look: Look, within?: string): Promise<void> {
  await hasNoFinding(tab, look, within, async () => {
    expect(await sideways(tab)).toBeLessThanOrEqual(0);
  });
}

/** The same without looking at what sticks out, for what lies above a page. */
export async function hasNoFinding(
  tab: Tab,
  { themes, unasked = [] }: Look,
  within?: string,
  andThen: () => Promise<void> = async () => undefined,
): Promise<void> {
  const part = within ? { within } : {};
  expect(await findings(tab, { ...part, unasked })).toEqual([]);
  await andThen();
  const worn = await themeOf(tab);
  for (const theme of themes.filter((each) => each !== worn)) {
    await wear(tab, theme);
    expect(await findings(tab, { ...part, rules: ofColours }), theme).toEqual([]);
    await andThen();
  }
}
