/** Reading a list page by page: by the day that matters, or from one end to the other where a filter touches too much. */

import '../../domain/jitless.ts';
import * as z from 'zod/mini';
import type { Day } from '../../domain/ids.ts';
import type { AnyKind } from '../../domain/record-kind.ts';
import type { Page, PageToken, Progress } from '../book.ts';
import { isWithin } from '../reading.ts';
import { liveWhileOpen, type StoredRow } from '../rows.ts';
import { StoreError } from '../store-error.ts';
import { condition, fieldsOf } from './address.ts';
import { type Answer, type Ask, failureOf, isTooManyRows, isTransient, succeeded } from './answer.ts';
import { type ItemPage, pageOf, readItems, readItemsInBites } from './items.ts';
import type { Site } from './lists.ts';

/** Rows asked for in one page; Graph may send fewer. */
export const rowsAPage = 1_000;

export interface Window {
  readonly before?: Day | undefined;
  readonly since?: Day | undefined;
}

/** Where a reading goes on. `scan`: the list is read whole, the window applied here. */
const continuation = z.object({
  link: z.string(),
  scan: z.boolean(),
  before: z.optional(z.string()),
  since: z.optional(z.string()),
});
type Continuation = z.infer<typeof continuation>;

/** What lives within a window. `missing`, here and below: columns that the list lacks and that must not be asked for. */
export function askForWindow(site: Site, kind: AnyKind, window: Window, missing: readonly string[]): Ask {
  const conditions = [
    ...(window.since === undefined ? [] : [condition('fp_live', 'ge', window.since)]),
    ...(window.before === undefined ? [] : [condition('fp_live', 'lt', window.before)]),
  ];
  const filter = conditions.length === 0 ? '' : `&$filter=${conditions.join('%20and%20')}`;
  return { method: 'GET', url: `${wholeList(site, kind, missing)}${filter}` };
}

/** What is open, when everything since a day is too much for one filter. */
export function askForOpen(site: Site, kind: AnyKind, missing: readonly string[]): Ask {
  const filter = condition('fp_live', 'eq', liveWhileOpen);
  return { method: 'GET', url: `${wholeList(site, kind, missing)}&$filter=${filter}` };
}

function wholeList(site: Site, kind: AnyKind, missing: readonly string[]): string {
  return `${site.addresses.items(kind)}?${fieldsOf(kind, missing)}&$top=${rowsAPage}`;
}

/** One GET with patience. A list that is not there is StoreError `not-provisioned`. */
export async function readOne(site: Site, kind: AnyKind, ask: Ask): Promise<Answer> {
  return site.patience.persist(async () => {
    const answer = await site.send(ask);
    if (succeeded(answer) || isTooManyRows(answer)) return { done: answer };
    if (answer.status === 404)
      throw new StoreError('not-provisioned', { where: kind.list, requestId: answer.requestId });
    const failure = failureOf(answer, kind.list);
    if (!isTransient(answer)) throw failure;
    return { again: failure, retryAfter: answer.retryAfter };
  });
}

/** A page of an answer to a window, with the token for the next one. */
export function pageFrom(kind: AnyKind, answer: Answer, window: Omit<Continuation, 'link' | 'scan'>): Page {
  const items = pageOf(answer, kind.list);
  return { ...readItems(kind, items.values), ...nextIn(items, { scan: false, ...window }) };
}

/** The same for a page that comes while somebody looks at the screen; of a list read whole, what lies in the window. */
async function pageInBites(kind: AnyKind, answer: Answer, how: Omit<Continuation, 'link'>): Promise<Page> {
  const items = pageOf(answer, kind.list);
  // The answer has just been taken apart, which is work enough for one turn.
  await nextTask();
  const isWanted = ({ columns }: StoredRow) => !how.scan || isWithin(columns.fp_live, how);
  return { ...(await readItemsInBites(kind, items.values, nextTask, isWanted)), ...nextIn(items, how) };
}

function nextIn({ nextLink }: ItemPage, how: Omit<Continuation, 'link'>): { readonly next?: PageToken } {
  return nextLink === undefined ? {} : { next: tokenOf({ ...how, link: nextLink }) };
}

/** Lets whatever waits have its turn first. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A first page without rows whose continuation reads the list from one end to the other. */
export function scanToken(site: Site, kind: AnyKind, window: Window, missing: readonly string[]): PageToken {
  return tokenOf({ link: wholeList(site, kind, missing), scan: true, ...defined(window) });
}

export async function loadPage(
  site: Site,
  kind: AnyKind,
  asked: Window & { readonly page?: PageToken },
  missing: readonly string[],
): Promise<Page> {
  if (asked.page !== undefined) {
    const from = readToken(asked.page);
    const answer = await readOne(site, kind, { method: 'GET', url: from.link });
    if (!succeeded(answer)) throw failureOf(answer, kind.list);
    return pageInBites(kind, answer, from);
  }
  const window = defined(asked);
  const answer = await readOne(site, kind, askForWindow(site, kind, window, missing));
  if (isTooManyRows(answer))
    return loadPage(site, kind, { page: scanToken(site, kind, window, missing) }, missing);
  return pageInBites(kind, answer, { scan: false, ...window });
}

/** Every item of the list, page after page. */
export async function loadWhole(
  site: Site,
  kind: AnyKind,
  missing: readonly string[],
  progress?: Progress,
): Promise<Page> {
  const pages: ItemPage['values'][] = [];
  let url: string | undefined = wholeList(site, kind, missing);
  let done = 0;
  while (url !== undefined) {
    const answer: Answer = await readOne(site, kind, { method: 'GET', url });
    if (!succeeded(answer)) throw failureOf(answer, kind.list);
    const page: ItemPage = pageOf(answer, kind.list);
    pages.push(page.values);
    done += page.values.length;
    progress?.(done);
    url = nextOf(kind, page, url);
  }
  progress?.(done, done);
  return readItems(kind, pages.flat());
}

/** The link onwards. One that leads back to its own page would never end: StoreError `unexpected-shape`. */
export function nextOf(kind: AnyKind, page: ItemPage, url: string): string | undefined {
  if (page.nextLink === url)
    throw new StoreError('unexpected-shape', { where: `${kind.list} / @odata.nextLink` });
  return page.nextLink;
}

function defined(window: Window): { before?: Day; since?: Day } {
  return {
    ...(window.before === undefined ? {} : { before: window.before }),
    ...(window.since === undefined ? {} : { since: window.since }),
  };
}

function tokenOf(from: Continuation): PageToken {
  return JSON.stringify(from) as PageToken;
}

function readToken(token: PageToken): Continuation {
  return continuation.parse(JSON.parse(token));
}
