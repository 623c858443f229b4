/** The one form, filled in by the labels a person reads. */
import type { Locator } from 'playwright-core';
import { type ConsentDialog, type ConsentParts, consentDialog, consentParts } from './consent.ts';
import type { Inside } from './inside.ts';

export interface FormPage {
  readonly dialog: Locator;
  write(label: string, words: string): Promise<void>;
  day(label: string, words: string): Promise<void>;
  /** A list that opens: picks the option whose name begins so. */
  choose(label: string, option: string | RegExp): Promise<void>;
  /** A list that narrows while typing. */
  pick(label: string, words: string): Promise<void>;
  radio(label: string, answer: string): Promise<void>;
  tick(group: string, box: string): Promise<void>;
  unfold(section: string): Promise<void>;
  /** A day and a time, on the mission's clock. */
  moment(label: string, day: string, time: string): Promise<void>;
  /** Fields that carry the mark of a required one. */
  required(): Promise<readonly string[]>;
  consentOf(coverName: string): Promise<ConsentParts>;
  readonly submit: Locator;
  readonly errors: Locator;
  readonly refusal: FormRefusal;
  readonly mustSayWhy: Locator;
  /** Saves and waits until the form has gone, or offers what comes next. */
  save(): Promise<void>;
  cancel(): Promise<void>;
}

export interface FormRefusal {
  readonly notice: Locator;
  recordConsent(coverName: string): Promise<ConsentDialog>;
}

/** The form of that title, on top of whatever is open. */
export async function formPage(inside: Inside, title: string): Promise<FormPage> {
  const dialog = inside.getByRole('dialog', { name: title });
  await dialog.waitFor();
  const submit = dialog.getByRole('button', { name: /^Save/ });
  const notice = dialog.getByRole('alert').filter({ hasText: 'Not done: consent is missing' });

  async function fromList(option: string | RegExp): Promise<void> {
    // The page behind has lists of its own, which a form hides a moment after it opened.
    await inside.getByRole('listbox').getByRole('option', { name: option }).first().click();
  }
  return {
    dialog,
    submit,
    errors: dialog.getByRole('alert', { name: /^Not saved yet/ }),
    mustSayWhy: dialog.getByRole('alert').filter({ hasText: 'It happened without consent on record' }),
    refusal: {
      notice,
      async recordConsent(coverName) {
        await notice.getByRole('button', { name: 'Record consent' }).click();
        return consentDialog(inside, coverName);
      },
    },
    async write(label, words) {
      const name = { name: label, exact: true };
      // A line for which the mission's list offers words is announced as a combobox.
      await dialog.getByRole('textbox', name).or(dialog.getByRole('combobox', name)).fill(words);
    },
    async day(label, words) {
      const input = dialog.getByRole('combobox', { name: label, exact: true });
      await input.fill(words);
      await input.press('Tab');
    },
    async choose(label, option) {
      await dialog.getByRole('combobox', { name: label, exact: true }).click();
      await fromList(option);
    },
    async pick(label, words) {
      const input = dialog.getByRole('combobox', { name: label, exact: true });
      await input.click();
      await input.pressSequentially(words);
      await fromList(new RegExp(`^${words}`));
    },
    async radio(label, answer) {
      await dialog
        .getByRole('radiogroup', { name: label })
        .getByRole('radio', { name: answer, exact: true })
        .check();
    },
    async tick(group, box) {
      await dialog
        .getByRole('group', { name: group, exact: true })
        .getByRole('checkbox', { name: box })
        .check();
    },
    async unfold(section) {
      const button = dialog.getByRole('button', { name: new RegExp(`^${section} ·`) });
      if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    },
    async moment(label, day, time) {
      const group = dialog.getByRole('group', { name: label, exact: true });
      const input = group.getByRole('combobox', { name: 'Day' });
      await input.fill(day);
      await input.press('Tab');
      await group.getByRole('textbox', { name: 'Time' }).fill(time);
    },
    async required() {
      const marked = await dialog.locator('[required], [aria-required="true"]').all();
      return Promise.all(
        marked.map((field) =>
          field.evaluate((element) => {
            const by = element.getAttribute('aria-labelledby');
            const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
            const label = by ? document.getElementById(by) : labels[0];
            return (label?.textContent ?? '').replace('*', '').trim();
          }),
        ),
      );
    },
    async consentOf(coverName) {
      const group = dialog.getByRole('group', { name: `Consent of ${coverName}` });
      await group.getByRole('button', { name: 'Record what they agreed to' }).click();
      return consentParts(group);
    },
    async save() {
      await submit.click();
      await submit.waitFor({ state: 'detached' });
    },
    async cancel() {
      await dialog.getByRole('button', { name: 'Cancel' }).click();
    },
  };
}

/** After a save: opens what comes next, with what is already known. */
export async function nextForm(inside: Inside, what: string): Promise<FormPage> {
  await inside.getByRole('dialog').getByRole('button', { name: what, exact: true }).click();
  return formPage(inside, what);
}

/** After a save: leaves what comes next for later. */
export async function leaveSaved(inside: Inside): Promise<void> {
  const done = inside.getByRole('dialog').getByRole('button', { name: 'Done', exact: true });
  await done.click();
  await done.waitFor({ state: 'detached' });
}
