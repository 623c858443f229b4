/** Prints what is on screen, once the journal says so. */

import { useState } from 'react';
import type { EntryId } from '../../domain/ids.ts';
import type { NotHandedOutWhy } from '../../log/writing/hand-out.ts';
import { useLog } from '../log-context.tsx';

export interface PrintHandle {
  readonly refused: NotHandedOutWhy | undefined;
  readonly failure: unknown;
  print(): void;
  forget(): void;
}

/** @param page key of the page or kind, for the journal; `entries` is asked once somebody prints */
export function usePrint(page: string, entries: () => readonly EntryId[]): PrintHandle {
  const log = useLog();
  const [refused, setRefused] = useState<PrintHandle['refused']>();
  const [failure, setFailure] = useState<unknown>();
  async function print(): Promise<void> {
    setRefused(undefined);
    setFailure(undefined);
    try {
      const handed = await log.handOut({ act: 'printed', kind: page, entries: entries() });
      if (handed.outcome === 'refused') setRefused(handed.why);
      else window.print();
    } catch (cause) {
      setFailure(cause);
    }
  }
  return {
    refused,
    failure,
    print: () => void print(),
    forget() {
      setRefused(undefined);
      setFailure(undefined);
    },
  };
}
