/** One click that sends something into the circle: busy, then what came of it, and the same once more. */

import { useRef, useState } from 'react';
import type { CircleOutcome } from '../../log/circle/circle.ts';

export interface Sending {
  readonly busy: boolean;
  readonly failure: unknown;
  readonly outcome: CircleOutcome | undefined;
  run(work: () => Promise<CircleOutcome>): void;
  again(): void;
}

export function useOutcome(onDone?: () => void): Sending {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [outcome, setOutcome] = useState<CircleOutcome>();
  const last = useRef<() => Promise<CircleOutcome>>(undefined);
  function run(work: () => Promise<CircleOutcome>): void {
    last.current = work;
    setBusy(true);
    setFailure(undefined);
    setOutcome(undefined);
    work().then(
      (came) => {
        setBusy(false);
        setOutcome(came);
        if (came.outcome === 'done') onDone?.();
      },
      (cause: unknown) => {
        setFailure(cause);
        setBusy(false);
      },
    );
  }
  return { busy, failure, outcome, run, again: () => last.current && run(last.current) };
}
