/** J7 · Which texts of a form are looked through for names: all in which none belong, and only what is new. */

import { describe, expect, it } from 'vitest';
import { freeTexts, freshTexts } from '../../../src/app/names/free-texts.ts';
import type { AnyRecord } from '../../../src/domain/record-kind.ts';
import { kindOf } from '../../../src/domain/registry.ts';

const contact = kindOf('contact');
const observation = kindOf('trial-observation');
const texts = (kind: typeof contact, values: AnyRecord) => freeTexts(kind, values).map(({ text }) => text);

describe('J7 the texts of a form', () => {
  it.each<[string, typeof contact, AnyRecord, readonly string[]]>([
    ['a line and a note', contact, { gist: 'One', note: 'Two' }, ['One', 'Two']],
    ['blanks only', contact, { gist: '  ' }, []],
    ['rows', contact, { promises: [{ id: 'p', what: 'Call' }, { id: 'q' }] }, ['Call']],
    ['a number of ours holds no name', contact, { registryNumber: 'Nino 7' }, []],
    [
      'notes of a checklist',
      observation,
      { fairTrial: { witnesses: { answer: 'violated', note: 'Sent out' }, appeal: {} } },
      ['Sent out'],
    ],
    ['a draft of another shape', contact, { gist: 4, promises: 'x' }, []],
  ])('J7: %s', (_, kind, values, expected) => {
    expect(texts(kind, values)).toEqual(expected);
  });

  it('J7: what stood there before is not asked about again', () => {
    const before = { gist: 'Nino came', note: 'Old' };
    expect(freshTexts(contact, { gist: 'Nino came', note: 'New' }, before)).toEqual([
      { field: 'note', text: 'New' },
    ]);
    expect(freshTexts(contact, before, undefined)).toHaveLength(2);
  });

  it.each<[string, string, AnyRecord, boolean | undefined]>([
    ['a démarche about a law', 'demarche', { subject: 'law' }, true],
    ['linked to somebody', 'demarche', { subject: 'law', about: '9BGPNH00W' }, false],
    ['for a defender', 'measure-taken', { subject: 'defender' }, false],
    ['a statement on an anniversary', 'measure-taken', { subject: 'anniversary' }, true],
    ['a contact', 'contact', {}, undefined],
  ])('J7: says that it names nobody: %s', (_, kind, values, expected) => {
    expect(kindOf(kind).namesNobody?.(values)).toBe(expected);
  });
});
