/** A row that quotes an entry, and what is written in its place. */

import type { Code } from '../../domain/ids.ts';

export interface Quote {
  readonly codes: readonly Code[];
  write(): Promise<unknown>;
}
