/** Finds the texts of a language, part by part, each fetched only when it is asked for. */

import type { Language, Part, Texts } from './languages.ts';

const english = import.meta.glob<{ readonly default: Texts }>('./en/*.json');

/** Fetches one part of one language; empty where the part has no texts yet. Rejects when the network fails. */
export async function loadPart(language: Language, part: Part): Promise<Texts> {
  if (language !== 'en') return (await import('./translated.ts')).loadTranslated(language, part);
  const load = english[`./en/${part}.json`];
  return load ? (await load()).default : {};
}
