/** Which pages are open to a role; the others are closed in words, however one comes to them. */

import { readsCases } from '../../../domain/roles.ts';
import type { Me } from '../../../log/log.ts';
import { type Page, pages } from '../routes.ts';

/** Pages that say nothing of any case to somebody whose role is for something else. */
const forAll: readonly Page[] = ['today', 'settings'];

export function isOpen(page: Page, me: Pick<Me, 'roles'>): boolean {
  return forAll.includes(page) || readsCases(me);
}

/** Without a circle in the configuration there is no page to go to. */
export function openPages(me: Pick<Me, 'roles'>, circleIds: readonly string[]): readonly Page[] {
  return pages.filter((page) => isOpen(page, me) && (page !== 'circle' || circleIds.length > 0));
}
