/** The two words by which people know a code: the same code always has the same name, and a name tells nothing about anyone. */

import { bitsOf, formatCode, isCode } from './codes.ts';
import { living, qualities } from './cover-words.ts';
import type { Code } from './ids.ts';

/** `Amber Heron`. One in 65,536 codes shares its name with another, so the code stands beside it. What is no code is given back. */
export function coverName(code: string): string {
  if (!isCode(code)) return code;
  const bits = bitsOf(code);
  return `${qualities[bits % 256] ?? ''} ${living[Math.floor(bits / 256) % 256] ?? ''}`;
}

/** `Amber Heron · 7K2M-9QXR-4`, wherever two of the same name could be confused. */
export function coverNameWithCode(code: Code): string {
  return `${coverName(code)} · ${formatCode(code)}`;
}
