/** J7 · Names of known people are found in a text that should name nobody, however they are written. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NamedPerson, namesIn, needlesOf } from '../../../src/domain/names.ts';

const people: readonly NamedPerson[] = [
  { fullName: 'ნინო მთისძე', alias: 'Heron' },
  { fullName: 'Élodie de la Croix-Marchand' },
  { fullName: 'Тамара Водянская', alias: 'Тома' },
  { fullName: 'Li Na' },
  { fullName: 'حسن الكاتب' },
  { fullName: 'Ümit' },
];
const known = { whole: new Set<string>(), single: new Set<string>() };
for (const person of people) {
  const { whole, single } = needlesOf(person);
  for (const each of whole) known.whole.add(each);
  for (const each of single) known.single.add(each);
}
const found = (text: string) => namesIn(text, (kind, needle) => known[kind].has(needle));

describe('J7 names in a text', () => {
  it.each<[string, string, readonly string[]]>([
    ['the whole name', 'Spoke with ნინო მთისძე in Oskel', ['ნინო მთისძე']],
    ['in the letters of another script', 'Spoke with Nino Mtisdze in Oskel', ['Nino Mtisdze']],
    ['the family name first', 'MTISDZE, Nino', ['MTISDZE, Nino']],
    ['the family name alone', 'Mtisdze was not there', ['Mtisdze']],
    ['without marks and particles', 'Elodie Croix Marchand', ['Elodie Croix Marchand']],
    ['with the particles', 'Élodie de la Croix-Marchand', ['Élodie de la Croix-Marchand']],
    ['Cyrillic read in Latin', 'Tamara came', ['Tamara']],
    ['an alias', 'They call her Heron', ['Heron']],
    ['an alias in small letters is a word', 'a heron by the river', []],
    ['a short name as a whole', 'Li Na asked', ['Li Na']],
    ['half of a short name', 'Li asked', []],
    ['a name of one word', 'Umit asked', ['Umit']],
    ['a script without capitals', 'قال الكاتب', ['الكاتب']],
    ['two people', 'Tamara and Mtisdze', ['Tamara', 'Mtisdze']],
    ['the same twice', 'Tamara, Tamara', ['Tamara']],
    ['a part of a word', 'Tamaras', []],
    ['nobody', 'The hearing was moved to Friday', []],
    ['nothing', '', []],
  ])('J7: %s', (_, text, names) => {
    expect(found(text)).toEqual(names);
  });

  it('J7: law: wherever a name stands among other words, it is found as it was written', () => {
    const word = fc.stringMatching(/^[b-df-hj-np-tv-z]{2,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 6 }),
        fc.array(word, { maxLength: 6 }),
        fc.constantFrom('Nino Mtisdze', 'Mtisdze Nino', 'ТАМАРА ВОДЯНСКАЯ', 'Li Na'),
        fc.constantFrom(' ', ', ', '\n', ' – '),
        (before, after, name, between) => {
          const text = [...before, name, ...after].join(between);
          expect(found(text)).toContain(name);
        },
      ),
    );
  });
});
