/** What Today shows instead of duties, for roles that do other work here: one line each, the first that fits is shown. */

import type { ComponentType } from 'react';
import { may } from '../../../domain/roles.ts';
import type { Log } from '../../../log/log.ts';
import { later } from '../../later.ts';

const ConsularToday = later(
  () => import('../../visas/ConsularToday.tsx').then((file) => file.ConsularToday),
  'pages',
  'forms',
);

export interface TodayView {
  /** Names the view; nothing is shown of it. */
  readonly key: string;
  isFor(me: Log['me']): boolean;
  /** The list in the place of the duties; it brings its own words (`later` fetches them). */
  readonly View: ComponentType;
}

export const todayViews: readonly TodayView[] = [
  {
    key: 'consular',
    isFor: (me) => may(me, 'answer-visas') && !may(me, 'record'),
    View: ConsularToday,
  },
];
