/** Keeps what short texts were found to say, because thousands of envelopes bear the same few headers. */

import { fromUtf8, utf8 } from './bytes.ts';

/** More than a circle has senders and keys of a month. */
const MOST = 512;

/** Of what a text says nothing but the text decides. What `read` throws is not kept. */
export type Remembering<T> = (text: string, read: (text: string) => T) => T;

export function remembering<T>(): Remembering<T> {
  const known = new Map<string, T>();
  return (text, read) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = read(text);
    if (known.size >= MOST) known.clear();
    // A copy: a part of a longer text would keep all of it in memory.
    known.set(fromUtf8(utf8(text)), found);
    return found;
  };
}
