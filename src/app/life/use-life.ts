/** Reads what is known about the life of entries, once asked for; what failed can be asked for again. */

import { useCallback } from 'react';
import type { Life } from '../../log/life/life.ts';
import { useLog } from '../log-context.tsx';
import { type Fetched, useFetched } from '../use-fetched.ts';

export type Loaded<T> = Pick<Fetched<T>, 'value' | 'failure' | 'again'>;

/** @param load must stay the same function from one rendering to the next */
export function useLoaded<T>(load: (life: Life) => Promise<T>): Loaded<T> {
  const log = useLog();
  return useFetched(useCallback(() => log.life().then(load), [log, load]));
}
