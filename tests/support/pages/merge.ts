/** The dialog that appears when somebody else saved first. */
import type { Locator } from 'playwright-core';
import type { Inside } from './inside.ts';

export interface MergeDialog {
  readonly dialog: Locator;
  readonly saveButton: Locator;
  /** Labels of the fields that differ. */
  fields(): Promise<readonly string[]>;
  /** Mine, theirs and the third way, as they read. */
  sides(field: string): Promise<readonly string[]>;
  /** Takes the side whose text holds this. */
  pick(field: string, text: string): Promise<void>;
  write(field: string, words: string): Promise<void>;
  save(): Promise<void>;
}

export async function mergeDialog(inside: Inside): Promise<MergeDialog> {
  const dialog = inside.getByRole('alertdialog', { name: 'Somebody saved first' });
  await dialog.waitFor();
  const group = (field: string) => dialog.getByRole('radiogroup', { name: field });
  const saveButton = dialog.getByRole('button', { name: 'Save the result' });
  return {
    dialog,
    saveButton,
    async fields() {
      const groups = await dialog.getByRole('radiogroup').all();
      return Promise.all(
        groups.map((one) =>
          one.evaluate((element) => {
            const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
            return by
              .map((id) => document.getElementById(id)?.textContent ?? '')
              .join(' ')
              .trim();
          }),
        ),
      );
    },
    async sides(field) {
      const radios = await group(field).getByRole('radio').all();
      return Promise.all(
        radios.map((radio) =>
          radio.evaluate((element) =>
            element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '',
          ),
        ),
      );
    },
    async pick(field, text) {
      await group(field).getByRole('radio', { name: text }).check();
    },
    async write(field, words) {
      await group(field).getByRole('radio', { name: 'Write it anew' }).check();
      await dialog.getByRole('textbox', { name: field }).fill(words);
    },
    async save() {
      await saveButton.click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
}
