/** Reads the book's open lists: what a code field offers, with the label of the reader's language. */

import type { View } from '../../log/log.ts';
import { listOf, membersOf, textOf } from './control.ts';

export interface CodeOffered {
  readonly key: string;
  readonly label: string;
}

/** The codes of the list `name` that are still in use, by label; the key where a language has no label. */
export function codesOffered(
  view: Pick<View, 'entries'>,
  name: string,
  locale: string,
): readonly CodeOffered[] {
  const list = (view.entries.get('code-list') ?? []).find(({ record }) => record.name === name);
  return listOf(list?.record.codes)
    .map(membersOf)
    .filter((code) => code.retired !== true && textOf(code.key) !== '')
    .map((code) => {
      const labels = membersOf(code.labels);
      const key = textOf(code.key);
      return { key, label: textOf(labels[locale]) || textOf(labels.en) || key };
    })
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
