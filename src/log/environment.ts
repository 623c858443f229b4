/** What the log needs of the machine it runs on, handed in so that tests decide time, chance and visibility. */

import { type EntryId, entryIdFrom } from '../domain/ids.ts';

export interface Environment {
  /** Milliseconds of this machine's clock. */
  now(): number;
  /** `n` bytes from a CSPRNG. */
  random(n: number): Uint8Array;
  /** SHA-256 of a text's UTF-8 bytes. */
  digest(text: string): Promise<Uint8Array>;
  /** Calls `run` after `ms`; returns how to call it off. */
  after(ms: number, run: () => void): () => void;
  isVisible(): boolean;
}

/** An EntryId that everybody computes alike, for entries of which there must be one per key (a consent file per defender). */
export async function derivedEntryId(environment: Environment, key: string): Promise<EntryId> {
  const bytes = await environment.digest(`focal-point entry ${key}`);
  return entryIdFrom(bytes.slice(0, 16));
}

export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The browser's own machine. */
export function browserEnvironment(): Environment {
  return {
    now: () => Date.now(),
    random: (n) => crypto.getRandomValues(new Uint8Array(n)),
    digest: async (text) =>
      new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    isVisible: () => typeof document === 'undefined' || document.visibilityState === 'visible',
  };
}
