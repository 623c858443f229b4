/** Somebody who works with the keyboard alone: everything is reached by Tab and the arrows, and known by what is announced. */
import type { Frame } from 'playwright-core';
import { type FormPage, formPage } from './form.ts';
import type { Tab } from './tab.ts';

export interface Hands {
  /** What has the focus: its label; inside a group of answers or rows, the group's label first: `Step: Planned`. */
  focused(): Promise<string>;
  press(...keys: readonly string[]): Promise<void>;
  /** Presses Tab until what has the focus is called so, in whichever group; gives up after a while. */
  tabTo(name: string | RegExp): Promise<void>;
  /** An item of the menu that has opened. */
  item(name: string): Promise<void>;
  /** Opens the form of that name from the menu beside the large button. */
  log(what: string): Promise<FormPage>;
  write(label: string, words: string): Promise<void>;
  /** From a list that opens. */
  choose(label: string, option: string): Promise<void>;
  /** From the browser's own list. */
  select(label: string, option: string): Promise<void>;
  /** From a list that narrows while typing. */
  pick(label: string, words: string): Promise<void>;
  /** One of a few answers that all stand there. */
  answer(group: string, answer: string): Promise<void>;
  tick(group: string, box: string): Promise<void>;
  unfold(section: string): Promise<void>;
  /** Saves from wherever the keyboard stands. */
  save(form: FormPage): Promise<void>;
}

/** More than any page has stops, twice around. */
const MANY_STOPS = 400;

/** Presses before somebody looks where they are. */
const AT_ONCE = 20;

export function handsOn(tab: Tab): Hands {
  const { keyboard } = tab.page;
  let document: Frame | undefined;
  /** Asked after every key: the way through the host's page would take longer than the key. */
  async function inDocument(): Promise<Frame> {
    if (!document || document.isDetached()) document = await tab.frame();
    return document;
  }
  const lookFor = async (wanted: Wanted) => (await inDocument()).evaluate(lookAround, wanted);
  const focused = async () => (await lookFor({ words: '' })).said;
  const chosen = async () => (await inDocument()).evaluate(activeOption);

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await keyboard.press(key);
  }
  async function until(key: string, read: () => Promise<string>, name: string | RegExp): Promise<void> {
    const fits = (said: string) =>
      typeof name === 'string' ? said === name || said.endsWith(`: ${name}`) : name.test(said);
    const met: string[] = [];
    for (let step = 0; step < MANY_STOPS; step += 1) {
      const said = await read();
      if (fits(said)) return;
      met.push(said);
      await keyboard.press(key);
    }
    throw new Error(`${key} does not reach ${name}; it met ${[...new Set(met)].join(' | ')}`);
  }
  /** The stops before it are passed as with a key held down: nobody looks at each. */
  async function tabTo(name: string | RegExp): Promise<void> {
    const wanted: Wanted =
      typeof name === 'string' ? { words: name } : { pattern: name.source, flags: name.flags };
    const met: string[] = [];
    for (let stops = 0; stops < MANY_STOPS; ) {
      const { said, isIt, ahead } = await lookFor(wanted);
      if (isIt) return;
      met.push(said);
      const presses = Math.min(Math.max(1, ahead - 1), AT_ONCE);
      await Promise.all(Array.from({ length: presses }, () => keyboard.press('Tab')));
      stops += presses;
    }
    throw new Error(`Tab does not reach ${name}; it met ${[...new Set(met)].join(' | ')}`);
  }

  async function item(name: string): Promise<void> {
    await tab.inside.getByRole('menuitem', { name, exact: true }).waitFor();
    await until('ArrowDown', focused, name);
    await press('Enter');
  }

  return {
    focused,
    press,
    tabTo,
    item,
    async log(what) {
      await tab.inside.locator('body').evaluate(() => window.focus());
      await tabTo('Log something else');
      await press('Enter');
      await item(what);
      return formPage(tab.inside, what);
    },
    async write(label, words) {
      await tabTo(label);
      await press('ControlOrMeta+a');
      await keyboard.type(words);
    },
    async choose(label, option) {
      await tabTo(label);
      await press('Enter');
      await until('ArrowDown', chosen, option);
      await press('Enter');
    },
    async select(label, option) {
      await tabTo(label);
      await keyboard.type(option);
    },
    async pick(label, words) {
      await tabTo(label);
      await keyboard.type(words);
      await tab.inside.getByRole('listbox').getByRole('option').filter({ hasText: words }).first().waitFor();
      if (!(await chosen()).startsWith(words)) await press('ArrowDown');
      await press('Enter');
    },
    async answer(group, answer) {
      await tabTo(new RegExp(`^${group}: `));
      await press('Space');
      // An answer may be explained in smaller words after it.
      await until('ArrowDown', focused, new RegExp(`^${group}: ${answer}`));
    },
    async tick(group, box) {
      await tabTo(`${group}: ${box}`);
      await press('Space');
    },
    async unfold(section) {
      await tabTo(new RegExp(`^${section} ·`));
      // It opens by itself once something in it is needed or wrong.
      const isOpen = await (await inDocument()).evaluate(
        () => window.document.activeElement?.getAttribute('aria-expanded') === 'true',
      );
      if (!isOpen) await press('Enter');
    },
    async save(form) {
      await press('ControlOrMeta+Enter');
      await form.submit.waitFor({ state: 'detached' });
    },
  };
}

/** A label: all of it, or whatever the pattern finds. */
type Wanted =
  | { readonly words: string; readonly pattern?: never; readonly flags?: never }
  | { readonly words?: never; readonly pattern: string; readonly flags: string };

/** What the keyboard stands on, and how many stops ahead the next one lies that is called as wanted; 0 where none is. */
interface Around {
  readonly said: string;
  readonly isIt: boolean;
  readonly ahead: number;
}

/** Runs in the page. */
function lookAround(wanted: Wanted): Around {
  const textOf = (element: Element | null) =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').replace(/ ?\*$/, '').trim();
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const said = [
      ids.map((id) => textOf(document.getElementById(id))).join(' '),
      element.getAttribute('aria-label') ?? '',
      labels.map(textOf).join(' '),
    ].find((each) => each.trim() !== '');
    return said ?? '';
  };
  const announced = (element: Element): string => {
    const group = element.parentElement?.closest('[role="radiogroup"], [role="group"], fieldset') ?? null;
    const own = nameOf(element) || textOf(element);
    const around = group && element.matches('input, button[role="combobox"]') ? nameOf(group) : '';
    return around ? `${around}: ${own}` : own;
  };
  const pattern = wanted.pattern === undefined ? undefined : new RegExp(wanted.pattern, wanted.flags);
  const fits = (said: string) =>
    pattern ? pattern.test(said) : said === wanted.words || said.endsWith(`: ${wanted.words}`);

  /** Of radio buttons one is a stop, and of what the arrows lead through. */
  const kept = new Set<unknown>();
  const isStop = (element: HTMLElement): boolean => {
    if (element.tabIndex < 0 || (element as HTMLInputElement).disabled) return false;
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('[inert]')) return false;
    const isRadio = element instanceof HTMLInputElement && element.type === 'radio';
    const one = isRadio ? element.name : element.closest('[data-tabster*="mover"]');
    if (!one) return true;
    if (kept.has(one)) return false;
    kept.add(one);
    return true;
  };
  const active = document.activeElement;
  if (!active) return { said: '', isIt: false, ahead: 0 };
  // What opened last holds the keyboard.
  const within = [...document.querySelectorAll('[aria-modal="true"], dialog[open]')].at(-1) ?? document;
  const stops = [
    ...within.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]',
    ),
  ].filter(isStop);
  const isLater = (stop: HTMLElement) =>
    stop !== active && active.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING;
  const later = stops.filter(isLater);
  const said = announced(active);
  return { said, isIt: fits(said), ahead: 1 + later.findIndex((stop) => fits(announced(stop))) };
}

/** Runs in the page: the option of an open list that the arrows stand on. */
function activeOption(): string {
  const id = document.activeElement?.getAttribute('aria-activedescendant');
  return (id ? document.getElementById(id)?.textContent : '')?.trim() ?? '';
}
