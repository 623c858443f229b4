/** Whether somebody filled something in where no draft keeps it: what it holds is compared with what it held before the first touch. */

export interface FilledIn {
  /** Somebody is about to do something there. */
  look(): void;
  /** Somebody does. */
  touch(): void;
  /** Left as it opened, or put back to that, nothing would be lost. */
  holdsSomething(): boolean;
}

/** @param read what stands in each control, in their order */
export function watchFilling(read: () => readonly string[]): FilledIn {
  let opened: readonly string[] | undefined;
  let touched = false;
  return {
    look() {
      // What arrives by itself until then (a list that was still on its way) is nobody's word.
      if (!touched) opened = read();
    },
    touch() {
      touched = true;
    },
    holdsSomething() {
      if (!touched) return false;
      const now = read();
      return opened?.length !== now.length || now.some((value, place) => value !== opened?.[place]);
    },
  };
}

/** As much of a control as tells what was chosen or typed. */
export type Control = Pick<Element, 'textContent' | 'getAttribute'> & {
  readonly type?: string;
  readonly value?: unknown;
  readonly checked?: boolean;
};

/** What opens a list shows the choice in its words, and what was picked stands beside it; a button may be one that stays pressed. */
export const controlsIn =
  'input, textarea, select, [role="combobox"], [role="option"], [aria-pressed], [aria-checked]';

export function standsIn(control: Control): string {
  if (control.type === 'checkbox' || control.type === 'radio') return String(control.checked === true);
  // A button has a value too, which says nothing.
  if (typeof control.value === 'string' && !/^(button|submit)$/.test(control.type ?? ''))
    return control.value;
  const pressed = ['aria-checked', 'aria-pressed'].map((name) => control.getAttribute(name) ?? '');
  return [control.textContent ?? '', ...pressed].join(' ');
}
