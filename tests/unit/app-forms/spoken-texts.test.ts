/** J7 · Texts beside a record that are looked through for names: what was said with a consent, why a duty is left, rows of an old list. */

import { describe, expect, it } from 'vitest';
import { startConsent, withdrawal, withGiver } from '../../../src/app/consent/consent-input.ts';
import { textsOfRows } from '../../../src/app/files/import/import-texts.ts';
import { textsOfClosing, textsOfConsent } from '../../../src/app/names/spoken-texts.ts';
import type { Code, Day } from '../../../src/domain/ids.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';
import type { ConsentInput } from '../../../src/log/writing/saving.ts';

const own = startConsent('9BGPNH00W' as Code, '2026-11-20' as Day, undefined);
const forThem = { ...withGiver(own, 'family'), giverRef: 'Mother Nino' };

describe('J7 texts beside a record', () => {
  it.each<[string, ConsentInput, readonly (readonly [string, string])[]]>([
    ['nothing was said', own, []],
    ['blanks', { ...own, limits: ' ', childView: '' }, []],
    ['the limits', { ...own, limits: 'Not to Nino' }, [['limits', 'Not to Nino']]],
    [
      'what was said as it was taken back',
      withdrawal({ ...own, limits: 'Not even Nino' }, []),
      [['forms.withdraw.words', 'Not even Nino']],
    ],
    ['who speaks for them', forThem, [['giverRef', 'Mother Nino']]],
    [
      'where it is kept, and what the child says',
      { ...own, evidence: { form: 'written', where: 'Folder Nino' }, childView: 'Ask Nino' },
      [
        ['evidenceWhere', 'Folder Nino'],
        ['childView', 'Ask Nino'],
      ],
    ],
  ])('J7 B11: of a consent: %s', (_, input, expected) => {
    const found = textsOfConsent(input, (key) => key.replace('forms.consent.', ''));
    expect(found.map(({ where, text }) => [where, text])).toEqual(expected);
  });

  it.each([
    ['a reason', { reason: 'Nino travels' }, [{ text: 'Nino travels' }]],
    ['no reason', {}, []],
    ['a blank', { reason: '  ' }, []],
  ])('J7 C4: of a duty: %s', (_, closing, expected) => {
    expect(textsOfClosing(closing)).toEqual(expected);
  });

  it('J7 L5: of a list: each text with its row and field, and no field that may hold a name', () => {
    const row = (number: number, values: AnyRecord) =>
      ({ row: { number }, plan: 'store', values }) as unknown as Parameters<typeof textsOfRows>[1][number];
    const rows = [
      row(2, { gist: 'Nino came', registryNumber: 'Nino 7' }),
      row(5, { promises: [{ id: 'p', what: 'Call Nino' }] }),
      row(6, { channel: 'phone' }),
    ];
    const say = (key: string, values?: AnyRecord) => (values ? `${values.row} ${values.field}` : key);
    expect(textsOfRows(kindOf('contact'), rows, say)).toEqual([
      { where: '2 fields.contact.gist.label', text: 'Nino came' },
      { where: '5 fields.contact.promises.label', text: 'Call Nino' },
    ]);
  });
});
