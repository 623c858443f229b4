/** The dialog of a calendar file arrives when it is asked for; two buttons ask. */

import { later } from '../../later.ts';

export const CalendarFile = later(
  () => import('./CalendarFile.tsx').then((file) => file.CalendarFile),
  'pages',
);
