/** The addresses of pages: a page and an opaque id, nothing else. */

export const pages = ['today', 'entries', 'defenders', 'calendar', 'circle', 'settings'] as const;
export type Page = (typeof pages)[number];

export interface Route {
  readonly page: Page;
  /** Entry of `entries`, code of `defenders`, coded view and day of `calendar`, entry or part of `circle`, section of `settings`. */
  readonly id?: string;
  /** Coded filter of `entries` (table/filter-address.ts) or `calendar` (pages/calendar-address.ts). */
  readonly filter?: string;
}

const withIds: ReadonlySet<Page> = new Set(['entries', 'defenders', 'calendar', 'circle', 'settings']);
const withFilters: ReadonlySet<Page> = new Set(['entries', 'calendar']);
const OPAQUE = /^[0-9A-Za-z-]{1,64}$/;

/** A path (`/entries/01J…`, also without the slash) to a page; undefined for an address nobody gave out. */
export function parseRoute(path: string): Route | undefined {
  const [page, ...rest] = path.split('/').filter((part) => part !== '');
  const known = pages.find((name) => name === page);
  if (!known || rest.length > 2 || rest.some((part) => !OPAQUE.test(part))) return undefined;
  const filter = rest.find((part) => part.startsWith('f-'));
  const ids = rest.filter((part) => part !== filter);
  const id = ids[0];
  if (ids.length > 1 || (filter && !withFilters.has(known))) return undefined;
  if (id && !withIds.has(known)) return undefined;
  return { page: known, ...(id ? { id } : {}), ...(filter ? { filter } : {}) };
}

export function pathOf(route: Route): string {
  return ['', route.page, route.filter, route.id].filter((part) => part !== undefined).join('/');
}

/** Pages that name nobody: everybody may put them on paper, which says nothing of whoever printed it. */
export function namesNobody(route: Route | undefined): boolean {
  return route?.page === 'settings' && (route.id === 'leaflet' || route.id === 'sheets');
}

/** What a deep link carries for a page: its path without the leading slash. */
export function linkOf(route: Route): string {
  return pathOf(route).slice(1);
}
