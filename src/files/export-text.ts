/** A value as a file holds it: days and times in a form every machine reads alike, everything else in words. */

import type { Field, FieldKindName, Words } from '../domain/fields/field.ts';
import type { LocalTime } from '../domain/fields/time.ts';

type Writer = (value: never, field: Field, words: Words) => string;

/** Several answers or people in one cell stand apart by `; `, which their words never contain. */
const BETWEEN = '; ';

const writers: Partial<Readonly<Record<FieldKindName, Writer>>> = {
  day: (value: string) => value,
  'local-time': ({ day, time, zone }: LocalTime) => `${day} ${time} ${zone}`,
  instant: (value: string) => value,
  number: (value: number) => String(value),
  choices: (value: readonly string[], { settings }, words) =>
    value.map((key) => words.text(`choices.${settings.choices?.set ?? ''}.${key}`)).join(BETWEEN),
  defenders: (value: readonly string[], _field, words) =>
    value.map((code) => words.cover(code)).join(BETWEEN),
  // One line on the screen; a cell keeps the lines as they were written.
  note: (value: string) => value,
  text: (value: string) => value,
};

/** Empty for an absent value. */
export function exportText(field: Field, value: unknown, words: Words): string {
  if (value === undefined) return '';
  const write = writers[field.kind] as ((value: unknown, field: Field, words: Words) => string) | undefined;
  return write ? write(value, field, words) : field.print(value, words);
}
