/** H2 · Envelopes are opened in a worker under the production headers, and on the page where there is none. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromBase64url } from '../../src/sealing/bytes.ts';
import { buildFixtureTab } from '../support/fixture-build.ts';
import { tabOrigin } from '../support/house.ts';
import { openRig, type Rig } from '../support/rig.ts';
import type { Decoded, WorkerRun } from '../support/sealing/worker-page/main.ts';

let build: Awaited<ReturnType<typeof buildFixtureTab>>;
let rig: Rig;

beforeAll(async () => {
  build = await buildFixtureTab('./sealing/worker-page');
  rig = await openRig({ dist: build.dist });
});

afterAll(async () => {
  await rig?.close();
  build?.remove();
});

/** Opens the page, with `before` run in it first; fails when the page's policy was violated. */
async function onPage(before: () => void, look: (page: Page) => Promise<void>): Promise<void> {
  const { page, close } = await rig.openAlone(`${tabOrigin}/aldermark/`);
  await page.waitForFunction(() => window.workerPage !== undefined);
  await page.evaluate(before);
  await look(page);
  expect(await page.evaluate(() => window.workerPage?.violations)).toEqual([]);
  await close();
}

const run = (page: Page, stopAfter?: number): Promise<WorkerRun | string | undefined> =>
  page.evaluate((after) => window.workerPage?.run(after), stopAfter);

/** Node 20 decodes base64url by our own hand, Chromium by itself: of every text both say the same. */
async function decodesAsByHand(page: Page): Promise<void> {
  const rest = ['', 'A', 'AA', 'AAA', 'AQ', 'AR', 'AAE', 'AAF', '_-', '_w', '__8', '__9'];
  const odd = [
    ' ',
    '\n',
    '=',
    '==',
    '+',
    '/',
    'é',
    'A ',
    ' A',
    'A=',
    'AA=',
    'AA==',
    'AAA=',
    'A A',
    'AAA ',
    'AAAA ',
  ];
  const texts = ['', 'AAAA', '-_09azAZ'].flatMap((start) =>
    [...rest, ...odd].flatMap((end) => [`${start}${end}`, `${end}${start}`]),
  );
  const answer = await page.evaluate((given) => window.workerPage?.decode(given), texts);
  expect(answer?.byItself).not.toBe('setFromBase64' in Uint8Array.prototype);
  expect(answer?.found).toEqual(texts.map(decoded));
}

function decoded(text: string): Decoded {
  try {
    return [...fromBase64url(text)];
  } catch {
    return 'refused';
  }
}

const whole = { opened: 152, progress: [50, 100, 150, 152], newestFirst: true };

it('H2 · in a worker: newest fifty first, all in the end, and nothing the policy forbids', () =>
  onPage(
    () => {},
    async (page) => {
      expect(await run(page)).toEqual({ inWorker: true, ...whole });
      await decodesAsByHand(page);
      // Another batch makes another worker under the same policy.
      expect(await run(page)).toMatchObject({ inWorker: true });
      await expect.poll(() => page.workers().length).toBe(0);
    },
  ));

it('H2 · on the page’s own thread where no worker can be had', () =>
  onPage(
    () => {
      window.Worker = class {
        constructor() {
          throw new DOMException('refused', 'SecurityError');
        }
      } as unknown as typeof Worker;
    },
    async (page) => expect(await run(page)).toEqual({ inWorker: false, ...whole }),
  ));

it('L4 · a lock stops it', () =>
  onPage(
    () => {},
    async (page) => {
      expect(await run(page, 50)).toBe('Error: locked');
      await expect.poll(() => page.workers().length).toBe(0);
    },
  ));
