/** Faults of keys in words: errors of the log are known here by their name. */

import type { TextOf } from '../../words.tsx';

/** What to say of a fault that the person can mend at once; undefined for what the world did. */
export function keyFault(text: TextOf, cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (cause.name === 'WrongPassphrase') return text('keys.unlock.wrong');
  if (cause.name === 'SheetMadeMeanwhile') return text('keys.sheet.meanwhile');
  if (cause.name === 'WrongRecoveryCode') {
    const { why, group } = cause as Error & { readonly why?: string; readonly group?: number };
    if (why === 'mistyped' && group !== undefined) return text('keys.drill.wrongGroup', { group });
    return text(`keys.drill.wrong.${why ?? 'mistyped'}`);
  }
  return undefined;
}

/** What a scanned QR code says; undefined for any other code. */
export function scanned(line: string): { readonly mission: string; readonly digits: string } | undefined {
  const [, mission, digits] = /^FP1 ([a-z][a-z0-9-]{1,30}) (\d{60})$/.exec(line.trim()) ?? [];
  return mission && digits ? { mission, digits } : undefined;
}
