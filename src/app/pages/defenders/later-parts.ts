/** What stands on the page of a defender and arrives after it. */

import { circleParts } from '../../circle/circle-parts.ts';
import { later } from '../../later.ts';

export const CircleAbout = later(
  () => import('../../circle/CircleAbout.tsx').then((file) => file.CircleAbout),
  ...circleParts,
);
export const ConsentGlance = later(
  () => import('../../consent/ConsentGlance.tsx').then((file) => file.ConsentGlance),
  'forms',
  'consent',
);
export const HeldNotice = later(
  () => import('../../life/HeldNotice.tsx').then((file) => file.HeldNotice),
  'pages',
  'life',
);
export const OwnData = later(
  () => import('../../life/OwnData.tsx').then((file) => file.OwnData),
  'pages',
  'life',
);
