/** The form of every kind with all its sections unfolded: usable by everyone, whichever kind it is. */

import { afterAll, beforeAll } from 'vitest';
import { recordKinds } from '../../../src/domain/registry.ts';
import { type Circle, openCircle } from '../../support/pages/circle.ts';
import { inLooks, isForEveryone } from '../../support/pages/everyone.ts';
import { looks } from '../../support/pages/looks.ts';
import { textOf } from '../../support/plain-words.ts';

let circle: Circle;

beforeAll(async () => {
  circle = await openCircle();
});

afterAll(() => circle?.close());

/** The fields are the same in every form, so their colours are looked at in one theme. */
const wideAndNarrow = looks
  .filter(({ key }) => key !== 'right-to-left')
  .map((look) => ({ ...look, themes: ['default'] as const }));

inLooks({ looks: wideAndNarrow, person: 'ines', circle: () => circle }, ({ tab, look, it }) => {
  for (const { key } of recordKinds)
    it(`a form of the kind ${key} has no finding`, async () => {
      const form = await tab().log(textOf('kinds', 'en', `kinds.${key}.log`) ?? '');
      try {
        await form.dialog.evaluate(unfoldAll);
        await isForEveryone(tab(), look, '[role="dialog"]');
      } finally {
        // Also after a finding, so that one form's fault is not the next one's.
        await tab().page.keyboard.press('Escape');
        await form.dialog.waitFor({ state: 'detached' });
      }
    });
});

/** Runs in the page: one section after the other, for each opens beside those that are open already. */
async function unfoldAll(dialog: Element): Promise<void> {
  const folded = () => dialog.querySelector<HTMLElement>('h3 button[aria-expanded="false"]');
  for (let next = folded(); next; next = folded()) {
    next.click();
    await new Promise(requestAnimationFrame);
  }
}
