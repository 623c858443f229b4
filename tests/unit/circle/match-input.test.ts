/** Spellings that are the same person to a blind comparison, and those that are not. */

import { describe, expect, it } from 'vitest';
import { MOST_INPUTS, matchInputs } from '../../../src/domain/circle/match-input.ts';

const born = { birthDate: '1986-03-09' };
const inputs = (fullName: string, alias?: string) =>
  matchInputs({ fullName, ...(alias === undefined ? {} : { alias }), ...born });
const meet = (a: readonly string[], b: readonly string[]) => a.some((each) => b.includes(each));

describe('H4 · spellings of one name', () => {
  it.each([
    ['case', 'Nino Mtisdze', 'NINO MTISDZE'],
    ['the order of the parts', 'Nino Mtisdze', 'Mtisdze, Nino'],
    ['diacritics', 'José Muñoz', 'Jose Munoz'],
    ['a composed and a decomposed letter', 'Jos\u00e9 Mu\u00f1oz', 'Jose\u0301 Mun\u0303oz'],
    ['letters that are not a letter and a mark', 'Łukasz Sørensen', 'Lukasz Sorensen'],
    ['a sharp s', 'Anna Strauß', 'Anna Strauss'],
    ['a capital I with and without a dot', 'İlkin Aliyev', 'ILKIN ALIYEV'],
    ['a schwa', 'Əli Rəhimov', 'Ali Rahimov'],
    ['an apostrophe of any kind', 'Mary O’Brien', "Mary O'Brien"],
    ['an accent for an apostrophe', 'Mary O´Brien', 'Mary O`Brien'],
    ['an apostrophe left out', 'Mary O’Brien', 'Mary OBrien'],
    ['a hyphen or a blank', 'Anna-Maria Lund', 'Anna Maria Lund'],
    ['blanks around and between', '  Nino   Mtisdze ', 'Nino Mtisdze'],
    ['a full-width letter', 'Ｎｉｎｏ Mtisdze', 'Nino Mtisdze'],
    ['an article', 'Khalid al-Hassan', 'Khalid Hassan'],
    ['a particle of descent', 'Omar bin Khalid Haddad', 'Omar Khalid Haddad'],
    ['a particle of nobility', 'Jan van der Berg', 'Jan Berg'],
    ['Georgian letters', 'ნინო მთისძე', 'Nino Mtisdze'],
    ['Georgian capitals', 'ᲜᲘᲜᲝ ᲛᲗᲘᲡᲫᲔ', 'ნინო მთისძე'],
    ['Cyrillic letters', 'Игорь Щербаков', 'Igor Shcherbakov'],
    ['Cyrillic with and without a diaeresis', 'Семён Королёв', 'Семен Королев'],
    ['a patronymic in Cyrillic', 'Королёв Семён Андреевич', 'Семён Королёв'],
    ['a patronymic in Latin letters', 'Anna Petrovna Orlova', 'Anna Orlova'],
    ['vowel signs in Arabic', 'مُحَمَّد الحَسَن', 'محمد الحسن'],
    ['forms of alef', 'أحمد الحسن', 'احمد الحسن'],
    ['a lengthened line', 'محـــمد الحسن', 'محمد الحسن'],
    ['an article in Arabic', 'محمد الحسن', 'محمد حسن'],
    ['an alef with a loop', 'محمد ٱلحسن', 'محمد الحسن'],
    ['signs for ayn and hamza', 'ʿAli Baʾdi', 'Ali Badi'],
    ['a direction mark', 'محمد\u200f الحسن', 'محمد الحسن'],
  ])('%s does not matter', (_what, one, other) => {
    expect(meet(inputs(one), inputs(other))).toBe(true);
  });

  it.each([
    ['another name', 'Nino Mtisdze', 'Nana Mtisdze'],
    ['another transcription', 'Giorgi Orbeli', 'George Orbeli'],
    ['a second given name', 'Anna Lund', 'Anna Maria Lund'],
    ['Arabic and Latin letters', 'محمد الحسن', 'Muhammad al-Hassan'],
    ['one word of two', 'Nino', 'Nino Mtisdze'],
  ])('%s misses the match, as written down', (_what, one, other) => {
    expect(meet(inputs(one), inputs(other))).toBe(false);
  });

  it('tells two people of one name apart by the year', () => {
    const one = matchInputs({ fullName: 'Nino Mtisdze', birthDate: '1986-03-09' });
    expect(meet(one, matchInputs({ fullName: 'Nino Mtisdze', birthDate: '1987-03-09' }))).toBe(false);
    expect(meet(one, matchInputs({ fullName: 'Nino Mtisdze', birthDate: '1986-12-31' }))).toBe(true);
  });

  it('an alias is a spelling of its own', () => {
    expect(meet(inputs('Nino Mtisdze', 'Nina Gorskaia'), inputs('Нина Горская'))).toBe(true);
  });

  it.each([
    ['without a birthday', { fullName: 'Nino Mtisdze' }],
    ['with a year that is none', { fullName: 'Nino Mtisdze', birthDate: '0000-01-01' }],
    ['without a letter in the name', { fullName: '— 12 —', ...born }],
  ])('nobody is compared %s', (_what, named) => {
    expect(matchInputs(named)).toEqual([]);
  });

  it('a nickname of one word is not compared, a full name of one word is', () => {
    expect(inputs('Nino Mtisdze', 'Nino')).toEqual(['mtisdze nino|1986']);
    expect(inputs('Suharti')).toEqual(['suharti|1986']);
  });

  it('a name of nothing but particles stays', () => {
    expect(inputs('Van Der')).toEqual(['der van|1986']);
  });

  it('each person has few inputs, each once', () => {
    const many = inputs('Королёв Семён Андреевич', 'Иванов Пётр Петрович');
    expect(many).toHaveLength(4);
    expect(new Set(many).size).toBe(many.length);
    expect(many.length).toBeLessThanOrEqual(MOST_INPUTS);
  });
});
