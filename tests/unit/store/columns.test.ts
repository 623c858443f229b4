/** The columns of a kind's list: the usual ones, those of its fields, and faults found at start-up. */

import { describe, expect, it } from 'vitest';
import type { Field } from '../../../src/domain/fields/field.ts';
import { text } from '../../../src/domain/fields/text.ts';
import type { AnyKind } from '../../../src/domain/record-kind.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { systemKinds } from '../../../src/domain/system-kinds.ts';
import { layoutOf } from '../../../src/store/columns.ts';
import { beat, visit } from '../../contract/store/visit-kind.ts';

function withField(key: string, field: Field): AnyKind {
  return { ...beat, fields: { [key]: field } };
}

describe('The columns of a list', () => {
  it('hold the entry once and for ever, and what filters need in indexes', () => {
    const columns = layoutOf(visit).columns;
    const found = (name: string) => columns.find((column) => column.name === name);
    expect(found('fp_entry')).toEqual({ name: 'fp_entry', type: 'text', indexed: true, unique: true });
    for (const name of ['fp_live', 'fp_about', 'fp_on']) expect(found(name)?.indexed).toBe(true);
    expect(columns.filter((column) => column.name === 'fp_about')).toHaveLength(1);
    expect(columns.filter((column) => column.name === 'fp_step')).toHaveLength(1);
  });

  it.each([...recordKinds, ...systemKinds].map((kind) => [kind.key, kind] as const))(
    'suit %s: names differ, none reads as a reference to another, indexes stay within twenty',
    (_, kind) => {
      const { columns } = layoutOf(kind);
      expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
      for (const column of columns) expect(column.name).toMatch(/^fp_[a-z][A-Za-z0-9]*$/);
      for (const column of columns) expect(column.name).not.toMatch(/(Id|LookupId)$/);
      expect(columns.filter((column) => column.indexed).length).toBeLessThanOrEqual(20);
    },
  );

  it.each([
    ['a field that takes a column of every entry', withField('live', text())],
    ['a field whose base column has another type', withField('named', text())],
    [
      'an index on a note',
      withField('long', { ...text(), columns: [{ suffix: '', type: 'note', indexed: true }] }),
    ],
    [
      'more than twenty indexes',
      {
        ...beat,
        fields: Object.fromEntries(
          Array.from({ length: 18 }, (_, index) => [`a${index}`, text({ indexed: true })]),
        ),
      },
    ],
  ])('are refused for %s', (_, kind) => {
    expect(() => layoutOf(kind)).toThrow(TypeError);
  });
});
