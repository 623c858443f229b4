/** The tab's document, asked directly: by way of the host's page each step would first look for the frame, a quarter of all questions. */
import type { Frame, Page } from 'playwright-core';

export type Inside = Pick<Frame, 'getByRole' | 'getByText' | 'locator'>;

/**
 * The document that stands in the host's page at each asking: after the host's page was loaded anew it is another one, and what
 * was found in the one before has gone with it.
 * @throws while there is none
 */
export function insideOf(page: Page): Inside {
  const now = (): Frame => {
    const [frame] = page.mainFrame().childFrames();
    if (!frame) throw new Error('the host shows no tab');
    return frame;
  };
  return {
    getByRole: (...asked) => now().getByRole(...asked),
    getByText: (...asked) => now().getByText(...asked),
    locator: (...asked) => now().locator(...asked),
  };
}
