/** Text with separators to rows of cells. */

/** Rows of cells as a file has them; row 1 of the file is the first. */
export type Grid = readonly (readonly string[])[];

export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];
export const quotes = ['"', "'"] as const;
export type Quote = (typeof quotes)[number];

export interface CsvShape {
  readonly separator: Separator;
  readonly quote: Quote;
}

export interface CsvRead {
  readonly grid: Grid;
  /** Places in the grid of rows whose quotes do not close or stand in the middle of a cell. */
  readonly broken: ReadonlySet<number>;
}

const LINES_LOOKED_AT = 60;

/** The separator that gives most lines the same number of cells, and the quote that stands around cells more often. */
export function guessShape(text: string): CsvShape {
  const named = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const quote = guessQuote(text);
  const known = separators.find((separator) => separator === named);
  if (known) return { separator: known, quote };
  const lines = linesOutside(text, quote).slice(0, LINES_LOOKED_AT);
  const scored = separators.map((separator) => ({ separator, score: evenness(lines, separator) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { separator: best.score > 0 ? best.separator : ';', quote };
}

function guessQuote(text: string): Quote {
  const some = text.slice(0, 200_000);
  const count = (quote: Quote) =>
    some.match(new RegExp(`(^|[;,\\t|\\n])${quote}[^${quote}]*${quote}(?=$|[;,\\t|\\r\\n])`, 'g'))?.length ??
    0;
  return count("'") > count('"') ? "'" : '"';
}

/** Lines without what stands between quotes, so that separators and line breaks in cells do not count. */
function linesOutside(text: string, quote: Quote): readonly string[] {
  const outside = text.slice(0, 400_000).replace(new RegExp(`${quote}[^${quote}]*${quote}`, 'g'), '');
  return outside.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
}

/** How many lines share the commonest number of separators, weighed by that number; 0 where it stands in no line. */
function evenness(lines: readonly string[], separator: Separator): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const found = line.split(separator).length - 1;
    if (found > 0) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([found, times]) => times * Math.min(found, 8) ** 0.5));
}

/** Every row, empty ones too, so that row numbers are those a spreadsheet shows. */
export async function readCsv(text: string, shape: CsvShape): Promise<CsvRead> {
  const { default: papa } = await import('papaparse');
  const { data, errors } = papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), {
    delimiter: shape.separator,
    quoteChar: shape.quote,
    escapeChar: shape.quote,
    newline: '\n',
    skipEmptyLines: false,
  });
  const broken = errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : []));
  const isEndOfFile = data.at(-1)?.length === 1 && data.at(-1)?.[0] === '';
  return { grid: isEndOfFile ? data.slice(0, -1) : data, broken: new Set(broken) };
}
