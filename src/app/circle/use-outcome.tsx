/** One click that sends something into the circle: names in it and the words of a locked key first, busy, then what came of it, and the same once more. */

import { type ReactNode, useRef, useState } from 'react';
import type { Circle } from '../../log/circle/circle.ts';
import type { CircleOutcome } from '../../log/circle/contract/sharing.ts';
import { type ToCheck, useNameCheck } from '../names/use-name-check.tsx';
import { UnlockDialog } from './keys/UnlockDialog.tsx';

/** Words of ours on their way to other missions. */
export interface Said {
  readonly texts: readonly ToCheck[];
  /** Sent as about nobody, so that nobody's consent was asked. */
  readonly namesNobody?: boolean;
}

export interface Sending {
  readonly busy: boolean;
  readonly failure: unknown;
  readonly outcome: CircleOutcome | undefined;
  /** The question for names or for the six words while it stands, to be rendered. */
  readonly asking: ReactNode;
  /** Never rejects; ends without an outcome where the person did not open their key. */
  /** `said`: words of ours that go along, looked through for names first. */
  run(work: () => Promise<CircleOutcome>, said?: Said): Promise<void>;
  again(): void;
}

export function useOutcome(circle: Circle, onDone?: () => void): Sending {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [outcome, setOutcome] = useState<CircleOutcome>();
  const [answer, setAnswer] = useState<() => void>();
  const names = useNameCheck();
  const last = useRef<{ readonly work: () => Promise<CircleOutcome>; readonly said?: Said }>(undefined);

  async function opened(): Promise<boolean> {
    if (!circle.view().unlocked) await new Promise<void>((resolve) => setAnswer(() => resolve));
    return circle.view().unlocked;
  }

  async function run(work: () => Promise<CircleOutcome>, said?: Said): Promise<void> {
    last.current = { work, ...(said ? { said } : {}) };
    setFailure(undefined);
    setOutcome(undefined);
    setBusy(true);
    try {
      const goesOn = await names.mayGoOn(said?.texts ?? [], said?.namesNobody);
      const came = goesOn && (await opened()) ? await work() : undefined;
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
  ) : (
    names.asking
  );
  return {
    busy,
    failure,
    outcome,
    asking,
    run,
    again: () => {
      if (last.current) void run(last.current.work, last.current.said);
    },
  };
}
