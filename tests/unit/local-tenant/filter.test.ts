/** The filter grammar: what it reads, what it refuses, and how rows are judged. */
import { describe, expect, it } from 'vitest';
import {
  type Filter,
  FilterSyntaxError,
  type Key,
  matches,
  parseFilter,
  testsOf,
} from '../../../src/local-tenant/graph/filter.ts';

const row: Record<string, Key> = {
  'fields/Title': "o'hara",
  'fields/Size': 5,
  'fields/Flag': 1,
  'fields/Empty': null,
};
const passes = (text: string) => matches(parseFilter(text), (path) => row[path] ?? null);

describe('a filter holds or not', () => {
  it.each<[string, boolean]>([
    ["fields/Title eq 'O''Hara'", true],
    ["fields/Title eq 'o''hara'", true],
    ["fields/Title ne 'x'", true],
    ['fields/Size gt 4', true],
    ['fields/Size gt 5', false],
    ['fields/Size ge 5', true],
    ['fields/Size lt 5', false],
    ['fields/Size le 5', true],
    ['fields/Size eq -5', false],
    ["fields/Size eq '5'", false],
    ['fields/Flag eq true', true],
    ['fields/Flag eq false', false],
    ['fields/Empty eq null', true],
    ["fields/Empty gt 'a'", false],
    ["startswith(fields/Title,'O''')", true],
    ["startswith(fields/Title,'hara')", false],
    ["not startswith(fields/Title,'x')", true],
    ["fields/Size eq 1 or fields/Size eq 5 and fields/Title eq 'x'", false],
    ["(fields/Size eq 5 or fields/Size eq 1) and fields/Title ne 'x'", true],
    ["fields/Size eq 5 or fields/Size eq 1 and fields/Title eq 'x'", true],
  ])('%s is %s', (text, expected) => {
    expect(passes(text)).toBe(expected);
  });
});

describe('a filter is refused', () => {
  it.each([
    '',
    'fields/Title',
    "fields/Title eq 'open",
    "fields/Title eq 'a' 'b'",
    "fields/Title is 'a'",
    "contains(fields/Title,'a')",
    "fields/Title eq O'Hara",
    "fields/Title eq 'a' and",
    "(fields/Title eq 'a'",
    "fields/Title eq 'a')",
    "'a' eq fields/Title",
    'fields/Size eq 1x',
    'fields/Size eq ;drop',
  ])('%s', (text) => {
    expect(() => parseFilter(text)).toThrow(FilterSyntaxError);
  });
});

it('names the properties it tests, left to right', () => {
  const filter: Filter = parseFilter("fields/A eq 1 and not (fields/B eq 2 or startswith(fields/C,'x'))");
  expect(testsOf(filter).map((test) => test.path)).toEqual(['fields/A', 'fields/B', 'fields/C']);
});
