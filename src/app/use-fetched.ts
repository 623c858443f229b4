/** Reads something once it is asked for, and again after a failure. */

import { useCallback, useEffect, useState } from 'react';

export interface Fetched<T> {
  /** Undefined until it came. */
  readonly value: T | undefined;
  readonly failure: unknown;
  again(): void;
  /** What is known meanwhile about what came. */
  change(to: (came: T) => T): void;
}

/** @param fetch must stay the same function from one rendering to the next; without one nothing is read */
export function useFetched<T>(fetch: (() => Promise<T>) | undefined): Fetched<T> {
  const [value, setValue] = useState<T>();
  const [failure, setFailure] = useState<unknown>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isCurrent = asked >= 0;
    fetch?.().then(
      (came) => {
        if (isCurrent) setValue(() => came);
      },
      (cause: unknown) => {
        if (isCurrent) setFailure(cause);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [fetch, asked]);
  const again = useCallback(() => {
    setFailure(undefined);
    setAsked((before) => before + 1);
  }, []);
  const change = useCallback((to: (came: T) => T) => {
    setValue((came) => (came === undefined ? came : to(came)));
  }, []);
  return { value, failure, again, change };
}
