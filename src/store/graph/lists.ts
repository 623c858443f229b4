/** What the lists of a site look like beside what the kinds declare. */

import '../../domain/jitless.ts';
import * as z from 'zod/mini';
import type { AnyKind } from '../../domain/record-kind.ts';
import type { KindHealth } from '../book.ts';
import { type ListColumn, layoutOf } from '../columns.ts';
import { StoreError } from '../store-error.ts';
import type { Addresses } from './address.ts';
import { type Answer, type Ask, failureOf, isTransient, type Send, succeeded } from './answer.ts';
import { readBatch } from './batch.ts';
import { pageOf } from './items.ts';
import type { Patience } from './patience.ts';

const columnDefinition = z.object({
  name: z.string(),
  indexed: z.optional(z.nullable(z.boolean())),
  enforceUniqueValues: z.optional(z.nullable(z.boolean())),
  text: z.optional(z.nullable(z.object({ allowMultipleLines: z.optional(z.nullable(z.boolean())) }))),
  number: z.optional(z.nullable(z.object({}))),
  boolean: z.optional(z.nullable(z.object({}))),
  dateTime: z.optional(z.nullable(z.object({ format: z.optional(z.nullable(z.string())) }))),
});
type ColumnDefinition = z.infer<typeof columnDefinition>;
const listWithColumns = z.object({
  displayName: z.string(),
  columns: z.array(z.unknown()),
});

const columnProperties = 'name,indexed,enforceUniqueValues,text,number,boolean,dateTime';

/** What setting up needs to know of a place. */
export interface Site {
  readonly send: Send;
  readonly patience: Patience;
  readonly addresses: Addresses;
}

function askForColumns(addresses: Addresses, kind: AnyKind): Ask {
  return { method: 'GET', url: `${addresses.columns(kind)}?$select=${columnProperties}` };
}

/** Every list that this person may see, with its columns: one question, however many lists there are. */
export function askForLists(addresses: Addresses): Ask {
  return {
    method: 'GET',
    url: `${addresses.lists}?$select=displayName&$expand=columns($select=${columnProperties})`,
  };
}

/**
 * The health of each kind out of the answer to `askForLists`. Only good news of it counts: an expansion may be ignored, cut
 * short or refused, so a list that it does not show whole is asked itself.
 */
export async function healthFrom(
  site: Site,
  kinds: readonly AnyKind[],
  answer: Answer,
): Promise<readonly KindHealth[]> {
  const lists = await columnsByList(site, answer);
  const first = kinds.map((kind) => judged(kind, lists.get(kind.list.toLowerCase()) ?? []));
  const doubted = kinds.filter((_, index) => first[index]?.writable !== true);
  const asked = new Map((await healthOf(site, doubted)).map((one) => [one.kind, one]));
  return first.map((one) => asked.get(one.kind) ?? one);
}

/** For each list by its name the columns that came with it, page after page of lists as far as they are answered. */
async function columnsByList(site: Site, answer: Answer): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const found = new Map<string, readonly unknown[]>();
  let current: Answer | undefined = answer;
  let url: string | undefined;
  while (current && succeeded(current)) {
    const page = pageOf(current, 'lists');
    for (const value of page.values) {
      const { success, data: list } = listWithColumns.safeParse(value);
      if (success) found.set(list.displayName.toLowerCase(), list.columns);
    }
    if (page.nextLink === undefined || page.nextLink === url) break;
    url = page.nextLink;
    // What no page shows is asked list by list, so a page that stays away is done without.
    current = await persistent(site, { method: 'GET', url }).catch(noneIfRefused);
  }
  return found;
}

function noneIfRefused(error: unknown): undefined {
  if (!(error instanceof StoreError)) throw error;
}

/** One GET with patience; what is not turned away for a while, happy or not, is the caller's to judge. */
function persistent(site: Site, ask: Ask): Promise<Answer> {
  return site.patience.persist(async () => {
    const answer = await site.send(ask);
    if (!isTransient(answer)) return { done: answer };
    return { again: failureOf(answer), retryAfter: answer.retryAfter };
  });
}

/** The health of each kind, in as few calls as possible. */
export async function healthOf(site: Site, kinds: readonly AnyKind[]): Promise<readonly KindHealth[]> {
  const answers = await readBatch(
    site.send,
    site.patience,
    kinds.map((kind) => askForColumns(site.addresses, kind)),
  );
  return Promise.all(kinds.map((kind, index) => judge(site, kind, answers[index])));
}

/** The health of a kind out of the answer to `askForColumns`; further pages of columns are fetched. */
async function judge(site: Site, kind: AnyKind, answer: Answer | undefined): Promise<KindHealth> {
  // A list that this person may not see does not exist for them.
  if (answer === undefined || answer.status === 404 || answer.status === 403) return missing(kind);
  const found: unknown[] = [];
  let current = answer;
  for (;;) {
    if (!succeeded(current)) throw failureOf(current, kind.list);
    const page = pageOf(current, `${kind.list} / columns`);
    found.push(...page.values);
    if (page.nextLink === undefined) return judged(kind, found);
    current = await persistent(site, { method: 'GET', url: page.nextLink });
  }
}

/** The health of a kind whose list has these columns. */
function judged(kind: AnyKind, columns: readonly unknown[]): KindHealth {
  const found = new Map<string, ColumnDefinition>();
  for (const value of columns) {
    const column = columnDefinition.safeParse(value);
    if (column.success) found.set(column.data.name, column.data);
  }
  const wanted = layoutOf(kind).columns;
  const missingColumns = wanted.filter((column) => !found.has(column.name)).map((column) => column.name);
  const wrongColumns = wanted
    .filter((column) => isWrong(column, found.get(column.name)))
    .map((one) => one.name);
  return {
    kind: kind.key,
    list: 'present',
    missingColumns,
    wrongColumns,
    writable: missingColumns.length === 0 && wrongColumns.length === 0,
  };
}

/** A type that cannot hold the values, or an index or uniqueness that the store relies on and that is not there. */
function isWrong(wanted: ListColumn, found: ColumnDefinition | undefined): boolean {
  if (!found) return false;
  if ((wanted.indexed && !found.indexed) || (wanted.unique && !found.enforceUniqueValues)) return true;
  switch (wanted.type) {
    case 'text':
      return !found.text || found.text.allowMultipleLines === true;
    case 'note':
      return found.text?.allowMultipleLines !== true;
    case 'number':
      return !found.number;
    case 'boolean':
      return !found.boolean;
    case 'dateTime':
      return !found.dateTime || found.dateTime.format === 'dateOnly';
  }
}

export function missing(kind: AnyKind): KindHealth {
  return { kind: kind.key, list: 'missing', missingColumns: [], wrongColumns: [], writable: false };
}
