/** Reads the book's open lists: what a field offers, with the label of the reader's language. */

import { codeList, type ListedCode } from '../../domain/system/code-list.ts';
import type { View } from '../../log/log.ts';

export interface CodeOffered {
  readonly key: string;
  readonly label: string;
}

/** Every code of the list `name` in its order, retired ones included; none for a list that nobody made. */
export function listedCodes(view: Pick<View, 'entries'>, name: string): readonly ListedCode[] {
  const list = (view.entries.get(codeList.key) ?? []).find(({ record }) => record.name === name);
  // The store checked it against the declaration of its kind.
  return (list?.record.codes as readonly ListedCode[] | undefined) ?? [];
}

/** The label in the reader's language, else the English one, else any; undefined where there is none. */
export function labelIn({ labels }: ListedCode, locale: string): string | undefined {
  return labels[locale] || labels.en || Object.values(labels)[0];
}

/** The codes of the list `name` that are still in use, in its order; the key where there is no label at all. */
export function codesOffered(
  view: Pick<View, 'entries'>,
  name: string,
  locale: string,
): readonly CodeOffered[] {
  return listedCodes(view, name)
    .filter((code) => code.retired !== true)
    .map((code) => ({ key: code.key, label: labelIn(code, locale) ?? code.key }));
}
