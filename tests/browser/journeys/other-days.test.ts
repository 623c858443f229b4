/** Today of those who do other work here: a head of mission decides, a consular officer answers; usable by everyone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { inLooks, isForEveryone, pagesAreForEveryone } from '../../support/pages/everyone.ts';
import { looks } from '../../support/pages/looks.ts';
import { pagesInView } from '../../support/pages/pages-in-view.ts';
import { openTab } from '../../support/pages/tab.ts';
import { openAnswer } from '../../support/pages/visas.ts';

let circle: Circle;

beforeAll(async () => {
  circle = await openCircle();
});

afterAll(() => circle?.close());

const today = pagesInView.filter(({ name }) => name === 'Today');

describe('L2 a head of mission', () => {
  inLooks({ looks, person: 'greta', circle: () => circle, from: 1 }, (inLook) => {
    pagesAreForEveryone(today, inLook);
  });

  it('G7: finds what waits for them first, the rest folded; what they agreed to is gone from Today', async () => {
    const greta = await openTab(circle.rig, 'greta');
    const groups = greta.main.getByRole('heading', { level: 2 });
    await greta.main.getByRole('listitem').filter({ hasText: 'Decide:' }).first().waitFor();
    expect(await groups.first().innerText()).toContain('For you to decide');
    expect(await greta.main.locator('details[open]').count()).toBe(0);
    const waiting = greta.main.getByRole('listitem').filter({ hasText: 'Decide:' });
    const before = await waiting.count();
    const words = (await waiting.first().innerText()).split('\n')[0] ?? '';
    await waiting.first().getByRole('button', { name: 'Open', exact: true }).click();
    await greta.inside.getByRole('button', { name: 'Agree', exact: true }).click();
    await greta.inside.getByText('Agreed, in your name and with today’s date.').waitFor();
    await greta.go('Today');
    expect(await greta.main.getByRole('button', { name: 'Note a promise' }).count()).toBe(0);
    await expect.poll(() => waiting.count()).toBe(before - 1);
    expect(await waiting.filter({ hasText: words }).count()).toBe(0);
    await greta.close();
  });
});

describe('F6 a consular officer', () => {
  inLooks({ looks, person: 'pavel', circle: () => circle }, (inLook) => {
    const { tab, look, it } = inLook;
    pagesAreForEveryone(today, inLook);

    it('the answer to a bundle has no finding either', async () => {
      const answer = await openAnswer(tab().inside, tab().main.locator('[data-file]').first());
      await isForEveryone(tab(), look, '[role="dialog"]');
      await answer.dialog.getByRole('button', { name: 'Cancel' }).click();
      await answer.dialog.waitFor({ state: 'detached' });
    });
  });

  it('says how far a bundle is, and the focal point finds the answer on their Today', async () => {
    const pavel = await openTab(circle.rig, 'pavel');
    const file = pavel.main.locator('[data-file]').first();
    const answer = await openAnswer(pavel.inside, file);
    await answer.day('Lodged on', 'today');
    await answer.send();
    await answer.dialog.waitFor({ state: 'detached' });
    await file.getByRole('button', { name: 'Change the answer' }).waitFor();
    await pavel.close();

    const ines = await openTab(circle.rig, 'ines');
    await ines.go('Today');
    await ines.main.locator('li[data-duty="visa-answer"]').first().waitFor();
    await ines.close();
  });
});
