/** The texts of the languages beside English; this file itself is fetched only when one of them is shown. */

import { setApart } from './isolates.ts';
import { type Language, type Part, runsRightToLeft, type Texts } from './languages.ts';

const files = import.meta.glob<{ readonly default: Texts }>(['./*/*.json', '!./en/*.json']);

/** One part of one language; empty where the part has no texts yet. Rejects when the network fails. */
export async function loadTranslated(language: Language, part: Part): Promise<Texts> {
  const load = files[`./${language}/${part}.json`];
  if (!load) return {};
  const texts = (await load()).default;
  return runsRightToLeft(language) ? textsApart(texts) : texts;
}

function textsApart(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? setApart(text) : textsApart(text),
    ]),
  );
}
