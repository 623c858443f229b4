/** What the lists of a site look like beside what the kinds declare. */

import '../../domain/jitless.ts';
import * as z from 'zod/mini';
import type { AnyKind } from '../../domain/record-kind.ts';
import type { KindHealth } from '../book.ts';
import { type ListColumn, layoutOf } from '../columns.ts';
import type { Addresses } from './address.ts';
import { type Answer, type Ask, failureOf, type Send, succeeded } from './answer.ts';
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
  'columns@odata.nextLink': z.optional(z.string()),
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

/** The health of each kind out of the answer to `askForLists`; where that was refused, list by list. */
export async function healthFrom(
  site: Site,
  kinds: readonly AnyKind[],
  answer: Answer,
): Promise<readonly KindHealth[]> {
  if (!succeeded(answer)) return healthOf(site, kinds);
  const lists = await columnsByList(site, answer);
  return Promise.all(kinds.map((kind) => judge(site, kind, lists.get(kind.list.toLowerCase()))));
}

/** For each list by its name what `askForColumns` would have brought; further pages of lists are fetched. */
async function columnsByList(site: Site, answer: Answer): Promise<ReadonlyMap<string, Answer>> {
  const found = new Map<string, Answer>();
  let current = answer;
  for (;;) {
    if (!succeeded(current)) throw failureOf(current);
    const page = pageOf(current, 'lists');
    for (const value of page.values) {
      const { success, data: list } = listWithColumns.safeParse(value);
      if (!success) continue;
      const body = { value: list.columns, '@odata.nextLink': list['columns@odata.nextLink'] };
      found.set(list.displayName.toLowerCase(), { ...current, body });
    }
    if (page.nextLink === undefined) return found;
    current = await site.send({ method: 'GET', url: page.nextLink });
  }
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
  const found = new Map<string, ColumnDefinition>();
  let current = answer;
  for (;;) {
    if (!succeeded(current)) throw failureOf(current, kind.list);
    const page = pageOf(current, `${kind.list} / columns`);
    for (const value of page.values) {
      const column = columnDefinition.safeParse(value);
      if (column.success) found.set(column.data.name, column.data);
    }
    if (page.nextLink === undefined) break;
    current = await site.send({ method: 'GET', url: page.nextLink });
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
