/** A page that seals envelopes to itself and opens them as the app does, so that a test can look on. */

import { fromBase64url } from '../../../../src/sealing/bytes.ts';
import { openInWorker } from '../../../../src/sealing/open-in-worker.ts';
import { manyEnvelopes } from '../many-envelopes.ts';

export interface WorkerRun {
  readonly inWorker: boolean;
  readonly opened: number;
  /** How many were there after each bite. */
  readonly progress: readonly number[];
  /** The first bite holds the newest, and nothing older. */
  readonly newestFirst: boolean;
}

export type Decoded = readonly number[] | 'refused';

declare global {
  interface Window {
    workerPage?: {
      readonly violations: readonly string[];
      run(stopAfter?: number): Promise<WorkerRun | string>;
      /** The bytes of each text, or that it is refused, as this browser decodes it; whether it does so by itself. */
      decode(texts: readonly string[]): { readonly byItself: boolean; readonly found: readonly Decoded[] };
    };
  }
}

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));

const { under } = await manyEnvelopes(150, 2, 2);

async function run(stopAfter = Number.POSITIVE_INFINITY): Promise<WorkerRun | string> {
  const stop = new AbortController();
  const progress: number[] = [];
  const bites: string[][] = [];
  let opened = 0;
  const done = openInWorker(
    under,
    (bite, count) => {
      progress.push(count);
      bites.push(bite.map(({ entry }) => entry));
      opened += bite.filter(({ outcome }) => outcome.ok).length;
      if (count >= stopAfter) stop.abort(new Error('locked'));
    },
    stop.signal,
  );
  try {
    const inWorker = await done;
    const newest = [...under.items].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 50);
    const first = new Set(bites[0]);
    return { inWorker, opened, progress, newestFirst: newest.every(({ row }) => first.has(row.entry)) };
  } catch (error) {
    return String(error);
  }
}

function decoded(text: string): Decoded {
  try {
    return [...fromBase64url(text)];
  } catch {
    return 'refused';
  }
}

const byItself = 'setFromBase64' in Uint8Array.prototype;

window.workerPage = { violations, run, decode: (texts) => ({ byItself, found: texts.map(decoded) }) };
