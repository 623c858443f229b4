/** One click that sends something into the circle: the words of a locked key first, busy, then what came of it, and the same once more. */

import { type ReactNode, useRef, useState } from 'react';
import type { Circle, CircleOutcome } from '../../log/circle/circle.ts';
import { UnlockDialog } from './keys/UnlockDialog.tsx';

export interface Sending {
  readonly busy: boolean;
  readonly failure: unknown;
  readonly outcome: CircleOutcome | undefined;
  /** The question for the six words while it stands, to be rendered. */
  readonly asking: ReactNode;
  /** Never rejects; ends without an outcome where the person did not open their key. */
  run(work: () => Promise<CircleOutcome>): Promise<void>;
  again(): void;
}

export function useOutcome(circle: Circle, onDone?: () => void): Sending {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [outcome, setOutcome] = useState<CircleOutcome>();
  const [answer, setAnswer] = useState<() => void>();
  const last = useRef<() => Promise<CircleOutcome>>(undefined);

  async function opened(): Promise<boolean> {
    if (!circle.view().unlocked) await new Promise<void>((resolve) => setAnswer(() => resolve));
    return circle.view().unlocked;
  }

  async function run(work: () => Promise<CircleOutcome>): Promise<void> {
    last.current = work;
    setFailure(undefined);
    setOutcome(undefined);
    setBusy(true);
    try {
      const came = (await opened()) ? await work() : undefined;
      setOutcome(came);
      if (came?.outcome === 'done') onDone?.();
    } catch (cause) {
      setFailure(cause);
    }
    setBusy(false);
  }

  const asking = answer ? (
    <UnlockDialog
      circle={circle}
      onUnlocked={() => undefined}
      onClose={() => {
        setAnswer(undefined);
        answer();
      }}
    />
  ) : null;
  return {
    busy,
    failure,
    outcome,
    asking,
    run,
    again: () => {
      if (last.current) void run(last.current);
    },
  };
}
