/** H2 · One value has one text; what could have two is refused. */

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digestOf,
  fromBase64url,
  fromUtf8,
  isBase64url,
  textFromBase64url,
  toBase64url,
  utf8,
} from '../../../src/sealing/bytes.ts';
import { canonical, parseCanonical } from '../../../src/sealing/canonical.ts';
import { often } from '../../support/often.ts';

const holes: unknown[] = [];
holes.length = 2;
let deep: unknown = 1;
for (let level = 0; level < 40; level += 1) deep = [deep];

describe('H2 · canonical JSON', () => {
  it('sorts names by UTF-16 units and writes NFC', () => {
    expect(canonical({ b: 1, a: [true, null], '\u{1f600}': 2, '\ufb33': 3, '\r': '\n' })).toBe(
      '{"\\r":"\\n","a":[true,null],"b":1,"\u{1f600}":2,"\u05d3\u05bc":3}'.replace(
        '"\u{1f600}":2,"\u05d3\u05bc":3',
        '"\u05d3\u05bc":3,"\u{1f600}":2',
      ),
    );
    expect(canonical('e\u0301')).toBe('"\u00e9"');
    expect(canonical(Object.assign(Object.create(null), { x: 1 }))).toBe('{"x":1}');
  });

  it.each([
    ['undefined', undefined],
    ['an undefined member', { a: undefined }],
    ['a float', 1.5],
    ['an unsafe integer', 2 ** 53],
    ['minus zero', -0],
    ['not a number', Number.NaN],
    ['a big integer', 1n],
    ['half a character', '\ud800'],
    ['half a character in a name', { '\udc00': 1 }],
    ['a Date', new Date(0)],
    ['a Map', new Map()],
    ['a class of one’s own', new (class Own {})()],
    ['a function', () => 1],
    ['a symbol as name', { [Symbol('x')]: 1 }],
    ['its own __proto__', JSON.parse('{"__proto__":1}')],
    ['two names that are the same in NFC', { '\u00e9': 1, 'e\u0301': 2 }],
    ['an array with holes', holes],
    ['what is forty levels deep', deep],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow(TypeError);
  });

  it.each([
    ['a doubled name', '{"a":1,"a":1}'],
    ['a blank', '{"a": 1}'],
    ['a line end', '{"a":1}\n'],
    ['another order', '{"b":1,"a":1}'],
    ['an escape that needs none', '"\\u0041"'],
    ['a decomposed letter', '"e\u0301"'],
    ['a number written otherwise', '1e2'],
    ['a float', '1.5'],
    ['a mark before it', '\ufeff1'],
    ['no JSON', '{a:1}'],
    ['another order further in', '[{"a":{"c":1,"b":1}}]'],
    ['numbers as names in their own order', '{"9":1,"10":1}'],
    ['an integer that is not safe', '[9007199254740992]'],
    ['minus zero', '[-0]'],
    ['half a character', '"\\ud800"'],
    ['forty levels', '['.repeat(40) + ']'.repeat(40)],
    ['more levels than there is stack for', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['nothing', ''],
    ['a hostile name', '{"__proto__":{"x":1}}'],
  ])('reads no text with %s', (_, text) => {
    expect(() => parseCanonical(text)).toThrow(TypeError);
  });

  it('reads its own', () => {
    expect(parseCanonical('{"a":[1,"é",null]}')).toEqual({ a: [1, 'é', null] });
    expect(parseCanonical('{"10":1,"9":1}')).toEqual({ 9: 1, 10: 1 });
  });

  it('reads a text exactly where writing its value gives the same text', () => {
    const name = fc.oneof(fc.constantFrom('a', 'b', '10', '9', '__proto__', 'é', '\\n'), fc.string());
    const number = fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.constantFrom('1.5', '-0', '1e2', '9007199254740992'),
    );
    const texts = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        number.map(String),
        fc.constantFrom('null', 'true'),
        name.map((each) => JSON.stringify(each)),
        fc.array(tie('value'), { maxLength: 4 }).map((each) => `[${each.join(',')}]`),
        fc
          .array(fc.tuple(name, tie('value')), { maxLength: 4 })
          .map((each) => `{${each.map(([of, value]) => `${JSON.stringify(of)}:${value}`).join(',')}}`),
      ),
    })).value;
    const isWrittenSo = (text: string) => {
      try {
        return canonical(JSON.parse(text)) === text;
      } catch {
        return false;
      }
    };
    const isRead = (text: string) => {
      try {
        parseCanonical(text);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(texts, (text) => isRead(text) === isWrittenSo(text)),
      often(20_000),
    );
  });
});

describe('H2 · base64url has one spelling', () => {
  it.each(['AB', 'AAB', 'A', 'AA=', 'A+', 'AA A'])('refuses %s', (text) => {
    expect(isBase64url(text)).toBe(false);
    expect(() => fromBase64url(text)).toThrow(TypeError);
  });

  it('reads its own, and counts bytes', () => {
    expect(isBase64url('AA', 1)).toBe(true);
    expect(isBase64url('AA', 2)).toBe(false);
    expect(fromBase64url('-_8')).toEqual(new Uint8Array([251, 255]));
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(() => fromUtf8(new Uint8Array([0xc3, 0x28]))).toThrow(TypeError);
    expect(() => textFromBase64url('wyg')).toThrow(TypeError);
  });

  it.each([
    ['short', 'é'],
    ['empty', ''],
    ['long', 'é'.repeat(20_000)],
  ])('reads a text that is %s, and nothing of the one before', (_, text) => {
    expect(textFromBase64url(toBase64url(utf8('before it')))).toBe('before it');
    expect(textFromBase64url(toBase64url(utf8(text)))).toBe(text);
    expect(() => textFromBase64url('AB')).toThrow(TypeError);
  });
});

describe('H2 · the digest', () => {
  it('is SHA-256 of the text as UTF-8, whatever its length', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.nat(3_000).map((length) => 'x'.repeat(length)),
    );
    const expected = (of: string) => createHash('sha256').update(of).digest('base64url');
    fc.assert(
      fc.property(text, (of) => digestOf(of) === expected(of)),
      often(5_000),
    );
  });
});
