/** Reads what is known about the life of entries, once asked for; what failed can be asked for again. */

import { useCallback, useEffect, useState } from 'react';
import type { Life } from '../../log/life/life.ts';
import { useLog } from '../log-context.tsx';

export interface Loaded<T> {
  readonly value: T | undefined;
  readonly failure: unknown;
  again(): void;
}

/** @param load must stay the same function from one rendering to the next */
export function useLoaded<T>(load: (life: Life) => Promise<T>): Loaded<T> {
  const log = useLog();
  const [value, setValue] = useState<T>();
  const [failure, setFailure] = useState<unknown>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isCurrent = asked >= 0;
    log
      .life()
      .then(load)
      .then(
        (loaded) => {
          if (isCurrent) setValue(() => loaded);
        },
        (cause: unknown) => {
          if (isCurrent) setFailure(cause);
        },
      );
    return () => {
      isCurrent = false;
    };
  }, [log, load, asked]);
  const again = useCallback(() => {
    setFailure(undefined);
    setAsked((before) => before + 1);
  }, []);
  return { value, failure, again };
}
