/** Consent as people record it: in a dialog of its own, inside a contact, or taken back. */
import type { Locator } from 'playwright-core';
import type { Inside } from './inside.ts';

export interface ConsentParts {
  /** One of the five answers, e.g. `Officials, no publicity`. */
  answer(name: string): Promise<void>;
  /** Ticks everything that has to be explained for that answer; answers with how many there were. */
  explainAll(): Promise<number>;
  limits(words: string): Promise<void>;
}

export interface ConsentDialog extends ConsentParts {
  readonly dialog: Locator;
  record(): Promise<void>;
}

export interface WithdrawalDialog {
  readonly dialog: Locator;
  inTheirWords(words: string): Promise<void>;
  withdraw(): Promise<void>;
  close(): Promise<void>;
}

export function consentParts(place: Locator): ConsentParts {
  return {
    async answer(name) {
      await place.getByRole('radiogroup', { name: 'Asked us to' }).getByRole('radio', { name }).check();
    },
    async explainAll() {
      const ticks = place.getByRole('group', { name: /^We explained/ }).getByRole('checkbox');
      await ticks.first().waitFor();
      const count = await ticks.count();
      for (let tick = 0; tick < count; tick += 1) await ticks.nth(tick).check();
      return count;
    },
    async limits(words) {
      await place.getByRole('textbox', { name: 'Limits, in their own words' }).fill(words);
    },
  };
}

export async function consentDialog(inside: Inside, coverName: string): Promise<ConsentDialog> {
  const dialog = inside.getByRole('alertdialog', { name: `Consent of ${coverName}` });
  await dialog.waitFor();
  return {
    dialog,
    ...consentParts(dialog),
    async record() {
      await dialog.getByRole('button', { name: 'Record consent' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
}

export async function withdrawalDialog(inside: Inside, coverName: string): Promise<WithdrawalDialog> {
  const dialog = inside.getByRole('alertdialog');
  await inside.getByRole('heading', { name: `Withdrawal by ${coverName}` }).waitFor();
  return {
    dialog,
    async inTheirWords(words) {
      await dialog.getByRole('textbox', { name: 'In their own words' }).fill(words);
    },
    async withdraw() {
      await dialog.getByRole('button', { name: 'Withdraw now' }).click();
      await inside.getByRole('heading', { name: `Withdrawn: ${coverName}` }).waitFor();
    },
    async close() {
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
}
