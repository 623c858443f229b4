/** Makes a new defender from nothing but a code, in ten seconds; everything else is filled in later. */

import { useRef, useState } from 'react';
import type { Code } from '../../domain/ids.ts';
import { personKind } from '../../domain/registry.ts';
import type { Draft } from '../../log/writing/saving.ts';
import { useLog } from '../log-context.tsx';

export interface NewDefenderHandle {
  readonly making: boolean;
  readonly failed: boolean;
  /** The code made last. */
  readonly made: Code | undefined;
  /** The code once it is saved; undefined when that failed (`failed` says so). Never rejects. */
  make(): Promise<Code | undefined>;
}

/** `units` are those that may be picked where the code is needed; the first becomes the unit, an individual otherwise. */
export function useNewDefender(units: readonly string[] | undefined): NewDefenderHandle {
  const log = useLog();
  const [state, setState] = useState<{ making: boolean; failed: boolean; made: Code | undefined }>({
    making: false,
    failed: false,
    made: undefined,
  });
  // Kept through a retry: a lost answer must not leave a second defender behind.
  const pending = useRef<{ readonly code: Code; readonly draft: Draft } | undefined>(undefined);
  async function make(): Promise<Code | undefined> {
    const unit = units?.[0] ?? personKind.fields.unit?.settings.choices?.keys[0];
    const code = pending.current?.code ?? log.newCode();
    const draft = pending.current?.draft ?? {
      kind: personKind.key,
      entry: log.newEntryId(),
      values: { about: code, unit },
    };
    pending.current = { code, draft };
    setState({ making: true, failed: false, made: undefined });
    const saved = await log.save(draft).then(
      (outcome) => outcome.outcome === 'saved',
      () => false,
    );
    if (saved) pending.current = undefined;
    setState({ making: false, failed: !saved, made: saved ? code : undefined });
    return saved ? code : undefined;
  }
  return { ...state, make };
}
