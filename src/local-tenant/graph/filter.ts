/** The OData filter grammar Graph's list items understand: comparisons, startswith, and, or, not, parentheses. */

export type Literal = string | number | boolean | null;
export type Comparison = 'eq' | 'ne' | 'lt' | 'gt' | 'le' | 'ge' | 'startswith';

export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; of: Filter }
  | { kind: 'test'; path: string; comparison: Comparison; literal: Literal };

/** The text is not a filter of this grammar. */
export class FilterSyntaxError extends Error {}

type Token = { kind: 'word' | 'string' | 'number' | 'symbol'; text: string };

const tokenPattern = /\s*(?:'((?:[^']|'')*)'|([(),])|(-?\d[\w:.+-]*)|([A-Za-z_@][\w/@.]*))/uy;
const comparisons = new Set(['eq', 'ne', 'lt', 'gt', 'le', 'ge']);

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (text.slice(tokenPattern.lastIndex).trim() !== '') {
    const from = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (match === null) throw new FilterSyntaxError(`Unexpected text at ${from}`);
    const [, string, symbol, number, word] = match;
    if (string !== undefined) tokens.push({ kind: 'string', text: string.replaceAll("''", "'") });
    else if (symbol !== undefined) tokens.push({ kind: 'symbol', text: symbol });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else tokens.push({ kind: 'word', text: word ?? '' });
  }
  return tokens;
}

function literalOf(token: Token | undefined): Literal {
  if (token?.kind === 'string') return token.text;
  if (token?.kind === 'number') {
    if (/^-?\d+(\.\d+)?$/.test(token.text)) return Number(token.text);
    if (/^\d{4}-\d{2}-\d{2}/.test(token.text)) return token.text;
  }
  if (token?.kind === 'word') {
    if (token.text === 'true') return true;
    if (token.text === 'false') return false;
    if (token.text === 'null') return null;
  }
  throw new FilterSyntaxError('A literal is missing');
}

/** Reads a filter. Throws FilterSyntaxError. */
export function parseFilter(text: string): Filter {
  const tokens = tokenize(text);
  let at = 0;

  function take(symbol: string): void {
    const token = tokens[at];
    if (token?.kind !== 'symbol' || token.text !== symbol)
      throw new FilterSyntaxError(`'${symbol}' is missing`);
    at += 1;
  }
  function isWord(word: string): boolean {
    return tokens[at]?.kind === 'word' && tokens[at]?.text === word;
  }
  function path(): string {
    const token = tokens[at];
    if (token?.kind !== 'word') throw new FilterSyntaxError('A property is missing');
    at += 1;
    return token.text;
  }
  function literal(): Literal {
    const value = literalOf(tokens[at]);
    at += 1;
    return value;
  }
  function primary(): Filter {
    if (tokens[at]?.kind === 'symbol') {
      take('(');
      const inner = or();
      take(')');
      return inner;
    }
    if (isWord('not')) {
      at += 1;
      return { kind: 'not', of: primary() };
    }
    const name = path();
    if (name === 'startswith' && tokens[at]?.text === '(') {
      take('(');
      const property = path();
      take(',');
      const value = literal();
      take(')');
      return { kind: 'test', path: property, comparison: 'startswith', literal: value };
    }
    const operator = path();
    if (!comparisons.has(operator)) throw new FilterSyntaxError(`Unknown operator '${operator}'`);
    return { kind: 'test', path: name, comparison: operator as Comparison, literal: literal() };
  }
  function and(): Filter {
    let left = primary();
    while (isWord('and')) {
      at += 1;
      left = { kind: 'and', left, right: primary() };
    }
    return left;
  }
  function or(): Filter {
    let left = and();
    while (isWord('or')) {
      at += 1;
      left = { kind: 'or', left, right: and() };
    }
    return left;
  }

  const filter = or();
  if (at !== tokens.length) throw new FilterSyntaxError('Text follows the filter');
  return filter;
}

/** The tests of a filter, left to right. */
export function testsOf(filter: Filter): Extract<Filter, { kind: 'test' }>[] {
  if (filter.kind === 'test') return [filter];
  if (filter.kind === 'not') return testsOf(filter.of);
  return [...testsOf(filter.left), ...testsOf(filter.right)];
}

export type Key = string | number | null;

/** Text compares without regard to case, as SharePoint does; true and false compare as 1 and 0. */
export function keyOf(value: Literal): Key {
  if (typeof value === 'string') return value.toLowerCase();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

function holds(key: Key, comparison: Comparison, wanted: Key): boolean {
  if (comparison === 'eq') return key === wanted;
  if (comparison === 'ne') return key !== wanted;
  if (key === null || wanted === null || typeof key !== typeof wanted) return false;
  if (comparison === 'startswith') return typeof key === 'string' && key.startsWith(String(wanted));
  if (comparison === 'lt') return key < wanted;
  if (comparison === 'gt') return key > wanted;
  return comparison === 'le' ? key <= wanted : key >= wanted;
}

/** Whether a row passes. `read` gives the key of a property, `wanted` the key of a literal compared with it. */
export function matches(
  filter: Filter,
  read: (path: string) => Key,
  wanted: (path: string, literal: Literal) => Key = (_, literal) => keyOf(literal),
): boolean {
  if (filter.kind === 'test') {
    return holds(read(filter.path), filter.comparison, wanted(filter.path, filter.literal));
  }
  if (filter.kind === 'not') return !matches(filter.of, read, wanted);
  const left = matches(filter.left, read, wanted);
  if (filter.kind === 'and') return left && matches(filter.right, read, wanted);
  return left || matches(filter.right, read, wanted);
}
