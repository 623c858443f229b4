/** Which columns the list of a record kind has: those of every entry, then those of its fields. */

import type { ColumnSpec, Field } from '../domain/fields/field.ts';
import type { AnyKind } from '../domain/record-kind.ts';

export interface ListColumn {
  /** Internal name, fixed for ever once the list exists. */
  readonly name: string;
  readonly type: ColumnSpec['type'];
  readonly indexed: boolean;
  readonly unique: boolean;
}

/** A field with the internal names of its columns, in the order the field encodes them. */
export interface FieldColumns {
  readonly key: string;
  readonly field: Field;
  readonly names: readonly string[];
}

export interface Layout {
  readonly columns: readonly ListColumn[];
  readonly fields: readonly FieldColumns[];
}

/** SharePoint's limits on one value, in UTF-16 units. */
export const longestText = 255;
export const longestNote = 63_999;

const mostIndexes = 20;
const open = { indexed: false, unique: false } as const;
const indexed = { indexed: true, unique: false } as const;

/** `fp_about`, `fp_named` and `fp_step` are filled by the kind's field of that name, where it declares one. */
const baseColumns: readonly ListColumn[] = [
  { name: 'fp_entry', type: 'text', indexed: true, unique: true },
  { name: 'fp_about', type: 'text', ...indexed },
  { name: 'fp_named', type: 'note', ...open },
  { name: 'fp_step', type: 'text', ...open },
  { name: 'fp_live', type: 'text', ...indexed },
  { name: 'fp_schema', type: 'number', ...open },
  { name: 'fp_byObject', type: 'text', ...open },
  { name: 'fp_byTenant', type: 'text', ...open },
  { name: 'fp_byName', type: 'text', ...open },
  { name: 'fp_under', type: 'note', ...open },
  { name: 'fp_ticket', type: 'text', ...open },
];
/** What a row keeps of them where the host of the place reads along. */
const bareNames = new Set(['fp_entry', 'fp_live', 'fp_schema']);
const bareColumns = baseColumns.filter(({ name }) => bareNames.has(name));
const filledByFields = new Set(['fp_about', 'fp_named', 'fp_step']);

const layouts = new WeakMap<AnyKind, Layout>();

/** The layout of a kind, worked out once. Throws TypeError for a kind whose columns clash or exceed SharePoint's indexes. */
export function layoutOf(kind: AnyKind): Layout {
  const known = layouts.get(kind);
  if (known) return known;
  const layout = workOut(kind);
  layouts.set(kind, layout);
  return layout;
}

function workOut(kind: AnyKind): Layout {
  const byName = new Map((kind.bare ? bareColumns : baseColumns).map((column) => [column.name, column]));
  const fields = Object.entries(kind.fields).map(([key, field]) => ({
    key,
    field,
    names: field.columns.map((column) => `fp_${key}${column.suffix}`),
  }));
  const taken = new Set<string>();
  for (const { field, names } of fields)
    for (const [index, column] of field.columns.entries()) {
      const name = names[index] ?? '';
      const base = byName.get(name);
      if (taken.has(name) || (base && !(filledByFields.has(name) && base.type === column.type)))
        throw new TypeError(`${kind.key}: the column ${name} is declared twice or with another type`);
      taken.add(name);
      byName.set(name, {
        name,
        type: column.type,
        indexed: Boolean(column.indexed ?? column.unique ?? base?.indexed),
        unique: Boolean(column.unique),
      });
    }
  const columns = [...byName.values()];
  if (columns.filter((column) => column.indexed).length > mostIndexes)
    throw new TypeError(`${kind.key}: a list has at most ${mostIndexes} indexed columns`);
  const note = columns.find((column) => column.type === 'note' && column.indexed);
  if (note) throw new TypeError(`${kind.key}: the note column ${note.name} cannot be indexed`);
  return { columns, fields };
}
