/** The list of entries and the panel in which one opens. */
import type { Locator } from 'playwright-core';
import { type FormPage, formPage } from './form.ts';
import type { Inside } from './inside.ts';

export interface EntriesPage {
  readonly grid: Locator;
  /** The row whose text holds all of these. */
  row(...texts: readonly string[]): Locator;
  find(text: string): Promise<void>;
  open(...texts: readonly string[]): Promise<EntryPanel>;
}

export interface EntryPanel {
  readonly panel: Locator;
  /** What stands beside this label. */
  value(label: string): Promise<string>;
  change(kind: string): Promise<FormPage>;
  close(): Promise<void>;
}

export function entriesPage(inside: Inside): EntriesPage {
  const grid = inside.getByRole('grid', { name: 'Entries' });
  const row = (...texts: readonly string[]) =>
    texts.reduce((rows, text) => rows.filter({ hasText: text }), grid.getByRole('row'));
  return {
    grid,
    row,
    async find(text) {
      await inside.getByRole('textbox', { name: 'Find in the list' }).fill(text);
    },
    async open(...texts) {
      await row(...texts)
        .first()
        .click();
      return entryPanel(inside);
    },
  };
}

/** The panel that stands open. */
export async function entryPanel(inside: Inside): Promise<EntryPanel> {
  const panel = inside.getByRole('complementary', { name: 'Opened entry' });
  await panel.getByRole('button', { name: 'Copy as reporting text' }).waitFor();
  return {
    panel,
    async value(label) {
      const lines = await panel.getByRole('term').allInnerTexts();
      const place = lines.findIndex((line) => line.trim() === label);
      if (place < 0) throw new Error(`no line '${label}' among ${lines.join(', ')}`);
      return (await panel.getByRole('definition').nth(place).textContent()) ?? '';
    },
    async change(kind) {
      await panel.getByRole('button', { name: 'Change', exact: true }).click();
      return formPage(inside, `Change ${kind}`);
    },
    async close() {
      await panel.getByRole('button', { name: 'Close' }).click();
      await panel.waitFor({ state: 'detached' });
    },
  };
}
