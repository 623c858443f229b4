/** Finds the table in a grid: the row of titles, the columns, and which rows are data. */

import type { Day } from '../domain/ids.ts';
import { readDate } from './dates.ts';
import type { ReadGrid } from './read-file.ts';
import { plainCell } from './safe-cell.ts';
import { folded, isBlank, tidy } from './tidy.ts';

export interface FileColumn {
  /** Place in the row, from 0. */
  readonly place: number;
  /** Its title, made different from those before it. */
  readonly title: string;
  /** A few different cells, for whoever matches it. */
  readonly samples: readonly string[];
}

export interface FileRow {
  /** As a spreadsheet numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** `broken`: its quotes do not close, so nobody knows where its cells end. */
  readonly is: 'data' | 'empty' | 'total' | 'titles-again' | 'broken';
}

export interface FileTable {
  /** Place of the row of titles in the grid. */
  readonly titlesAt: number;
  readonly columns: readonly FileColumn[];
  /** Every row below the titles. */
  readonly rows: readonly FileRow[];
}

const LOOKED_AT = 30;
const SAMPLES = 3;
const TOTAL = /^(grand total|total|totaux|sous total|subtotal|somme|sum|summe|gesamt)( |$)/;

/** The first row of titles: short words, each another one, nearly as many as the widest row near it has cells. */
export function findTitles(grid: ReadGrid['grid'], today: Day): number {
  const some = grid.slice(0, LOOKED_AT);
  const widest = Math.max(0, ...some.map((row) => filled(row).length));
  const found = some.findIndex((row) => {
    const cells = filled(row);
    const titles = new Set(cells.map(folded));
    return (
      cells.length > 0 &&
      cells.length >= Math.min(widest, Math.max(2, widest * 0.6)) &&
      titles.size === cells.length &&
      cells.every((cell) => cell.length <= 80 && !isFigure(cell) && readDate(cell, today) === undefined)
    );
  });
  return Math.max(found, 0);
}

function filled(row: readonly string[]): readonly string[] {
  return row.map(tidy).filter((cell) => cell !== '');
}

function isFigure(cell: string): boolean {
  return /^[-+]?[\d\s.,%€$]+$/.test(cell);
}

export function tableIn({ grid, broken }: ReadGrid, titlesAt: number): FileTable {
  const titles = (grid[titlesAt] ?? []).map((cell) => tidy(plainCell(cell)));
  const below = grid.slice(titlesAt + 1);
  const width = Math.max(titles.length, ...below.slice(0, 200).map((row) => row.length));
  const again = titles.map(folded).join('\n');
  const rows = below.map((cells, index): FileRow => {
    const place = titlesAt + 1 + index;
    return {
      number: place + 1,
      cells: cells.map((cell) => tidy(plainCell(cell))),
      is: broken.has(place) ? 'broken' : kindOfRow(cells, again),
    };
  });
  const taken = new Map<string, number>();
  const columns = Array.from({ length: width }, (_, place): FileColumn => {
    const title = titles[place] ?? '';
    const before = taken.get(title) ?? 0;
    taken.set(title, before + 1);
    return {
      place,
      title: before > 0 ? `${title} (${before + 1})`.trim() : title,
      samples: samplesOf(rows, place),
    };
  });
  return {
    titlesAt,
    columns: columns.filter(({ title, samples }) => title !== '' || samples.length > 0),
    rows,
  };
}

function kindOfRow(cells: readonly string[], titles: string): FileRow['is'] {
  const said = filled(cells);
  if (said.every(isBlank)) return 'empty';
  if (cells.map(folded).join('\n').trim() === titles.trim()) return 'titles-again';
  const [first = '', ...others] = said;
  return TOTAL.test(folded(first)) && others.every(isFigure) ? 'total' : 'data';
}

function samplesOf(rows: readonly FileRow[], place: number): readonly string[] {
  const found = new Set<string>();
  for (const { cells, is } of rows) {
    const cell = cells[place] ?? '';
    if (is === 'data' && !isBlank(cell)) found.add(cell.length > 60 ? `${cell.slice(0, 59)}…` : cell);
    if (found.size >= SAMPLES) break;
  }
  return [...found];
}
