/** Internal names of columns, and identifiers that follow from natural keys. */
import { expect, it } from 'vitest';
import { columnFrom, internalName } from '../../../src/local-tenant/graph/columns.ts';
import { stableGuid } from '../../../src/local-tenant/identifiers.ts';

it.each([
  ['fp_entry', 'fp_entry'],
  ['My Col', 'My_x0020_Col'],
  ['Größe', 'Gr_x00f6__x00df_e'],
  ['2nd', '_x0032_nd'],
  ['a-b', 'a_x002d_b'],
])('%s becomes %s', (name, expected) => {
  expect(internalName(name)).toBe(expected);
});

it.each([
  ['calculated', { name: 'x', calculated: { formula: '=1' } }],
  ['richText', { name: 'x', text: { allowMultipleLines: true, textType: 'richText' } }],
  [
    'appendChangesToExistingText',
    { name: 'x', text: { allowMultipleLines: true, appendChangesToExistingText: true } },
  ],
])('a column with %s is not pretended to work', (named, body) => {
  expect(() => columnFrom(body)).toThrow(named);
});

it('derives the same identifier from the same key, another from another, in the form of a GUID', () => {
  expect(stableGuid('a', 'b')).toBe(stableGuid('a', 'b'));
  expect(stableGuid('a', 'b')).not.toBe(stableGuid('ab', ''));
  expect(stableGuid('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
