/** A sentence that says “on” or « le » before a day says it differently before “today”: its little word goes, or joins it. */

import { nearDays } from './day-words.ts';

/** Signs of no language, around a near day while its sentence is made; no text of ours or of a reader's holds them. */
const open = '\uE000';
const shut = '\uE001';
const signs = /[\uE000\uE001]/g;

/** What stands before the day, and what stands there instead. */
const joins: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [[/\bon \uE000/g, '']],
  fr: [
    [/\ble \uE000/g, ''],
    [/\bau \uE000/g, 'à '],
    [/\b([Dd])u \uE000(?=hier|aujourd)/g, '$1’'],
    [/\b([Dd])u \uE000/g, '$1e '],
  ],
};

type Values = Readonly<Record<string, string | number>>;

/** Fills a text by `fill`, with the near days among the values joined to their sentence. */
export function joined(language: string, values: Values, fill: (values: Values) => string): string {
  const near = nearDays(language);
  const isNear = (value: string | number) => typeof value === 'string' && near.has(value);
  if (!joins[language] || !Object.values(values).some(isNear)) return fill(values);
  const marked = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, isNear(value) ? `${open}${value}${shut}` : value]),
  );
  return joins[language]
    .reduce((text, [before, instead]) => text.replace(before, instead), fill(marked))
    .replace(signs, '');
}
