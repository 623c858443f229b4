/** The parts of Settings about keeping, and the dialog that asks once more. */
import type { Locator } from 'playwright-core';
import type { Inside } from './inside.ts';

export interface SettingsPart {
  readonly main: Locator;
}

/** From the overview to the part of that name. */
export async function settingsPart(inside: Inside, name: string): Promise<SettingsPart> {
  const main = inside.getByRole('main');
  await main.getByRole('link', { name, exact: true }).click();
  await main.getByRole('heading', { name, level: 1, exact: true }).waitFor();
  return { main };
}

/** Fills the dialog in by its labels, confirms, and waits until it has gone. */
export async function decide(
  inside: Inside,
  title: string,
  confirm: string,
  words: Readonly<Record<string, string>>,
  more?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  const dialog = inside.getByRole('alertdialog', { name: title });
  await dialog.waitFor();
  for (const [label, said] of Object.entries(words))
    await dialog.getByRole('textbox', { name: label }).fill(said);
  await more?.(dialog);
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
