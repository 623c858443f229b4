/** An entry as lines of plain text for a report: cover names only, filled fields only, in the order of the form. */

import type { Words } from '../../domain/fields/field.ts';
import type { AnyKind, Entry } from '../../domain/record-kind.ts';
import { isEmpty, sectionsOf } from './form-state.ts';

export interface ShownField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

export interface ShownSection {
  readonly name: string;
  readonly fields: readonly ShownField[];
}

/** Sections that hold something, each with its filled fields. */
export function shownSections(kind: AnyKind, entry: Entry, words: Words): readonly ShownSection[] {
  return sectionsOf(kind)
    .map(([name, keys]) => ({
      name,
      fields: keys.flatMap((key) => {
        const field = kind.fields[key];
        const value = entry.record[key];
        if (!field || isEmpty(value)) return [];
        const label = words.text(`fields.${kind.key}.${key}.label`);
        return [{ key, label, value: textOrPrinted(value, () => field.print(value, words)) }];
      }),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** Kind and summary, then `label: value` line by line; times are those of the place, whoever copies. */
export function reportingText(kind: AnyKind, entry: Entry, readers: Words): string {
  const { here: _, ...words } = readers;
  const head = [words.text(`kinds.${kind.key}.one`), kind.summary(entry.record, words)].join(': ');
  const lines = shownSections(kind, entry, words).flatMap(({ fields }) =>
    fields.map(({ label, value }) => `${label}: ${value}`),
  );
  return [head, ...lines].join('\n');
}

/** Written text keeps its line breaks, which the one line of a table does not. */
function textOrPrinted(value: unknown, print: () => string): string {
  return typeof value === 'string' && value.includes('\n') ? value : print();
}
