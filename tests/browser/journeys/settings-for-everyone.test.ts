/** Every section of Settings, usable by everyone: in every theme, on a phone, from right to left. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { findings, sideways } from '../../support/pages/findings.ts';
import { looks } from '../../support/pages/looks.ts';
import { settingsInView } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

let circle: Circle;

beforeAll(async () => {
  circle = await openCircle();
});

afterAll(() => circle?.close());

describe.each(looks)('M4 $name', ({ options, rules }) => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await openTab(circle.rig, 'ines', { ...options, untilReady: false });
    await tab.main.getByRole('listitem').first().waitFor();
  });

  afterAll(() => tab?.close());

  it.each(settingsInView.map((page) => [page.name, page] as const))(
    '%s has no accessibility finding and nothing sticks out sideways',
    async (_name, page) => {
      await page.show(tab);
      expect(await findings(tab, rules)).toEqual([]);
      expect(await sideways(tab)).toBeLessThanOrEqual(0);
    },
  );
});
