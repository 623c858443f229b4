/** Doing one thing on a press: whether it is under way, and what the world did to it. */

import { useState } from 'react';

interface Doing {
  readonly busy: boolean;
  /** What the last try met with; undefined where it went well or is being tried again. */
  readonly failure: unknown;
  /** Never rejects: what `act` rejects with is the failure. */
  readonly run: (act: () => Promise<void>) => Promise<void>;
}

export function useDoing(): Doing {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  return {
    busy,
    failure,
    async run(act) {
      setBusy(true);
      setFailure(undefined);
      try {
        await act();
      } catch (cause) {
        setFailure(cause);
      }
      setBusy(false);
    },
  };
}
