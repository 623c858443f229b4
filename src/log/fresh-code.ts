/** A code for somebody new, which nobody here has yet. */

import { codeFrom } from '../domain/codes.ts';
import type { Code } from '../domain/ids.ts';
import type { Entry } from '../domain/record-kind.ts';
import { codedKinds } from '../domain/registry.ts';
import type { Environment } from './environment.ts';

/** 2^40 codes: a clash within one mission is all but impossible, and looked for all the same. */
export function freshCode(environment: Environment, entries: ReadonlyMap<string, readonly Entry[]>): Code {
  const taken = new Set(
    codedKinds.flatMap(({ key }) => (entries.get(key) ?? []).map(({ record }) => record.about)),
  );
  for (;;) {
    const code = codeFrom(environment.random(5));
    if (!taken.has(code)) return code;
  }
}
