/** The words of a kind's fields and answers in every language, for finding them again in lists written by people. */

import type { Field } from '../domain/fields/field.ts';
import type { AnyKind } from '../domain/record-kind.ts';
import { loadPart } from '../locales/index.ts';
import { languages, type Texts } from '../locales/languages.ts';
import { folded } from './tidy.ts';

export interface Labels {
  /** By field key: its key and its labels, folded. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** By choice set: folded label or key to key. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Rejects when the texts do not arrive. */
export async function loadLabels(kind: AnyKind): Promise<Labels> {
  const texts = await Promise.all(languages.map((language) => loadPart(language, 'records')));
  const fields = new Map<string, readonly string[]>();
  const answers = new Map<string, ReadonlyMap<string, string>>();
  for (const [key, field] of Object.entries(kind.fields)) {
    const labels = texts.map((language) => textAt(language, ['fields', kind.key, key, 'label']));
    fields.set(key, [key, ...labels].map(folded).filter(Boolean));
    const { choices } = field.settings;
    if (choices) answers.set(choices.set, answersOf(choices, texts));
  }
  return { fields, answers };
}

function answersOf(
  { set, keys }: NonNullable<Field['settings']['choices']>,
  texts: readonly Texts[],
): ReadonlyMap<string, string> {
  return new Map(
    keys.flatMap((key) =>
      [key, ...texts.map((language) => textAt(language, ['choices', set, key]))]
        .filter(Boolean)
        .map((label) => [folded(label), key] as const),
    ),
  );
}

function textAt(texts: Texts, path: readonly string[]): string {
  let found: string | Texts | undefined = texts;
  for (const step of path) found = typeof found === 'object' ? found[step] : undefined;
  return typeof found === 'string' ? found : '';
}
