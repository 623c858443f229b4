/** Until when a decision may be said to count: a day, a detention, one use, or one of the defender's own proceedings. */

import type { Validity } from '../../domain/consent/consent-file.ts';
import { type Day, type EntryId, isEntryId } from '../../domain/ids.ts';
import { codesOf, type Entry } from '../../domain/record-kind.ts';
import type { ConsentInput } from '../../log/writing/saving.ts';

const plain = ['until', 'while-detained', 'once'] as const;
const PROCEEDING = 'proceeding:';

/**
 * Choices by key: the plain ones, then `proceeding:<entry>` for each proceeding that touches the defender and for the one
 * chosen before.
 */
export function endsOffered(
  proceedings: readonly Entry[],
  input: Pick<ConsentInput, 'about' | 'validity'>,
): readonly string[] {
  const own = proceedings
    .filter(({ record }) => codesOf(record).includes(input.about))
    .map(({ entry }) => `${PROCEEDING}${entry}`);
  const chosen = endOf(input.validity);
  return [...new Set([...plain, ...own, ...(chosen ? [chosen] : [])])];
}

/** The key of a validity. */
export function endOf(validity: Validity | undefined): string | undefined {
  return validity?.kind === 'proceeding' ? `${PROCEEDING}${validity.entry}` : validity?.kind;
}

/** The proceeding a key stands for. */
export function proceedingIn(choice: string): EntryId | undefined {
  const entry = choice.startsWith(PROCEEDING) ? choice.slice(PROCEEDING.length) : undefined;
  return isEntryId(entry) ? entry : undefined;
}

/** `choice` undefined: without an end. `day` is the last one in any case. */
export function withEnd(input: ConsentInput, choice: string | undefined, day: Day): ConsentInput {
  const { validity: _, ...bare } = input;
  const entry = choice === undefined ? undefined : proceedingIn(choice);
  if (entry) return { ...bare, validity: { kind: 'proceeding', entry, day } };
  const kind = plain.find((one) => one === choice);
  return kind ? { ...bare, validity: { kind, day } } : bare;
}
