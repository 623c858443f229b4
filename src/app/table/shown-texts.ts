/**
 * What the list tells of each entry, as one plain text to look in: made when it is first asked for, and anew when the entry
 * changed, another one that its text names, or the words of the mission's own lists.
 */

import type { Words } from '../../domain/fields/field.ts';
import { openIdTable } from '../../domain/id-table.ts';
import type { EntryId } from '../../domain/ids.ts';
import { codesOf, type Entry } from '../../domain/record-kind.ts';
import { kindByKey } from '../../domain/registry.ts';
import { codeList } from '../../domain/system/code-list.ts';
import type { View } from '../../log/log.ts';
import { plain, printedFields } from './filter.ts';

/** Texts in one set of words; whoever has others begins anew. */
export type ShownTexts = (entry: Entry) => string;

/** Another entry whose title stands in a text, as it was then; undefined where it was not here. */
type Named = readonly [EntryId, Entry | undefined];

interface Shown {
  /** The version of the entry that this was made of. */
  readonly of: Entry;
  readonly text: string;
  readonly named: readonly Named[];
}

/** Stands between two texts of one entry; nobody can type it. */
const BETWEEN = '\n';
const nobody: readonly Named[] = [];

/** @param view what is in memory now */
export function openShownTexts(words: Words, view: () => Pick<View, 'entries' | 'byEntry'>): ShownTexts {
  // By number, not weakly by entry: of a hundred thousand weak ones each is looked after whenever memory is collected.
  let known = openIdTable<Shown>((shown) => shown.of.entry);
  let labels: readonly Entry[] | undefined;
  let naming: Named[] = [];
  const find = (id: EntryId) => view().byEntry.get(id);
  const noting = (): Words => {
    const own: Words = {
      ...words,
      text: once(words.text),
      day: once(words.day),
      entry(id) {
        const other = find(id);
        naming.push([id, other]);
        return other && kindByKey(other.kind)?.summary(other.record, own);
      },
    };
    return own;
  };
  let told = noting();

  function made(entry: Entry): Shown {
    naming = [];
    const text = plain(textsOf(entry, told).join(BETWEEN));
    return { of: entry, text, named: naming.length > 0 ? naming : nobody };
  }

  return (entry) => {
    const now = view().entries.get(codeList.key);
    if (now !== labels) {
      known = openIdTable((shown) => shown.of.entry);
      told = noting();
    }
    labels = now;
    const before = known.get(entry.entry);
    if (before?.of === entry && before.named.every(([id, was]) => find(id) === was)) return before.text;
    const shown = made(entry);
    known.set(entry.entry, shown);
    return shown.text;
  };
}

/** The same few words and days stand in tens of thousands of texts; what is filled in differs each time. */
function once<Values>(
  say: (key: string, values?: Values) => string,
): (key: string, values?: Values) => string {
  const said = new Map<string, string>();
  return (key, values) => {
    if (values !== undefined) return say(key, values);
    const before = said.get(key);
    if (before !== undefined) return before;
    const text = say(key);
    said.set(key, text);
    return text;
  };
}

function textsOf(entry: Entry, words: Words): readonly string[] {
  return [
    kindByKey(entry.kind)?.summary(entry.record, words) ?? '',
    ...codesOf(entry.record).flatMap((code) => [words.cover(code), code]),
    ...printedFields(entry, words),
  ];
}
