/** Turns any input into text that can be stored and shown safely, or names the character that stands in the way. */

import { bad, good } from './define-field.ts';
import type { Checked, ProblemCode } from './field.ts';

/** Printable ASCII and composed Latin letters: already NFC, and harmless. */
const PLAIN = /^[ -~\u00C0-\u00FF]*$/;
const LONE_SURROGATE = /\p{Cs}/u;
const NONCHARACTER = /[\uFDD0-\uFDEF\uFFFE\uFFFF]/;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;
const CONTROL_IN_NOTE = /(?![\n\t])[\p{Cc}\u2028\u2029]/u;
/** Embeddings, overrides and isolates: they make a text read differently from what it says. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/;
/** Drawn as nothing, so two texts look alike and differ. Joiners and LRM, RLM, ALM stay: scripts and emoji need them. */
const INVISIBLE =
  /\u00AD|\u034F|[\u115F\u1160]|[\u17B4\u17B5]|\u180E|\u200B|[\u2060-\u2065]|[\u206A-\u206F]|\u3164|\uFEFF|\uFFA0|[\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/u;

/**
 * NFC, trimmed text of at most `max` UTF-16 units. `lines` admits line breaks and tabs.
 * Problems: `not-text`, `broken-character`, `control-character`, `direction-character` (with `character` as U+XXXX), `too-long`.
 */
export function cleanText(raw: unknown, max: number, lines: boolean): Checked<string> {
  if (typeof raw !== 'string') return bad('not-text');
  // Most texts that lists hold: nothing in them to compose or to refuse.
  if (raw.length <= max && PLAIN.test(raw)) return good(raw.trim());
  // Measured before the costly steps: nothing that long can become short enough by composing.
  if (raw.length > max * 4 + 1000) return bad('too-long', { max, length: raw.length });
  if (LONE_SURROGATE.test(raw)) return bad('broken-character');
  const text = (lines ? raw.replace(/\r\n?/g, '\n') : raw).normalize('NFC').trim();
  const forbidden =
    found(text, NONCHARACTER, 'broken-character') ??
    found(text, lines ? CONTROL_IN_NOTE : CONTROL, 'control-character') ??
    found(text, DIRECTION, 'direction-character') ??
    found(text, INVISIBLE, 'control-character');
  if (forbidden) return forbidden;
  return text.length > max ? bad('too-long', { max, length: text.length }) : good(text);
}

function found(text: string, pattern: RegExp, code: ProblemCode): Checked<never> | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const point = match[0].codePointAt(0) ?? 0;
  return bad(code, {
    character: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`,
    at: match.index + 1,
  });
}
