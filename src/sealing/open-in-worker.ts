/** Opens a batch in a worker; where none can be had, on the page's own thread in bites. */

import { type Batch, type OnBite, type Outcome, openMany } from './open-many.ts';
import type { Said } from './worker.ts';
import workerUrl from './worker.ts?worker&url';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

/** A worker costs more than it saves below this many. */
const WORTH_A_WORKER = 100;

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The address of our own worker, in the one form that the page's policy lets through. No other address passes. */
function trustedUrl(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('focal-point-worker', {
    createScriptURL(url) {
      if (url !== workerUrl) throw new TypeError('not our worker');
      return url;
    },
  });
  return (policy?.createScriptURL(workerUrl) ?? workerUrl) as string;
}

/** @returns whether a worker did all of it. Rejects with the reason of `signal` when that stops it. */
export async function openInWorker(batch: Batch, onBite: OnBite, signal: AbortSignal): Promise<boolean> {
  signal.throwIfAborted();
  const opened = new Set<string>();
  const all = batch.items.length;
  const tell = (bite: readonly Outcome[]) => {
    for (const { entry } of bite) opened.add(entry);
    onBite(bite, opened.size, all);
  };
  if (all >= WORTH_A_WORKER && (await workThrough(batch, tell, signal))) return true;
  const { items, carriers } = batch;
  const left = items.filter(({ row }) => !opened.has(row.entry));
  await openMany({ ...batch, items: left, carriers: [...carriers, ...items] }, tell, () => breathe(signal));
  signal.throwIfAborted();
  return false;
}

/** @returns false where there is no worker, or it broke off */
function workThrough(
  batch: Batch,
  tell: (bite: readonly Outcome[]) => void,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let worker: Worker;
    try {
      worker = new Worker(trustedUrl(), { type: 'module' });
      worker.postMessage(batch);
    } catch {
      resolve(false);
      return;
    }
    const stop = () => {
      worker.terminate();
      reject(signal.reason);
    };
    const end = (isDone: boolean) => {
      signal.removeEventListener('abort', stop);
      worker.terminate();
      resolve(isDone);
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.onerror = () => end(false);
    worker.onmessageerror = () => end(false);
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      if ('opened' in data) tell(data.opened);
      else end('end' in data);
    };
  });
}

async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal.throwIfAborted();
}
