/** Opens a batch beside the page: the page stays quick, and the keys are gone when the worker ends. */

import { type Batch, type Outcome, openMany } from './open-many.ts';

/** What the worker says. */
export type Said =
  | { readonly opened: readonly Outcome[]; readonly done: number; readonly all: number }
  | { readonly end: true }
  | { readonly failed: string };

const say = (said: Said): void => self.postMessage(said);

self.onmessage = async ({ data }: MessageEvent<Batch>) => {
  try {
    await openMany(
      data,
      (opened, done, all) => say({ opened, done, all }),
      () => Promise.resolve(),
    );
    say({ end: true });
  } catch (error) {
    say({ failed: error instanceof Error ? error.name : 'unknown' });
  }
};
