/** H2 · One value has one text; what could have two is refused. */

import { describe, expect, it } from 'vitest';
import { fromBase64url, fromUtf8, isBase64url } from '../../../src/sealing/bytes.ts';
import { canonical, parseCanonical } from '../../../src/sealing/canonical.ts';

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
    ['nothing', ''],
    ['a hostile name', '{"__proto__":{"x":1}}'],
  ])('reads no text with %s', (_, text) => {
    expect(() => parseCanonical(text)).toThrow(TypeError);
  });

  it('reads its own', () => {
    expect(parseCanonical('{"a":[1,"é",null]}')).toEqual({ a: [1, 'é', null] });
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
  });
});
