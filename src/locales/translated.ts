/** The texts of the languages beside English, set as each is written; this file itself is fetched only when one of them is shown. */

import { setApart } from './isolates.ts';
import { type Language, type Part, runsRightToLeft, type Texts } from './languages.ts';

const files = import.meta.glob<{ readonly default: Texts }>(['./*/*.json', '!./en/*.json']);

/** One part of one language; empty where the part has no texts yet. Rejects when the network fails. */
export async function loadTranslated(language: Language, part: Part): Promise<Texts> {
  const load = files[`./${language}/${part}.json`];
  if (!load) return {};
  const texts = (await load()).default;
  if (runsRightToLeft(language)) return each(texts, setApart);
  return language === 'fr' ? each(texts, keepSigns) : texts;
}

/** French puts a space before these signs and inside its quotation marks: no line ends there. */
function keepSigns(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

function each(texts: Texts, set: (text: string) => string): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === 'string' ? set(text) : each(text, set)]),
  );
}
