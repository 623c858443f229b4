/** When the browser prints by itself, rows about somebody marked "own mission, no export" stay off the paper. */

import { useEffect } from 'react';
import { codesKeptInside, keptIds } from '../../domain/no-export.ts';
import type { Log } from '../../log/log.ts';

/** Rows say whose they are by `data-entry` (an entry's id) or `data-about` (a code). */
export function useOffPaper(log: Log): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const begin = (): void => {
      const { entries } = log.view();
      const codes = codesKeptInside(entries);
      const kept = [
        ...[...codes].map((code) => `[data-about="${code}"]`),
        ...[...keptIds(entries, codes)].map((entry) => `[data-entry="${entry}"]`),
      ];
      sheet.replaceSync(
        kept.length > 0 ? `@media print { ${kept.join(', ')} { display: none !important; } }` : '',
      );
    };
    addEventListener('beforeprint', begin);
    return () => {
      removeEventListener('beforeprint', begin);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [log]);
}
