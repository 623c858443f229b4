/** Things to look at in one look after the other; and what must hold of a page in every look. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Circle } from './circle.ts';
import { findings, sideways, tooLow } from './findings.ts';
import { inTurn, type Look, ofColours, themeOf, wear } from './looks.ts';
import type { PageInView } from './pages-in-view.ts';
import { openTab, type Tab } from './tab.ts';

export interface InLooks {
  readonly looks: readonly Look[];
  /** Key of the cast. */
  readonly person: string;
  readonly circle: () => Circle;
  /** The look that the first thing is looked at in; default the first. */
  readonly from?: number;
  /** Before a look's first test; default the list on the person's first page is there. */
  readonly ready?: (tab: Tab) => Promise<void>;
}

export interface InLook {
  readonly look: Look;
  tab(): Tab;
  /** One thing to look at. It becomes a test in the look whose turn it is, with `npm run looks` in each. */
  it(name: string, test: () => Promise<void>): void;
}

/** One tab for each look that is somebody's turn. */
export function inLooks(given: InLooks, things: (inLook: InLook) => void): void {
  for (const [place, look] of given.looks.entries()) {
    let opened: Tab | undefined;
    const due: [string, () => Promise<void>][] = [];
    let count = given.from ?? 0;
    things({
      look,
      tab() {
        if (!opened) throw new Error('the tab has not opened');
        return opened;
      },
      it(name, test) {
        if (inTurn([...given.looks.keys()], count).includes(place)) due.push([name, test]);
        count += 1;
      },
    });
    if (due.length === 0) continue;
    describe(`M4 ${look.name}`, () => {
      beforeAll(async () => {
        opened = await openTab(given.circle().rig, given.person, { ...look.options, untilReady: false });
        await (given.ready ?? listed)(opened);
      });
      afterAll(() => opened?.close());
      for (const [name, test] of due) it(name, test);
    });
  }
}

async function listed(tab: Tab): Promise<void> {
  await tab.main.getByRole('listitem').first().waitFor();
}

/** One test for each page. */
export function pagesAreForEveryone(pages: readonly PageInView[], { tab, look, it: thing }: InLook): void {
  for (const page of pages)
    thing(`${page.name} has no accessibility finding and nothing sticks out sideways`, async () => {
      await page.show(tab());
      await isForEveryone(tab(), look);
    });
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
  { key, themes, unasked = [] }: Look,
  within?: string,
  andThen: () => Promise<void> = async () => undefined,
): Promise<void> {
  const part = within ? { within } : {};
  expect(await findings(tab, { ...part, unasked })).toEqual([]);
  if (key === 'phone') expect(await tooLow(tab)).toEqual([]);
  await andThen();
  const worn = await themeOf(tab);
  for (const theme of themes.filter((each) => each !== worn)) {
    await wear(tab, theme);
    expect(await findings(tab, { ...part, rules: ofColours }), theme).toEqual([]);
    await andThen();
  }
}
