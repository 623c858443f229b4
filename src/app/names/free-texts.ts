/** The texts of a record in which no names belong, and which of them somebody has just written. */

import type { Field } from '../../domain/fields/field.ts';
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
    textsIn(of, values[field]).map((text) => ({ field, text })),
  );
}

function textsIn({ kind, settings }: Field, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  if (kind === 'text' || kind === 'note')
    return settings.noNames && typeof value === 'string' && value.trim() !== '' ? [value] : [];
  if (kind === 'rows' && Array.isArray(value))
    return value.flatMap((row: AnyRecord) =>
      Object.entries(settings.row ?? {}).flatMap(([key, part]) => textsIn(part, row[key])),
    );
  if (kind === 'checklist' && typeof value === 'object')
    return Object.values(value as Readonly<Record<string, AnyRecord>>).flatMap((line) =>
      typeof line?.note === 'string' && line.note.trim() !== '' ? [line.note] : [],
    );
  return [];
}
