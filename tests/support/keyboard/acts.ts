/** What somebody presses once they stand on a control: Enter or Space by its role, letters in a field, arrows in a list. */
import type { ElementHandle, Page } from 'playwright-core';

type Control = ElementHandle<Element>;

/** Longer texts are pasted. */
const TYPED = 300;

/** Runs in the page: what a keyboard acts on when somebody means this element. */
export function controlOf(element: Element): Element | null {
  const controls =
    'a[href], button, input, select, textarea, summary, [contenteditable="true"], [role="option"], [role^="menuitem"], [role="tab"], [role="treeitem"], [tabindex]';
  const label = element.closest('label');
  const found = element.closest(controls);
  if (label?.control && !(found && label.contains(found))) return label.control;
  if (found && !found.matches('main, dialog, [role="dialog"], [role="alertdialog"]')) return found;
  const within = element.querySelectorAll(controls);
  return within.length === 1 ? (within[0] ?? null) : null;
}

/** Runs in the page: the key that does what a click does; none where standing there is all. */
function keyOf(control: Element): string | null {
  const role = control.getAttribute('role');
  if (control instanceof HTMLInputElement && control.type === 'radio')
    return control.checked ? null : 'Space';
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return 'Space';
  if (role === 'checkbox' || role === 'switch' || role === 'radio') return 'Space';
  const opensList = control.getAttribute('aria-haspopup') === 'listbox' || role === 'combobox';
  if (control.matches('input:not([type="button"], [type="submit"], [type="file"]), textarea, select'))
    return opensList && control.getAttribute('aria-expanded') === 'false' ? 'Alt+ArrowDown' : null;
  return 'Enter';
}

export async function press(page: Page, control: Control): Promise<void> {
  const key = await control.evaluate(keyOf);
  if (key !== null) await page.keyboard.press(key);
}

export async function setChecked(page: Page, control: Control, wanted: boolean): Promise<void> {
  const isSet = () =>
    control.evaluate((box) =>
      box instanceof HTMLInputElement ? box.checked : box.getAttribute('aria-checked') === 'true',
    );
  if ((await isSet()) !== wanted) await page.keyboard.press('Space');
  for (const end = Date.now() + 2000; (await isSet()) !== wanted; )
    if (Date.now() > end) throw new Error(`Space does not ${wanted ? 'tick' : 'clear'} it`);
}

export async function write(page: Page, words: string): Promise<void> {
  if (words.length > TYPED) await page.keyboard.insertText(words);
  else await page.keyboard.type(words);
}

export async function overwrite(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await write(page, words);
}

export type Wanted = string | { readonly label?: string; readonly value?: string; readonly index?: number };

/** Opens the browser's own list, goes to the option by the arrows, and takes it. */
export async function choose(page: Page, control: Control, wanted: Wanted): Promise<string> {
  const way = await control.evaluate((select, option) => {
    if (!(select instanceof HTMLSelectElement)) throw new Error('this is no list of the browser');
    const open = [...select.options].filter((each) => !each.disabled);
    const given = typeof option === 'string' ? undefined : option;
    const found = open.findIndex((each) =>
      given
        ? (given.label === undefined || each.label === given.label) &&
          (given.value === undefined || each.value === given.value) &&
          (given.index === undefined || each.index === given.index)
        : each.value === option || each.label === option,
    );
    const now = select.selectedOptions[0];
    return { found, from: now ? open.indexOf(now) : -1, value: open[found]?.value ?? '' };
  }, wanted);
  if (way.found < 0) throw new Error(`the list has no option ${JSON.stringify(wanted)}`);
  const steps = way.found - way.from;
  if (steps === 0) return way.value;
  await page.keyboard.press('Space');
  for (let step = 0; step < Math.abs(steps); step += 1)
    await page.keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
  await page.keyboard.press('Enter');
  return way.value;
}
