/** Makes the lists of a site what the kinds declare: adding only, never dropping. */

import type { AnyKind } from '../../domain/record-kind.ts';
import type { KindHealth, Progress } from '../book.ts';
import { type ListColumn, layoutOf, longestText } from '../columns.ts';
import { StoreError } from '../store-error.ts';
import { type Answer, failureOf, isDuplicate, isUncertain, succeeded } from './answer.ts';
import { healthOf, missing, type Site } from './lists.ts';

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
