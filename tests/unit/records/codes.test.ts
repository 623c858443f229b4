/** Codes and the names people know them by. */

import { describe, expect, test } from 'vitest';
import { codeFrom, formatCode, isCode, parseCode } from '../../../src/domain/codes.ts';
import { coverName, coverNameWithCode } from '../../../src/domain/cover-names.ts';
import { living, qualities } from '../../../src/domain/cover-words.ts';

describe('codes', () => {
  test('are eight characters of the random bytes and a check character', () => {
    expect(codeFrom(new Uint8Array(5))).toBe('000000000');
    expect(codeFrom(new Uint8Array([255, 255, 255, 255, 255]))).toMatch(/^Z{8}.$/);
    expect(() => codeFrom(new Uint8Array(4))).toThrow(TypeError);
  });

  test.each([
    [''],
    ['9BGPNH00'],
    ['9BGPNH00X'],
    ['9bgpnh00w'],
    ['9BGPNH00W '],
    [9],
    [undefined],
    ['UUUUUUUUU'],
  ])('%j is no code', (value) => {
    expect(isCode(value)).toBe(false);
  });

  test('are read with hyphens, in any case, O as zero', () => {
    expect(parseCode(' 9bgp-nhOo-w')).toBe('9BGPNH00W');
    expect(parseCode('Amber Heron')).toBeUndefined();
  });
});

describe('cover names', () => {
  test('come from two fixed lists of 256 plain words that share none', () => {
    for (const list of [qualities, living]) {
      expect(list).toHaveLength(256);
      expect(new Set(list).size).toBe(256);
      for (const word of list) expect(word).toMatch(/^[A-Z][a-z]{2,12}$/);
    }
    expect(qualities.filter((word) => living.includes(word))).toEqual([]);
  });

  test('hold no names of people or places and nothing hurtful', () => {
    const shunned =
      'Rose Jasmine Ivy Lily Heather Violet Olive Iris Robin Jay Martin Holly Daisy Poppy Hazel Rowan Basil Sage Ginger Ruby Pearl Jade Opal Coral Scarlet Crystal Misty Dawn Autumn Summer Merlin Phoebe Rhea Laurel Myrtle Rosemary Juniper Willow Aspen Dahlia Hyacinth Azalea Camellia Cherry Beryl Jasper Garnet Serge Savannah Sienna China Kashmir Cyprus Angora Damask Paisley Muslin Burgundy Bordeaux Magenta Prussian Canary Black White Yellow Red Brown Cuckoo Booby Loon Dodo Coot Turkey Goose Gull Shag Tit Vulture Crow Raven Magpie Pigeon Buzzard Bustard Kiwi Cockatoo Weed'.split(
        ' ',
      );
    expect([...qualities, ...living].filter((word) => shunned.includes(word))).toEqual([]);
  });

  test('are the same today as yesterday, because people remember them', () => {
    const code = codeFrom(new Uint8Array([1, 2, 3, 4, 5]));
    expect(coverName(code)).toBe(`${qualities[5] ?? ''} ${living[4] ?? ''}`);
    expect(coverNameWithCode(code)).toBe(`${coverName(code)} · ${formatCode(code)}`);
  });

  test('leave alone what is no code', () => {
    expect(coverName('something else')).toBe('something else');
  });
});
