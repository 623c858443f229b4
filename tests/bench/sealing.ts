/** Opening 5,000 envelopes in Node, where a profile is quickly made, and where the product does it: in a worker of Chromium. */

import type { Page } from 'playwright-core';
import { openMany } from '../../src/sealing/open-many.ts';
import { buildFixtureTab } from '../support/fixture-build.ts';
import { tabOrigin } from '../support/house.ts';
import { openRig } from '../support/rig.ts';
import { type ManyEnvelopes, manyEnvelopes } from '../support/sealing/many-envelopes.ts';
import { bareLoop } from './sealing-bare.ts';
import { measureForms, type Place, type SealingFigures } from './sealing-forms.ts';
import type { Sendable, SendableBatch } from './sealing-page/main.ts';

const SENDERS = 20;
const AUDIENCE = 5;

const inNode: Place = {
  spent() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  open: (batch, onBite) => openMany(batch, onBite, () => Promise.resolve()),
  bare: bareLoop,
};

export interface BothFigures {
  readonly envelopes: number;
  readonly inNode: SealingFigures;
  /** As the app opens them: a new worker for each opening, what is opened handed back to the page. */
  readonly inWorker: SealingFigures;
}

/** The same envelopes in both. */
export async function measureSealing(envelopes = 5_000): Promise<BothFigures> {
  const many = await manyEnvelopes(envelopes, SENDERS, AUDIENCE);
  return { envelopes, inWorker: await measureInWorker(many), inNode: await measureForms(many, inNode) };
}

async function measureInWorker(many: ManyEnvelopes): Promise<SealingFigures> {
  const build = await buildFixtureTab('../bench/sealing-page');
  const rig = await openRig({ dist: build.dist, isMeasured: true });
  try {
    // The page's policy lets one worker through, which is ours; the loop beside it has another.
    const { page, close } = await rig.openAlone(`${tabOrigin}/aldermark/`, { bypassCSP: true });
    await page.exposeFunction('processorTime', await processorTimeOf(page));
    await page.route('**/envelopes.json', (route) => route.fulfill({ json: sendable(many) }));
    await page.waitForFunction(() => window.measureSealing !== undefined);
    const figures = await page.evaluate(() => window.measureSealing?.('envelopes.json'));
    if (figures === undefined) throw new Error('the page measured nothing');
    await close();
    return figures;
  } finally {
    await rig.close();
    build.remove();
  }
}

/** Without the keys that are ready for use: those cannot be taken out of a process. */
function sendable({ me, ...forms }: ManyEnvelopes): Sendable {
  const [direct, alone, under] = [forms.direct, forms.alone, forms.under].map(
    ({ items, standing }): SendableBatch => ({ items, standing }),
  ) as [SendableBatch, SendableBatch, SendableBatch];
  return { me: me.code, seal: me.seal, direct, alone, under };
}

/** Milliseconds that all threads of the browser's pages and their workers have taken. */
async function processorTimeOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('a page of no browser');
  return async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo
      .filter(({ type }) => type === 'renderer')
      .reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };
}
