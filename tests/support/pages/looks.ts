/** The ways in which a page may stand before somebody: colours, width, direction of reading. */
import { expect } from 'vitest';
import { themes } from '../../../src/demo/host/host-address.ts';
import type { PersonOptions, Tab } from './tab.ts';

export type Theme = (typeof themes)[number];

/** The rules that speak of colours. */
export const ofColours: readonly string[] = ['color-contrast', 'link-in-text-block'];

export interface Look {
  readonly key: 'wide' | 'phone' | 'right-to-left';
  readonly name: string;
  readonly options: PersonOptions;
  /** A theme changes nothing but colours, so only what speaks of colours is asked in each. */
  readonly themes: readonly Theme[];
  /** The direction changes places and languages; what colours are there has been asked. */
  readonly unasked?: readonly string[];
}

export const looks: readonly Look[] = [
  { key: 'wide', name: 'in light, dark and high contrast', options: {}, themes },
  {
    key: 'phone',
    name: 'on a phone of 320 pixels',
    options: { width: '320', viewport: { width: 360, height: 780 } },
    themes: ['default'],
  },
  {
    key: 'right-to-left',
    name: 'from right to left',
    options: { lang: 'he-il' },
    themes: ['default'],
    unasked: ofColours,
  },
];

/** `npm run looks`: everything in every look. Else each thing in one, turn by turn. */
export const everyLook = process.env.FOCAL_POINT_LOOKS === 'every';

/** Of several ways to look at something, those that are due for the thing at this place. */
export function inTurn<Way>(ways: readonly Way[], place: number): readonly Way[] {
  return everyLook ? ways : ways.filter((_, way) => way === place % ways.length);
}

/** The theme that Teams shows at the moment. */
export function themeOf(tab: Tab): Promise<Theme> {
  return tab.page.evaluate(() => document.documentElement.dataset.theme as Theme);
}

/** Somebody changes the theme of Teams while the tab is open; resolves when the tab stands in its colours. */
export async function wear(tab: Tab, theme: Theme): Promise<void> {
  if ((await themeOf(tab)) === theme) return;
  const frame = await tab.frame();
  const before = await frame.evaluate(ground);
  await tab.page.locator('#theme').evaluate((select, value) => {
    (select as HTMLSelectElement).value = value;
    select.dispatchEvent(new Event('change'));
  }, theme);
  await expect.poll(() => frame.evaluate(ground), { timeout: 10_000 }).not.toBe(before);
  await frame.evaluate(allTransitions);
}

/** Runs in the page: the colour behind everything. */
function ground(): string {
  const provider = document.querySelector('.fui-FluentProvider');
  return provider ? getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1') : '';
}

/** Runs in the page: colours that fade are measured where they end. */
async function allTransitions(): Promise<void> {
  const fading = document.getAnimations().filter((each) => each instanceof CSSTransition);
  await Promise.allSettled(fading.map((each) => each.finished));
}
