/** What Teams does to a tab by itself, played by the buttons of the window around it. */
import type { Page } from 'playwright-core';

/**
 * Presses a button among the demo's settings without a pointer. The settings move the tab while they open; until that is
 * drawn, the browser hands a click on them to the tab, which is what still stands at that place of the screen.
 */
export async function pressInWindow(page: Page, button: 'suspend' | 'back' | 'configure'): Promise<void> {
  await page.locator(`#${button}:enabled`).evaluate((element) => (element as HTMLElement).click());
}
