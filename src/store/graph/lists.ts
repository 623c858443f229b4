/** What the lists of a site look like, and making them what the kinds declare: adding only, never dropping. */

import '../../domain/jitless.ts';
import * as z from 'zod/mini';
import type { AnyKind } from '../../domain/record-kind.ts';
import type { KindHealth, Progress } from '../book.ts';
import { type ListColumn, layoutOf, longestText } from '../columns.ts';
import { StoreError } from '../store-error.ts';
import type { Addresses } from './address.ts';
import {
  type Answer,
  type Ask,
  failureOf,
  isDuplicate,
  isUncertain,
  type Send,
  succeeded,
} from './answer.ts';
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

const columnProperties = 'name,indexed,enforceUniqueValues,text,number,boolean,dateTime';

/** What setting up needs to know of a place. */
export interface Site {
  readonly send: Send;
  readonly patience: Patience;
  readonly addresses: Addresses;
}

export function askForColumns(addresses: Addresses, kind: AnyKind): Ask {
  return { method: 'GET', url: `${addresses.columns(kind)}?$select=${columnProperties}` };
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
export async function judge(site: Site, kind: AnyKind, answer: Answer | undefined): Promise<KindHealth> {
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

/**
 * Creates missing lists and columns, looks again, and stops when nothing is missing. `progress` counts kinds.
 * @throws StoreError `forbidden` where the person is no owner or the scope does not suffice.
 */
export async function provision(
  site: Site,
  kinds: readonly AnyKind[],
  progress?: Progress,
): Promise<readonly KindHealth[]> {
  const before = await healthOf(site, kinds);
  const after: KindHealth[] = [];
  for (const [index, kind] of kinds.entries()) {
    progress?.(index, kinds.length);
    after.push(await complete(site, kind, before[index] ?? missing(kind)));
  }
  progress?.(kinds.length, kinds.length);
  return after;
}

async function complete(site: Site, kind: AnyKind, before: KindHealth): Promise<KindHealth> {
  let health = before;
  return site.patience.persist(async (attempt) => {
    if (attempt > 0) health = await look(site, kind);
    if (health.list === 'missing') {
      const lost = await create(site, kind);
      if (lost) return { again: failureOf(lost, kind.list, true), retryAfter: lost.retryAfter };
      health = await look(site, kind);
    }
    if (health.missingColumns.length === 0) return { done: health };
    for (const column of layoutOf(kind).columns) {
      if (!health.missingColumns.includes(column.name)) continue;
      const lost = await addColumn(site, kind, column);
      if (lost) return { again: failureOf(lost, kind.list, true), retryAfter: lost.retryAfter };
    }
    return { done: await look(site, kind) };
  });
}

async function look(site: Site, kind: AnyKind): Promise<KindHealth> {
  const [health] = await healthOf(site, [kind]);
  return health ?? missing(kind);
}

/** Answers what must be looked at again; throws what cannot be mended by waiting. */
async function create(site: Site, kind: AnyKind): Promise<Answer | undefined> {
  const answer = await site.send({
    method: 'POST',
    url: site.addresses.lists,
    body: {
      displayName: kind.list,
      list: { template: 'genericList' },
      columns: layoutOf(kind).columns.map(definitionOf),
    },
  });
  if (succeeded(answer)) return undefined;
  if (isUncertain(answer)) return answer;
  // The list is there after all, but not for this person: only its owner can say more.
  if (isDuplicate(answer))
    throw new StoreError('forbidden', { where: kind.list, requestId: answer.requestId });
  throw failureOf(answer, kind.list);
}

async function addColumn(site: Site, kind: AnyKind, column: ListColumn): Promise<Answer | undefined> {
  const answer = await site.send({
    method: 'POST',
    url: site.addresses.columns(kind),
    body: definitionOf(column),
  });
  if (succeeded(answer) || isDuplicate(answer)) return undefined;
  if (isUncertain(answer)) return answer;
  throw failureOf(answer, `${kind.list} / ${column.name}`);
}

/** A column as Graph is told to make it. */
export function definitionOf(column: ListColumn): Readonly<Record<string, unknown>> {
  return {
    name: column.name,
    displayName: column.name.replace(/^fp_/, ''),
    indexed: column.indexed,
    enforceUniqueValues: column.unique,
    ...facetOf(column),
  };
}

function facetOf(column: ListColumn): Readonly<Record<string, unknown>> {
  switch (column.type) {
    case 'text':
      return { text: { allowMultipleLines: false, maxLength: longestText } };
    case 'note':
      return {
        text: {
          allowMultipleLines: true,
          textType: 'plain',
          appendChangesToExistingText: false,
          linesForEditing: 6,
        },
      };
    case 'number':
      return { number: { decimalPlaces: 'automatic' } };
    case 'boolean':
      return { boolean: {} };
    case 'dateTime':
      return { dateTime: { format: 'dateTime', displayAs: 'standard' } };
  }
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

function missing(kind: AnyKind): KindHealth {
  return { kind: kind.key, list: 'missing', missingColumns: [], wrongColumns: [], writable: false };
}
