/** Watches where the pointer and the focus are, and keeps the rows of Today still beneath them. */

import { type FocusEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { Duty } from '../../domain/duties/duty.ts';
import { type SteadyRow, steadyRows } from './steady-rows.ts';

export interface SteadyList {
  readonly rows: readonly SteadyRow<Duty>[];
  /** Duties that came since the page was opened. */
  readonly fresh: ReadonlySet<string>;
  /** This person acts on it: when it goes, its row goes. */
  act(id: string): void;
  /** For the element around the list. */
  readonly around: {
    onPointerEnter(): void;
    onPointerLeave(): void;
    onFocus(): void;
    onBlur(event: FocusEvent<HTMLElement>): void;
  };
}

/** `rows` in their natural order; `ready` once what was there before, older entries included, has arrived. */
export function useSteadyRows(rows: readonly SteadyRow<Duty>[], ready: boolean): SteadyList {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const shown = useRef<readonly SteadyRow<Duty>[]>([]);
  const own = useRef(new Set<string>());
  const [first, setFirst] = useState<ReadonlySet<string>>();
  if (ready && !first) setFirst(new Set(rows.map(({ duty }) => duty.id)));
  // What is still arriving was there before: it takes its place at once.
  const held = ready && (pointed || focused);
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
