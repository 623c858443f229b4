/** Our canonical JSON beside the npm package `canonicalize`, on values that both can write. */

import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical, parseCanonical } from '../../../src/sealing/canonical.ts';

const text = fc
  .string({ unit: 'binary', maxLength: 12 })
  .filter(isWhole)
  .map((each) => each.normalize('NFC'));
const name = text.filter((each) => each !== '__proto__');

function isWhole(each: string): boolean {
  return !/\p{Surrogate}/u.test(each);
}

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(text, fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(name, tie('value'), { maxKeys: 5 }),
  ),
}));

/** @throws with seed and smallest value where the two differ, or where the text does not come back. */
export function checkCanonicalLaw(runs: number, seed: number): void {
  fc.assert(
    fc.property(value, (each) => {
      const ours = canonical(each);
      if (ours !== canonicalize(each)) throw new Error(`differ: ${ours}`);
      if (canonical(parseCanonical(ours)) !== ours) throw new Error(`does not come back: ${ours}`);
    }),
    { numRuns: runs, seed },
  );
}
