/** Names as typed: what is refused, what is kept, and that nothing is guessed. */

import { describe, expect, it } from 'vitest';
import {
  identityFrom,
  type TypedIdentity,
  typedFrom,
} from '../../../src/app/pages/defenders/identity-form.ts';
import type { Code, Day } from '../../../src/domain/ids.ts';

const code = '9BGPNH00W' as Code;
const today = '2026-11-20' as Day;
const empty = typedFrom(undefined, 'en');

function read(change: Partial<TypedIdentity>, locale = 'en') {
  const checked = identityFrom({ ...empty, fullName: 'Nino Mtisdze', ...change }, code, locale, today);
  return checked.ok ? checked.record : Object.keys(checked.problems);
}

describe('names as they are typed', () => {
  it('a name alone is enough, and empty lines leave nothing behind', () => {
    expect(read({ alias: '  ', document: '' })).toEqual({ about: code, fullName: 'Nino Mtisdze' });
  });

  it.each([
    ['no name', { fullName: ' ' }, ['fullName']],
    ['a name that is too long', { fullName: 'x'.repeat(256) }, ['fullName']],
    ['a birth date without its year', { birthDate: '9 Mar' }, ['birthDate']],
    ['a birth date with two figures for the year', { birthDate: '9/3/86' }, ['birthDate']],
    ['a birth date that is none', { birthDate: '31 Feb 1986' }, ['birthDate']],
  ])('%s is sent back', (_, change, problems) => {
    expect(read(change)).toEqual(problems);
  });

  it.each([
    ['en', '9 Mar 1986'],
    ['en', '9/3/1986'],
    ['fr', '9 mars 1986'],
    ['ar', '\u0669/\u0663/\u0661\u0669\u0668\u0666'],
  ])('a birth date typed in %s as %s is that day', (locale, birthDate) => {
    expect(read({ birthDate }, locale)).toMatchObject({ birthDate: '1986-03-09' });
  });

  it.each(['en', 'fr'])('what was stored comes back unchanged through the form in %s', (locale) => {
    const stored = {
      about: code,
      fullName: '\u10dc\u10d8\u10dc\u10dd',
      birthDate: '1986-03-09',
      contactPoints: 'Through the library in Oskel\nor the lawyer',
    };
    const checked = identityFrom(typedFrom(stored, locale), code, locale, today);
    expect(checked).toEqual({ ok: true, record: stored });
  });
});
