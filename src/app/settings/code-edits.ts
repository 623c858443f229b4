/** The edits of an open list while it is on screen: labels, regions, order, retired and back, new lines. Nothing is ever deleted. */

import type { Region } from '../../domain/regions.ts';
import type { ListedCode } from '../../domain/system/code-list.ts';
import { keyFor } from '../../domain/system/code-list-edits.ts';

/** A line on screen; `label` of a new one names it before it has a key. */
export interface CodeLine extends ListedCode {
  /** Added here and not saved yet: it may still be taken away. */
  readonly fresh?: true;
  /** Its key on screen where it was added here: a row somebody is writing in stays that row once it is saved. */
  readonly row?: string;
}

export function relabelled(
  lines: readonly CodeLine[],
  key: string,
  language: string,
  label: string,
): readonly CodeLine[] {
  return lines.map((line) =>
    line.key === key ? { ...line, labels: { ...line.labels, [language]: label } } : line,
  );
}

export function retired(lines: readonly CodeLine[], key: string, isRetired: boolean): readonly CodeLine[] {
  return lines.map((line) => {
    if (line.key !== key) return line;
    const { retired: _, ...kept } = line;
    return isRetired ? { ...kept, retired: true } : kept;
  });
}

/** A line that is a place, and the region it lies in. */
export function placed(
  lines: readonly CodeLine[],
  key: string,
  region: Region | undefined,
): readonly CodeLine[] {
  return lines.map((line) => {
    if (line.key !== key) return line;
    const { region: _, ...kept } = line;
    return region ? { ...kept, region } : kept;
  });
}

/** One place up (-1) or down (1). */
export function moved(lines: readonly CodeLine[], key: string, by: -1 | 1): readonly CodeLine[] {
  const from = lines.findIndex((line) => line.key === key);
  const [line, other] = [lines[from], lines[from + by]];
  if (!line || !other) return lines;
  return lines.map((each) => (each === line ? other : each === other ? line : each));
}

/** With a line that has no label yet. */
export function withNew(lines: readonly CodeLine[], id: string): readonly CodeLine[] {
  return [...lines, { key: id, labels: {}, fresh: true }];
}

export function without(lines: readonly CodeLine[], key: string): readonly CodeLine[] {
  return lines.filter((line) => line.key !== key || line.fresh !== true);
}

/** What is stored: labels trimmed and those left empty dropped, new lines with a key of their own. */
export function toStore(lines: readonly CodeLine[]): readonly ListedCode[] {
  return [...storedFor(lines).values()];
}

/** Lines as they were changed while `saved` was on its way: what was new has the key it was stored under. */
export function goingOn(lines: readonly CodeLine[], saved: readonly CodeLine[]): readonly CodeLine[] {
  const stored = storedFor(saved);
  return lines.map((line) => {
    const key = line.fresh ? stored.get(line.key)?.key : undefined;
    if (key === undefined) return line;
    const { fresh: _, ...kept } = line;
    return { ...kept, key, row: line.key };
  });
}

/** By the key of its line on screen. */
function storedFor(lines: readonly CodeLine[]): ReadonlyMap<string, ListedCode> {
  const codes = new Map<string, ListedCode>();
  const known = lines.filter((line) => !line.fresh).map((line) => line.key);
  for (const { fresh, key, labels, retired: isRetired, region } of lines) {
    const kept = Object.fromEntries(
      Object.entries(labels).flatMap(([language, label]) =>
        label.trim() === '' ? [] : [[language, label.trim()]],
      ),
    );
    const [first] = Object.values(kept);
    if (fresh && first === undefined) continue;
    const own = fresh ? keyFor(first ?? '', [...known, ...[...codes.values()].map((code) => code.key)]) : key;
    codes.set(key, {
      key: own,
      labels: kept,
      ...(isRetired ? { retired: true } : {}),
      ...(region ? { region } : {}),
    });
  }
  return codes;
}

/** Keys of lines that are in use and have no label in any language. */
export function unnamed(lines: readonly CodeLine[]): readonly string[] {
  return lines
    .filter((line) => line.fresh !== true && Object.values(line.labels).every((label) => label.trim() === ''))
    .map((line) => line.key);
}
