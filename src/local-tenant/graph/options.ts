/** The OData query options of a request: those a resource knows, the rest refused by name. */
import { badRequest, type GraphRequest, notImplemented } from './reply.ts';

export interface Expansion {
  name: string;
  /** Names asked for inside the parentheses; undefined = all. */
  select: string[] | undefined;
}

/** Splits at commas outside parentheses. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let current = '';
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char === ',' && depth === 0) {
      parts.push(current.trim());
      current = '';
    } else current += char;
  }
  parts.push(current.trim());
  return parts.filter((part) => part !== '');
}

/** Reads an option with or without its dollar sign. */
export function option(request: GraphRequest, name: string): string | undefined {
  return request.query.get(`$${name}`) ?? request.query.get(name) ?? undefined;
}

/**
 * Refuses what the resource does not know: `refused` options are Graph's own 400, everything else is a 501 by name.
 */
export function onlyOptions(request: GraphRequest, known: string[], refused: string[] = []): void {
  for (const name of request.query.keys()) {
    const bare = name.replace(/^\$/, '');
    if (refused.includes(bare))
      throw badRequest(`The query option '$${bare}' is not supported for this resource.`);
    if (!known.includes(bare)) throw notImplemented(`the query option '${name}'`);
  }
}

/** The $select list, or undefined when everything is wanted. */
export function selection(request: GraphRequest): string[] | undefined {
  const text = option(request, 'select');
  return text === undefined ? undefined : splitTop(text);
}

/** The expansions asked for; one that is not in `known` is a 501 by name. */
export function expansions(request: GraphRequest, known: string[]): Map<string, Expansion> {
  const found = new Map<string, Expansion>();
  for (const part of splitTop(option(request, 'expand') ?? '')) {
    const match = /^([A-Za-z]+)(?:\((?:\$?select=([^()]*))?\))?$/.exec(part);
    const name = match?.[1];
    if (name === undefined || !known.includes(name)) throw notImplemented(`the expansion '${part}'`);
    const names = match?.[2];
    found.set(name, { name, select: names === undefined ? undefined : splitTop(names) });
  }
  return found;
}

/** Only the selected properties of an object, with its id and annotations. */
export function selected(
  value: Record<string, unknown>,
  names: string[] | undefined,
  always: string[] = [],
): Record<string, unknown> {
  if (names === undefined || names.includes('*')) return value;
  const keep = new Set([...names, ...always]);
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => keep.has(name) || name.startsWith('@odata.')),
  );
}

/** Rows per page: `$top` up to `most`, else `usual`. */
export function pageSize(request: GraphRequest, usual: number, most: number): number {
  const text = option(request, 'top');
  if (text === undefined) return usual;
  if (!/^[1-9]\d*$/.test(text)) throw badRequest(`Invalid value '${text}' for $top query option found.`);
  return Math.min(Number(text), most);
}
