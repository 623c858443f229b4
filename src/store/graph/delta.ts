/** What changed in a list since a token: Graph's delta, everything read again when it breaks, ids where it is refused. */

import type { AnyKind, Entry } from '../../domain/record-kind.ts';
import type { Changes, ChangeToken } from '../book.ts';
import { StoreError } from '../store-error.ts';
import { fieldsOf } from './address.ts';
import { type Answer, type Ask, failureOf, isTransient, succeeded } from './answer.ts';
import { readBatch } from './batch.ts';
import { idOf, isTombstone, pageOf, readItems, rowOf } from './items.ts';
import type { Site } from './lists.ts';
import { loadWhole, nextOf, readOne, rowsAPage } from './pages.ts';
import { graphBase } from './transport.ts';

/** A token of a place without delta: the highest item id seen. */
const byId = 'ids:';

export function askForToken(site: Site, kind: AnyKind, missing: readonly string[]): Ask {
  return {
    method: 'GET',
    url: `${site.addresses.items(kind)}/delta?token=latest&${fieldsOf(kind, missing)}`,
  };
}

/** The token in the answer to `askForToken`; one that makes the first question read everything where delta is refused. */
export function tokenFrom(kind: AnyKind, answer: Answer): ChangeToken {
  if (isRefused(answer)) return byId as ChangeToken;
  if (!succeeded(answer)) throw failureOf(answer, kind.list);
  const { deltaLink } = pageOf(answer, kind.list);
  if (deltaLink === undefined)
    throw new StoreError('unexpected-shape', { where: `${kind.list} / delta`, requestId: answer.requestId });
  return deltaLink as ChangeToken;
}

/** Delta is not available in every cloud, and where it is, it may stay cut off for good. */
function isRefused(answer: Answer): boolean {
  return [400, 405, 501].includes(answer.status) || answer.broken === true;
}

export async function changesSince(
  site: Site,
  kind: AnyKind,
  since: ChangeToken,
  missing: readonly string[],
): Promise<Changes> {
  if (since.startsWith(byId)) return changesById(site, kind, since, missing);
  const collected = since.startsWith(`${graphBase}/`) ? await follow(site, kind, since) : undefined;
  if (!collected) return readAgain(site, kind, missing);
  const values = await withFields(site, kind, collected.values, missing);
  return { ...readItems(kind, values), next: collected.next, resynced: false };
}

/** Follows the feed to its end; undefined where it is too old, cut off or otherwise unusable. */
async function follow(
  site: Site,
  kind: AnyKind,
  since: string,
): Promise<{ values: unknown[]; next: ChangeToken } | undefined> {
  const values: unknown[] = [];
  let url = since;
  for (;;) {
    const answer = await site.patience.persist(async () => {
      const got = await site.send({ method: 'GET', url });
      // A cut-off feed comes back cut off: asking again would not help.
      if (!isTransient(got) || got.broken === true) return { done: got };
      return { again: failureOf(got, kind.list), retryAfter: got.retryAfter };
    });
    if (answer.status === 410 || answer.status === 400 || answer.broken === true) return undefined;
    if (answer.status === 404) throw new StoreError('not-provisioned', { where: kind.list });
    if (!succeeded(answer)) throw failureOf(answer, kind.list);
    const page = pageOf(answer, kind.list);
    values.push(...page.values);
    if (page.deltaLink !== undefined) return { values, next: page.deltaLink as ChangeToken };
    const next = nextOf(kind, page, url);
    if (next === undefined) return undefined;
    url = next;
  }
}

/** The token is taken first, so that nothing written during the reading is missed. */
async function readAgain(site: Site, kind: AnyKind, missing: readonly string[]): Promise<Changes> {
  const answer = await site.patience.persist(async () => {
    const got = await site.send(askForToken(site, kind, missing));
    if (succeeded(got) || isRefused(got)) return { done: got };
    if (got.status === 404) throw new StoreError('not-provisioned', { where: kind.list });
    const failure = failureOf(got, kind.list);
    if (!isTransient(got)) throw failure;
    return { again: failure, retryAfter: got.retryAfter };
  });
  const whole = await loadWhole(site, kind, missing);
  const token = tokenFrom(kind, answer);
  const next = token === byId ? highest(whole.entries, 0) : token;
  return { ...whole, next, resynced: true };
}

/** Later pages of a feed may come without their columns: those items are read one by one, twenty to a call. */
async function withFields(
  site: Site,
  kind: AnyKind,
  values: readonly unknown[],
  missing: readonly string[],
): Promise<readonly unknown[]> {
  const latest = new Map<string, unknown>();
  const others: unknown[] = [];
  for (const value of values) {
    const id = idOf(value);
    if (id === undefined) others.push(value);
    else latest.set(id, value);
  }
  const bare = [...latest].filter(([, value]) => isBare(kind, value)).map(([id]) => id);
  if (bare.length === 0) return [...others, ...latest.values()];
  const answers = await readBatch(
    site.send,
    site.patience,
    bare.map((id) => ({ method: 'GET', url: `${site.addresses.item(kind, id)}?${fieldsOf(kind, missing)}` })),
  );
  for (const [index, id] of bare.entries()) {
    const answer = answers[index];
    // Gone since the feed was written.
    if (!answer || answer.status === 404) latest.delete(id);
    else if (succeeded(answer)) latest.set(id, answer.body);
    else throw failureOf(answer, kind.list);
  }
  return [...others, ...latest.values()];
}

function isBare(kind: AnyKind, value: unknown): boolean {
  if (isTombstone(value)) return false;
  const read = rowOf(kind, value);
  return 'malformed' in read && read.malformed.column === 'fields';
}

/**
 * Without a feed: what has a higher id, for lists that are only ever added to; every other list is read again, since a
 * changed row keeps its id. History of a case is never amended, but taken back as a mistake or made anonymous.
 */
async function changesById(
  site: Site,
  kind: AnyKind,
  since: ChangeToken,
  missing: readonly string[],
): Promise<Changes> {
  const seen = Number(since.slice(byId.length));
  if (!kind.appendOnly || !kind.system || since === byId) {
    const whole = await loadWhole(site, kind, missing);
    return { ...whole, next: highest(whole.entries, seen), resynced: true };
  }
  const values: unknown[] = [];
  let url: string | undefined =
    `${site.addresses.items(kind)}?${fieldsOf(kind, missing)}&$top=${rowsAPage}&$filter=fields/id%20gt%20${seen}`;
  while (url !== undefined) {
    const answer: Answer = await readOne(site, kind, { method: 'GET', url });
    if (!succeeded(answer)) throw failureOf(answer, kind.list);
    const page = pageOf(answer, kind.list);
    values.push(...page.values);
    url = nextOf(kind, page, url);
  }
  const reading = readItems(kind, values);
  return { ...reading, next: highest(reading.entries, seen), resynced: false };
}

function highest(entries: readonly Entry[], seen: number): ChangeToken {
  const top = entries.reduce((most, entry) => Math.max(most, Number(entry.id)), seen);
  return `${byId}${top}` as ChangeToken;
}
