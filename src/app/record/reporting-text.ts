/** An entry as lines of plain text for a report: cover names only, filled fields only, in the order of the form. */

import type { Field, Words } from '../../domain/fields/field.ts';
import { colon } from '../../domain/fields/signs.ts';
import type { AnyKind, AnyRecord, Entry } from '../../domain/record-kind.ts';
import { withoutIsolates } from '../../locales/isolates.ts';
import { isEmpty, sectionsOf } from './form-state.ts';

export interface ShownField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** Of a small table: its rows, each with its filled parts. */
  readonly rows?: readonly ShownRow[];
}

export interface ShownRow {
  readonly id: string;
  readonly parts: readonly Omit<ShownField, 'rows'>[];
}

export interface ShownSection {
  readonly name: string;
  readonly fields: readonly ShownField[];
}

/** Sections that hold something, each with its filled fields. */
export function shownSections(kind: AnyKind, entry: Entry, words: Words): readonly ShownSection[] {
  // What follows from other fields is shown where it was typed.
  const hidden: readonly string[] = kind.hides?.(entry.record) ?? [];
  return sectionsOf(kind)
    .map(([name, keys]) => ({
      name,
      fields: keys.flatMap((key) => {
        const field = kind.fields[key];
        const value = entry.record[key];
        if (!field || isEmpty(value) || hidden.includes(key)) return [];
        const place = `fields.${kind.key}.${key}`;
        const rows = field.settings.row ? rowsOf(field.settings.row, value, place, words) : undefined;
        return [
          {
            key,
            label: words.text(`${place}.label`),
            value: textOrPrinted(value, () => longForm(field, value, words)),
            ...(rows ? { rows } : {}),
          },
        ];
      }),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Kind and summary, then `label: value` line by line. */
export function reportingText(kind: AnyKind, entry: Entry, words: Words): string {
  const head = [words.text(`kinds.${kind.key}.one`), kind.summary(entry.record, words)].join(
    colon(words.locale),
  );
  const lines = shownSections(kind, entry, words).flatMap(({ fields }) =>
    fields.map(({ label, value }) => `${label}${colon(words.locale)}${value}`),
  );
  return withoutIsolates([head, ...lines].join('\n'));
}

/** What `print` counts, and below it what it counted. */
function longForm(field: Field, value: unknown, words: Words): string {
  return [field.print(value, words), ...(field.lines?.(value, words) ?? [])].join('\n');
}

function rowsOf(
  fields: NonNullable<Field['settings']['row']>,
  value: unknown,
  place: string,
  words: Words,
): readonly ShownRow[] {
  const rows = Array.isArray(value) ? (value as readonly AnyRecord[]) : [];
  return rows.map((row, index) => ({
    id: typeof row.id === 'string' ? row.id : String(index),
    parts: Object.entries(fields).flatMap(([key, field]) =>
      isEmpty(row[key])
        ? []
        : [
            {
              key,
              label: words.text(`${place}.row.${key}.label`),
              value: textOrPrinted(row[key], () => field.print(row[key], words)),
            },
          ],
    ),
  }));
}

/** Written text keeps its line breaks, which the one line of a table does not. */
function textOrPrinted(value: unknown, print: () => string): string {
  return typeof value === 'string' && value.includes('\n') ? value : print();
}
