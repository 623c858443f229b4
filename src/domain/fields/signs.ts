/** The signs between the items of a list, as a language writes them. */

export function comma(locale: string): string {
  return locale === 'ar' ? '، ' : ', ';
}

export function semicolon(locale: string): string {
  return locale === 'ar' ? '؛ ' : '; ';
}
