/** Entries as rows of a file: the columns on screen, cover names with their codes, and what the file is. */

import { formatCode } from '../../domain/codes.ts';
import type { Words } from '../../domain/fields/field.ts';
import { type AnyKind, aboutOf, type Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { exportText } from '../../files/export-text.ts';
import type { TableToWrite } from '../../files/write-table.ts';
import type { Log } from '../../log/log.ts';
import { fullDay } from '../day-words.ts';
import { type Column, columnTitle, coverOf, printField } from '../table/columns.ts';
import { consentMarkOf } from '../table/consent-mark.ts';
import { dayOfEntry } from '../table/filter.ts';
import { glanceOf } from '../table/glances.ts';
import { datedWords } from './dated-words.ts';

/** Every column of one kind: what each entry has, then each of its fields once. */
export function wholeColumns(kind: AnyKind): readonly Column[] {
  const fields = Object.values(kind.sections)
    .flat()
    .filter((key) => key !== 'about')
    .map((key): Column => `field:${key}`);
  return ['cover', ...fields, ...(kind.glance ? (['glance'] as const) : []), 'consent', 'who'];
}

export function tableOf(
  entries: readonly Entry[],
  columns: readonly Column[],
  kind: AnyKind | undefined,
  described: {
    readonly filter: string;
    readonly leftOut: number;
    readonly log: Log;
    readonly words: Words;
  },
): TableToWrite {
  const { log, leftOut } = described;
  const words = datedWords(described.words, log);
  const text = words.text;
  const { mission, person } = log.me;
  const title = (column: Column): readonly string[] => {
    if (column === 'cover') return [text('entries.columns.cover'), text('files.export.code')];
    return [columnTitle(column, kind?.key, text)];
  };
  return {
    head: [
      [text('files.head.what'), kind ? text(`kinds.${kind.key}.many`) : text('shell.tabs.entries')],
      [text('files.head.count'), String(entries.length)],
      [text('files.head.filter'), described.filter],
      [text('files.head.day'), fullDay(log.today(), words.locale)],
      [text('files.head.mission'), `${mission.name}, ${mission.hostCountry}`],
      [text('files.head.person'), person.name],
      [text('files.head.rule'), text('files.rule')],
      ...(leftOut > 0
        ? [[text('files.head.leftOut'), text('files.leftOut', { count: leftOut })] as const]
        : []),
    ],
    sheets: { table: text('shell.tabs.entries'), head: text('files.head.sheet') },
    titles: columns.flatMap(title),
    rows: entries.map((entry) => columns.flatMap((column) => cellsOf(column, entry, log, words))),
  };
}

function fieldOf(column: Column): string | undefined {
  return column.startsWith('field:') ? column.slice('field:'.length) : undefined;
}

function cellsOf(column: Column, entry: Entry, log: Log, words: Words): readonly string[] {
  const kind = kindByKey(entry.kind);
  const key = fieldOf(column);
  const field = key === undefined ? undefined : kind?.fields[key];
  if (key !== undefined) return [field ? exportText(field, entry.record[key], words) : ''];
  if (column === 'cover') {
    const about = aboutOf(entry.record);
    return [coverOf(entry, words), about ? formatCode(about) : ''];
  }
  if (column === 'day') return [dayOfEntry(entry, log.me.mission.zone)];
  if (column === 'kind') return [words.text(`kinds.${entry.kind}.one`)];
  if (column === 'what') return [kind?.summary(entry.record, words) ?? ''];
  if (column === 'consent') return [consentText(entry, log, words)];
  if (column === 'who') return [entry.by.name];
  if (column === 'glance') return [glanceOf(entry, { today: log.today(), own: log.me.mission.days }, words)];
  return [printField(entry.kind, 'step', entry.record, words)];
}

function consentText(entry: Entry, log: Log, words: Words): string {
  return words.text(`entries.consent.${consentMarkOf(entry, log)}`);
}
