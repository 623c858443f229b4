/** What a request to other missions begins with, taken from an entry of ours. */

import type { Code, Day } from '../../../domain/ids.ts';
import { aboutOf, type Entry } from '../../../domain/record-kind.ts';
import { kindByKey } from '../../../domain/registry.ts';
import type { Request } from '../../../log/circle/contract/sharing.ts';

export interface Asked {
  readonly asks?: Request['asks'];
  readonly about?: Code;
  readonly urgency?: NonNullable<Request['urgency']>;
  readonly people?: number;
  readonly by?: Day;
}

/** Undefined for an entry that no other mission could help with. */
export function askedFrom(entry: Entry): Asked | undefined {
  const asked = kindByKey(entry.kind)?.asksOthers?.(entry.record);
  const about = aboutOf(entry.record);
  return asked && { ...asked, ...(about ? { about } : {}) };
}
