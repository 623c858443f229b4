/** A form that stays on the page once it was saved: what was typed into it is kept then. */

import { type RefObject, useCallback, useRef } from 'react';
import { savingWords } from './last-words.ts';

/** `within` is the form; `saving` is called as a save begins, and what it gives back once that is in the book. */
export function useSavedWords<Form extends HTMLElement>(): {
  readonly within: RefObject<Form | null>;
  readonly saving: () => () => void;
} {
  const within = useRef<Form>(null);
  const saving = useCallback(
    () => savingWords((field) => field instanceof Node && within.current?.contains(field) === true),
    [],
  );
  return { within, saving };
}
