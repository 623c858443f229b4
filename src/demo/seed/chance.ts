/** Chance that is the same on every machine: streams of bytes that depend on nothing but their label. */

/** Answers `n` bytes, the next ones of its stream. */
export type Bytes = (n: number) => Uint8Array;

/** The stream of a label; only for invented data, never for a real code. */
export function bytesFor(label: string): Bytes {
  let state = 0x811c9dc5;
  for (const character of `focal-point seed ${label}`) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  // Mulberry32 over an FNV-1a hash of the label.
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 24;
  }
  return (n) => Uint8Array.from({ length: n }, next);
}

/** One source of bytes that starts anew with every label, so that what happens between two labels shifts nothing. */
export interface Chance {
  readonly random: Bytes;
  begin(label: string): void;
}

export function openChance(): Chance {
  let stream = bytesFor('start');
  return {
    random: (n) => stream(n),
    begin(label) {
      stream = bytesFor(label);
    },
  };
}
