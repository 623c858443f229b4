/** Keeps one index for a log and a language, and fills it in small bites while the person types. */

import { useEffect, useState } from 'react';
import type { Words } from '../../domain/fields/field.ts';
import type { Log, View } from '../../log/log.ts';
import { useLog } from '../log-context.tsx';
import { openSearchIndex, type SearchIndex } from './search-index.ts';

/** A bite leaves room for a frame. Ms. */
const BITE_MS = 10;

const indexes = new WeakMap<Log, { readonly locale: string; readonly index: SearchIndex }>();

function indexFor(log: Log, locale: string): SearchIndex {
  const held = indexes.get(log);
  if (held?.locale === locale) return held.index;
  const index = openSearchIndex();
  indexes.set(log, { locale, index });
  return index;
}

/** `index` is a new object whenever more can be found; `complete` once everything in memory is in. */
export function useSearchIndex(
  view: Pick<View, 'entries'>,
  words: Words,
): { readonly index: { readonly now: SearchIndex }; readonly complete: boolean } {
  const log = useLog();
  const { entries } = view;
  const [state, setState] = useState(() => ({
    index: { now: indexFor(log, words.locale) },
    complete: false,
  }));
  useEffect(() => {
    const index = indexFor(log, words.locale);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let bites = 0;
    function bite(): void {
      const began = performance.now();
      const complete = index.take(entries, words, () => performance.now() - began > BITE_MS);
      bites += 1;
      // Each answer costs a search of its own: they come more rarely the longer it takes.
      if (complete || (bites & (bites - 1)) === 0) setState({ index: { now: index }, complete });
      if (!complete) timer = setTimeout(bite, 0);
    }
    bite();
    return () => clearTimeout(timer);
  }, [log, entries, words]);
  return state;
}
