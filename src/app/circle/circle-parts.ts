/** The words that parts of a circle on other pages bring along. */

import type { Part } from '../../locales/languages.ts';

export const circleParts: readonly Part[] = [
  'pages',
  'circle',
  'circle-site',
  'keys',
  'forms',
  'consent',
  'files',
];
