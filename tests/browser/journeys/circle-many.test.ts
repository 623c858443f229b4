/** Many envelopes at once: a worker opens them, the newest first, and the page is of use before it is through. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brenlandAsks } from '../../support/circle-desks.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { showAddress } from '../../support/pages/pages-in-view.ts';
import { openTab, type Tab } from '../../support/pages/tab.ts';

const MANY = 160;

let circle: Circle;
let newest: string;
let ines: Tab;

beforeAll(async () => {
  circle = await openCircle();
  newest = await brenlandAsks(circle.tenant, MANY);
  ines = await openTab(circle.rig, 'ines');
  // A slow machine: of what a worker says, only the first message is heard until the test lets the others through.
  await ines.page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    const state = { isHeld: true, workers: 0, heard: 0 };
    Object.assign(window, {
      slowMachine: {
        workers: () => state.workers,
        letGo: () => {
          state.isHeld = false;
          for (const hear of waiting) hear();
        },
      },
    });
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        state.workers += 1;
      }
      override set onmessage(hear: (event: MessageEvent) => void) {
        super.onmessage = (event) => {
          state.heard += 1;
          if (state.isHeld && state.heard > 1) waiting.push(() => hear(event));
          else hear(event);
        };
      }
    };
  });
  await ines.reload();
});

afterAll(async () => {
  await ines?.close();
  await circle?.close();
});

interface SlowMachine {
  workers(): number;
  letGo(): void;
}

const machine = async () => {
  const frame = await ines.frame();
  return {
    workers: () =>
      frame.evaluate(() => (window as unknown as { slowMachine: SlowMachine }).slowMachine.workers()),
    letGo: () =>
      frame.evaluate(() => (window as unknown as { slowMachine: SlowMachine }).slowMachine.letGo()),
  };
};

const requests = () => ines.main.getByRole('region', { name: 'Requests' });
const number = (nth: number) => requests().getByText(`Number ${nth}.`, { exact: true });

it('H2: the newest fifty are on screen, and how many are still to come', async () => {
  await ines.go('Circle');
  await ines.main.getByText(/^Opening what was shared: 50 of 1\d\d$/).waitFor();
  await ines.main.getByRole('progressbar', { name: /^Opening what was shared: 50 of 1\d\d$/ }).waitFor();
  expect(await (await machine()).workers()).toBe(1);
  await number(MANY).waitFor();
  await number(MANY - 20).waitFor();
  expect(await number(1).count()).toBe(0);
});

it('H2: the page is of use meanwhile: one of them opens, and the list comes back', async () => {
  await showAddress(ines, `circle/${newest}`);
  await ines.main.locator(`[data-request="${newest}"]`).getByText('Number 160.').waitFor();
  await ines.go('Circle');
  await number(MANY).waitFor();
});

it('H2: and then all of them', async () => {
  await (await machine()).letGo();
  await number(1).waitFor();
  expect(await ines.main.getByText(/^Opening what was shared/).count()).toBe(0);
  expect(
    await requests()
      .getByText(/^Number \d+\.$/)
      .count(),
  ).toBe(MANY);
});
