/** The example of every kind, as its own file gives it: `contact` stands beside `contactExample`. */

import type { AnyKind, AnyRecord, Fields, RecordKind, RecordOf } from '../../src/domain/record-kind.ts';

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(
  '../../src/domain/{records,system,circle/kinds}/**/*.ts',
  {
    eager: true,
  },
);

const examples = new Map<string, AnyRecord>();
for (const exported of Object.values(modules))
  for (const [name, value] of Object.entries(exported)) {
    const example = exported[`${name}Example`];
    if (example) examples.set((value as AnyKind).key, example as AnyRecord);
  }

/** Throws TypeError for a kind without one. */
export function exampleOf<F extends Fields>(kind: RecordKind<F>): RecordOf<F> {
  const example = examples.get(kind.key);
  if (!example) throw new TypeError(`${kind.key} has no example beside it`);
  return example as RecordOf<F>;
}
