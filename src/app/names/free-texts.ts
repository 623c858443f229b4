/** The texts of a record in which no names belong, and which of them somebody has just written. */

import type { AnyKind, AnyRecord } from '../../domain/record-kind.ts';

export interface FreeText {
  readonly field: string;
  readonly text: string;
}

/** Texts that stood there before are left alone: whoever wrote them was asked then. */
export function freshTexts(
  kind: AnyKind,
  values: AnyRecord,
  before: AnyRecord | undefined,
): readonly FreeText[] {
  const known = new Set(before ? freeTexts(kind, before).map(({ field, text }) => `${field} ${text}`) : []);
  return freeTexts(kind, values).filter(({ field, text }) => !known.has(`${field} ${text}`));
}

export function freeTexts(kind: AnyKind, values: AnyRecord): readonly FreeText[] {
  return Object.entries(kind.fields).flatMap(([field, of]) =>
    (of.freeTexts?.(values[field]) ?? []).map((text) => ({ field, text })),
  );
}
