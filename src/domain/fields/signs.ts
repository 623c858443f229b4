/** Signs between the items of a list and behind a label, as a language writes them. */

export function comma(locale: string): string {
  return locale === 'ar' ? '، ' : ', ';
}

export function semicolon(locale: string): string {
  if (locale === 'ar') return '؛ ';
  return locale === 'fr' ? '\u00a0; ' : '; ';
}

export function colon(locale: string): string {
  return locale === 'fr' ? '\u00a0: ' : ': ';
}
