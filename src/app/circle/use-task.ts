/** One click that works for a while: busy, then done or failed, and the same once more. */

import { useRef, useState } from 'react';

export interface Task {
  readonly busy: boolean;
  readonly failure: unknown;
  run(work: () => Promise<void>): void;
  /** The last work once more. */
  again(): void;
}

export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const last = useRef<() => Promise<void>>(undefined);
  function run(work: () => Promise<void>): void {
    last.current = work;
    setBusy(true);
    setFailure(undefined);
    work().then(
      () => setBusy(false),
      (cause: unknown) => {
        setFailure(cause);
        setBusy(false);
      },
    );
  }
  return { busy, failure, run, again: () => last.current && run(last.current) };
}
