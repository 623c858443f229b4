/** The watch over names looks into what a browser keeps, of the pages in view and of those that are gone. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { canaries } from '../support/canaries.ts';
import { tabOrigin, teamsOrigin } from '../support/house.ts';
import { openRig } from '../support/rig.ts';

const name = canaries[5]?.fullName ?? '';
const [found = ''] = name.split(' ');

const intoLocalStorage = (page: Page) => page.evaluate((words) => localStorage.setItem('a', words), name);

const cases: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['in local storage', intoLocalStorage],
  [
    'in local storage of a page that is gone',
    async (page) => {
      await intoLocalStorage(page);
      await page.goto(teamsOrigin);
    },
  ],
  [
    'in a database',
    (page) =>
      page.evaluate(
        (words) =>
          new Promise<void>((resolve) => {
            const opening = indexedDB.open('kept', 1);
            opening.onupgradeneeded = () => opening.result.createObjectStore('things');
            opening.onsuccess = () => {
              const writing = opening.result.transaction('things', 'readwrite');
              writing.objectStore('things').put(words, 'a');
              writing.oncomplete = () => resolve();
            };
          }),
        name,
      ),
  ],
  [
    'in a cookie',
    (page) =>
      page
        .context()
        .addCookies([{ name: 'a', value: encodeURIComponent(name), url: tabOrigin, sameSite: 'Lax' }]),
  ],
];

it.each(cases)('J7 · finds a name %s', async (_, leave) => {
  const rig = await openRig();
  const alone = await rig.openAlone(`${tabOrigin}/aldermark/config.json`);
  await leave(alone.page);
  await alone.close();
  await expect(rig.close()).rejects.toThrow(found);
});
