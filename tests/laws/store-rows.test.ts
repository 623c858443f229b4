/** Whatever a record of any kind holds, its columns give it back; whatever a text holds, its literal survives quoting. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryIdFrom, type Instant } from '../../src/domain/ids.ts';
import type { AnyKind } from '../../src/domain/record-kind.ts';
import { recordKinds } from '../../src/domain/registry.ts';
import { systemKinds } from '../../src/domain/system-kinds.ts';
import { layoutOf } from '../../src/store/columns.ts';
import { encodeRow } from '../../src/store/encode.ts';
import { addressesOf, condition } from '../../src/store/graph/address.ts';
import { decodeRow } from '../../src/store/rows.ts';
import { visit, visitExample } from '../contract/store/visit-kind.ts';
import { arbitraryRecord } from '../support/arbitrary-records.ts';

const entryId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(entryIdFrom);
const person = fc.record({
  objectId: fc.uuid(),
  tenantId: fc.uuid(),
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
});
const under = fc.array(fc.string({ maxLength: 30 }), { minLength: 1, maxLength: 5 });
const ticket = fc.option(fc.stringMatching(/^[a-z0-9-]{1,40}$/), { nil: undefined });
const kinds: readonly AnyKind[] = [...recordKinds, ...systemKinds, visit];

/** As a list hands a row over: empty cells left out. */
function asRead(columns: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null));
}

describe.each(kinds.map((kind) => [kind.key, kind] as const))('Rows of %s', (_, kind) => {
  const unstored = fc.tuple(
    kind === visit ? arbitraryRecord(kind, visitExample) : arbitraryRecord(kind),
    entryId,
    person,
    under,
    ticket,
  );

  it('give back every record with its author, its consents and its ticket', () => {
    fc.assert(
      fc.property(unstored, ([record, entry, by, decisions, placed]) => {
        const columns = encodeRow({
          kind,
          record,
          entry,
          by,
          under: decisions,
          ...(placed === undefined ? {} : { ticket: placed }),
        });
        const at = '2026-11-20T09:00:00Z' as Instant;
        const row = { id: '7', version: '"7,1"', at, createdAt: at };
        const expected = {
          ok: true,
          entry: {
            ...row,
            kind: kind.key,
            entry,
            schema: kind.schema,
            by,
            under: decisions,
            ...(placed === undefined ? {} : { ticket: placed }),
            record,
          },
        };
        expect(decodeRow(kind, { ...row, columns })).toEqual(expected);
        expect(decodeRow(kind, { ...row, columns: asRead(JSON.parse(JSON.stringify(columns))) })).toEqual(
          expected,
        );
        expect(Object.keys(columns).sort()).toEqual(
          ['Title', ...layoutOf(kind).columns.map((column) => column.name)].sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('never crash on columns somebody changed: they are read or set apart by name', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
      fc.array(fc.string(), { maxLength: 2 }),
      fc.constantFrom('{"__proto__":{}}', '[]', '{}', '[[1]]', '9999', '=cmd', "'"),
    );
    const name = fc.constantFrom(
      ...layoutOf(kind).columns.map((column) => column.name),
      'Title',
      '__proto__',
    );
    fc.assert(
      fc.property(
        unstored,
        fc.array(fc.tuple(name, cell), { maxLength: 4 }),
        ([record, entry, by, decisions], cells) => {
          const columns: Record<string, unknown> = {
            ...encodeRow({ kind, record, entry, by, under: decisions }),
          };
          for (const [column, value] of cells) columns[column] = value;
          const at = '2026-11-20T09:00:00Z' as Instant;
          const decoded = decodeRow(kind, { id: '7', version: '1', at, createdAt: at, columns });
          if (!decoded.ok) {
            expect(decoded.malformed.kind).toBe(kind.key);
            expect(decoded.malformed.column).toMatch(/^fp_/);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('A literal in a filter', () => {
  it('comes out of the address as it went in, for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const address = new URL(
          `https://graph.microsoft.com/v1.0/x?$filter=${condition('fp_entry', 'eq', text)}&$top=1`,
        );
        const filter = address.searchParams.get('$filter') ?? '';
        const [, quoted] = /^fields\/fp_entry eq '((?:[^']|'')*)'$/su.exec(filter) ?? [];
        expect(quoted?.replaceAll("''", "'")).toBe(text);
        expect(address.searchParams.get('$top')).toBe('1');
        expect(address.hash).toBe('');
      }),
      {
        numRuns: 2_000,
        examples: [
          ["O'Brien"],
          ["''"],
          ["' or 1 eq 1 or '"],
          ['A&B#c'],
          ['%27'],
          ['a+b'],
          ['?$top=9'],
          ['\u202E\u200B'],
        ],
      },
    );
  });

  it('stays inside its own segment, for every name of a list', () => {
    const addresses = addressesOf('aldermark.sharepoint.com:/sites/meren');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (list) => {
        const path = addresses.items({ ...visit, list }).split('/');
        expect(path).toHaveLength(8);
        expect(decodeURIComponent(path[6] ?? '')).toBe(list);
      }),
      { numRuns: 500 },
    );
  });
});
