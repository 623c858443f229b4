/** The form of every kind with all its sections unfolded: usable by everyone, whichever kind it is. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { recordKinds } from '../../../src/domain/registry.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { findings, sideways } from '../../support/pages/findings.ts';
import { openTab, type PersonOptions, type Tab } from '../../support/pages/tab.ts';
import { textOf } from '../../support/plain-words.ts';

let circle: Circle;

beforeAll(async () => {
  circle = await openCircle();
});

afterAll(() => circle?.close());

const looks: readonly (readonly [string, PersonOptions])[] = [
  ['on a wide screen', {}],
  ['on a phone of 320 pixels', { width: '320', viewport: { width: 360, height: 780 } }],
];

describe.each(looks)('M4 a form %s', (_, options) => {
  let tab: Tab;

  beforeAll(async () => {
    tab = await openTab(circle.rig, 'ines', { ...options, untilReady: false });
    await tab.main.getByRole('listitem').first().waitFor();
  });

  // Also after a finding, so that one form's fault is not the next one's.
  afterEach(async () => {
    await tab.page.keyboard.press('Escape');
    await tab.inside.getByRole('dialog').waitFor({ state: 'detached' });
  });

  afterAll(() => tab?.close());

  it.each(recordKinds.map((kind) => [kind.key] as const))('of the kind %s has no finding', async (key) => {
    const form = await tab.log(textOf('kinds', 'en', `kinds.${key}.log`) ?? '');
    const folded = form.dialog.locator('h3 button[aria-expanded="false"]');
    while ((await folded.count()) > 0) await folded.first().click();
    expect(await findings(tab, undefined, '[role="dialog"]')).toEqual([]);
    expect(await sideways(tab)).toBeLessThanOrEqual(0);
  });
});
