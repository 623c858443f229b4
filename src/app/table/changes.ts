/** What came and what went between two lists that hold mostly the same things in the same order. */

export interface Changes<T> {
  readonly came: readonly T[];
  readonly gone: readonly T[];
}

/** So far is looked ahead for the place where two lists go on together. */
const NEAR = 8;
const FAR = 2_000;

/** By identity. What is in both lists but in another order may be named in both. */
export function changesBetween<T extends object>(before: readonly T[], after: readonly T[]): Changes<T> {
  const came: T[] = [];
  const gone: T[] = [];
  let [was, is] = [0, 0];
  while (was < before.length || is < after.length) {
    if (before[was] === after[is]) {
      was += 1;
      is += 1;
      continue;
    }
    const together = meeting(before, was, after, is);
    if (!together) {
      const [old, fresh] = [before.slice(was), after.slice(is)];
      return { came: [...came, ...without(fresh, old)], gone: [...gone, ...without(old, fresh)] };
    }
    for (; was < together.was; was += 1) gone.push(before[was] as T);
    for (; is < together.is; is += 1) came.push(after[is] as T);
  }
  return { came, gone };
}

/** The next places from which both lists go on with the same thing, or end. */
function meeting<T>(before: readonly T[], was: number, after: readonly T[], is: number) {
  for (let span = 1; span <= NEAR; span += 1)
    for (let gone = 0; gone <= span; gone += 1)
      if (isSame(before, was + gone, after, is + span - gone))
        return { was: was + gone, is: is + span - gone };
  for (let far = NEAR; far <= FAR; far += 1) {
    if (isSame(before, was, after, is + far)) return { was, is: is + far };
    if (isSame(before, was + far, after, is)) return { was: was + far, is };
  }
  return undefined;
}

function isSame<T>(before: readonly T[], was: number, after: readonly T[], is: number): boolean {
  return was <= before.length && is <= after.length && before[was] === after[is];
}

function without<T extends object>(list: readonly T[], others: readonly T[]): readonly T[] {
  if (list.length === 0 || others.length === 0) return list;
  const known = new Set(others);
  return list.filter((one) => !known.has(one));
}
