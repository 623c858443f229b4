/** What is shown before something is shared leaves out nothing of what is sealed. */

import { expect, it } from 'vitest';
import { bodyLines } from '../../../src/app/circle/share/shared-lines.ts';
import { crossed, offeredParts } from '../../../src/domain/circle/crossing.ts';
import { codeFrom } from '../../../src/domain/codes.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import type { EntryId } from '../../../src/domain/ids.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { exampleOf } from '../../support/examples.ts';

/** Words that print the keys they are asked for, so that every answer can be found again. */
const bare: Words = {
  locale: 'en',
  text: (key, values = {}) => [key, ...Object.values(values)].join(' '),
  day: (day) => day,
  instant: (instant) => instant,
  cover: (code) => code,
  entry: (id) => id,
};
const circleCode = codeFrom(Uint8Array.from([1, 2, 3, 4, 5]));
const row = '01HZX3K8Q2W7V5R4T9N6M1C0BZ' as EntryId;

/** Ids of rows and of people who sign in are no news to anybody; an absent person has none. */
const idle = new Set(['id', 'objectId', 'tenantId', 'zone']);

function leavesOf(value: unknown, key = ''): readonly string[] {
  if (idle.has(key) || value === false || value === undefined) return [];
  if (value === true) return [];
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([inner, held]) => leavesOf(held, Array.isArray(value) ? key : inner));
}

it.each(recordKinds.filter(({ sharing }) => sharing).map((kind) => [kind.key, kind] as const))(
  'H2 · of %s every leaf that is sealed is shown',
  (_key, kind) => {
    const record = exampleOf(kind);
    const parts = offeredParts(kind, record);
    const fields = crossed(kind, record, parts, { code: () => circleCode, entry: () => row });
    const body = {
      kind: kind.key,
      schema: kind.schema,
      action: 'trial',
      code: circleCode,
      others: [codeFrom(Uint8Array.from([9, 8, 7, 6, 5]))],
      day: '2031-05-06',
      fields,
      identity: { level: 'full-name', name: 'Ana Torres' },
      parts,
      until: '2032-07-08',
      digestOfSource: 'ab'.repeat(32),
    };
    const lines = bodyLines(body, bare);
    // Missions print as names.
    const shown = lines.map(({ label, value }) => `${label} ${value}`.toLowerCase()).join(' ');
    expect(leavesOf(body).filter((leaf) => !shown.includes(leaf.toLowerCase()))).toEqual([]);
    // A yes or no is a line of its own.
    for (const [key, value] of Object.entries(fields))
      if (typeof value === 'boolean') expect(lines.map((line) => line.key)).toContain(key);
  },
);
