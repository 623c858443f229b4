/** Handing a duty over arrives when it is asked for; Today and the load both ask. */

import { later } from '../../later.ts';

export const HandOver = later(() => import('./HandOver.tsx').then((file) => file.HandOver), 'pages', 'forms');
