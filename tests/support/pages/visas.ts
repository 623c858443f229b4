/** The consular desk, as the officer meets it on Today and as the focal point sees it beside a request. */
import type { Locator } from 'playwright-core';
import type { Inside } from './inside.ts';

export interface DeskPanel {
  readonly panel: Locator;
  give(): Promise<void>;
  takeOver(): Promise<void>;
}

/** Beside the request that stands open. */
export async function deskPanel(inside: Inside): Promise<DeskPanel> {
  const panel = inside.getByRole('region', { name: 'Consular desk' });
  await panel.waitFor();
  const press = async (name: string) => {
    await panel.getByRole('button', { name, exact: true }).click();
    await panel.getByText('Done.').waitFor();
  };
  return {
    panel,
    give: () => press('Give to the consular officer'),
    takeOver: () => press('Take the answer over'),
  };
}

export interface AnswerDialog {
  readonly dialog: Locator;
  stage(name: string): Promise<void>;
  day(label: string, words: string): Promise<void>;
  /** Of one applicant, by cover name. */
  decide(cover: string, decision: string, day: string): Promise<void>;
  ground(cover: string, name: string): Promise<void>;
  send(): Promise<void>;
}

/** The bundle of that cover name on the officer's Today. */
export function deskFile(main: Locator, cover: string): Locator {
  return main.locator('[data-file]').filter({ hasText: cover });
}

export async function openAnswer(inside: Inside, file: Locator): Promise<AnswerDialog> {
  await file.getByRole('button', { name: 'Answer', exact: true }).click();
  const dialog = inside.getByRole('dialog', { name: 'Answer on a visa bundle' });
  await dialog.waitFor();
  const person = (cover: string) => dialog.getByRole('group', { name: new RegExp(`^${cover}`) });
  const write = async (place: Locator, label: string, words: string) => {
    const input = place.getByRole('combobox', { name: label, exact: true });
    await input.fill(words);
    await input.press('Tab');
  };
  return {
    dialog,
    stage: (name) => dialog.getByRole('radio', { name, exact: true }).check(),
    day: (label, words) => write(dialog, label, words),
    async decide(cover, decision, day) {
      await person(cover).getByRole('combobox', { name: 'Decision', exact: true }).click();
      await inside.getByRole('listbox').getByRole('option', { name: decision, exact: true }).click();
      await write(person(cover), 'Decided on', day);
    },
    ground: (cover, name) => person(cover).getByRole('checkbox', { name }).check(),
    async send() {
      await dialog.getByRole('button', { name: 'Send to the focal point' }).click();
    },
  };
}
