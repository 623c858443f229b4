/** Watches where the pointer and the focus are, and keeps rows still beneath them. */

import { type FocusEvent, useCallback, useMemo, useRef, useState } from 'react';
import { type SteadyRow, steadyRows } from './steady-rows.ts';

export interface SteadyList<D> {
  readonly rows: readonly SteadyRow<D>[];
  /** What came since the page was opened. */
  readonly fresh: ReadonlySet<string>;
  /** This person acts on it: when it goes, its row goes. */
  act(id: string): void;
  /** For the element around the list. */
  readonly around: Around;
}

interface Around {
  onPointerEnter(): void;
  onPointerLeave(): void;
  onFocus(): void;
  onBlur(event: FocusEvent<HTMLElement>): void;
}

/** Whether somebody points at something inside, or has the focus there. */
export function useHeld(): { readonly held: boolean; readonly around: Around } {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  return {
    held: pointed || focused,
    around: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
      },
    },
  };
}

/**
 * `rows` in their natural order; `ready` once what was there before, older entries included, has arrived. `outside`: what
 * stands below it moves with it, so that the page as a whole is held, and says so.
 */
export function useSteadyRows<D extends { readonly id: string }>(
  rows: readonly SteadyRow<D>[],
  ready: boolean,
  outside?: boolean,
): SteadyList<D> {
  const inside = useHeld();
  const shown = useRef<readonly SteadyRow<D>[]>([]);
  const own = useRef(new Set<string>());
  const [first, setFirst] = useState<ReadonlySet<string>>();
  if (ready && !first) setFirst(new Set(rows.map(({ duty }) => duty.id)));
  // What is still arriving was there before: it takes its place at once.
  const held = ready && (outside ?? inside.held);
  const steady = useMemo(() => {
    const next = steadyRows(shown.current, rows, held, own.current);
    shown.current = next;
    return next;
  }, [rows, held]);
  const fresh = useMemo(
    () => new Set(first ? rows.map(({ duty }) => duty.id).filter((id) => !first.has(id)) : []),
    [rows, first],
  );
  const act = useCallback((id: string) => {
    own.current.add(id);
  }, []);
  return {
    rows: steady,
    fresh,
    act,
    around: inside.around,
  };
}
