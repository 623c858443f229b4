/** Adding and amending so that a lost answer, a repeated save or a colleague's edit never loses or doubles anything. */

import { type Cleared, isCleared } from '../../domain/consent/clear.ts';
import { sameValue } from '../../domain/fields/field.ts';
import type { AnyKind, Entry } from '../../domain/record-kind.ts';
import type { Fresh } from '../book.ts';
import { encodeRow } from '../encode.ts';
import { readRow } from '../reading.ts';
import { StoreError } from '../store-error.ts';
import {
  type Ask,
  failureOf,
  isChangedMeanwhile,
  isDuplicate,
  isTransient,
  isUncertain,
  succeeded,
} from './answer.ts';
import { sendBatch } from './batch.ts';
import { itemOf } from './items.ts';
import type { Site } from './lists.ts';
import type { Attempt } from './patience.ts';
import { askForEntry, askForItem, foundIn } from './single.ts';

/** The lock at the store: whatever its type says, only what the gate minted goes on. @throws TypeError */
export function mustBeCleared(cleared: Cleared): void {
  if (!isCleared(cleared)) throw new TypeError('only what the gate cleared can be stored');
}

/**
 * Creates the item. After an uncertain answer the entry is looked up before anything is sent again; the unique column
 * turns away whatever arrives late.
 */
export async function addEntry(site: Site, cleared: Cleared): Promise<Fresh> {
  const { kind } = cleared;
  const row = encodeRow(cleared);
  const fields = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  let uncertain = false;
  return site.patience.persist(async () => {
    if (uncertain) {
      const there = await lookUp(site, cleared);
      if ('again' in there) return there;
      if (there.done) return { done: there.done };
    }
    const answer = await site.send({ method: 'POST', url: site.addresses.items(kind), body: { fields } });
    if (succeeded(answer)) return { done: readRow(kind, itemOf(kind, answer)) };
    if (isDuplicate(answer)) {
      uncertain = true;
      const there = await lookUp(site, cleared);
      if ('again' in there) return there;
      if (there.done) return { done: there.done };
      // Refused as a duplicate and not to be found: a filter may lag behind a write.
      return { again: failureOf({ ...answer, status: 503 }, kind.list, true) };
    }
    if (answer.status === 404)
      throw new StoreError('not-provisioned', { where: kind.list, requestId: answer.requestId });
    if (!isUncertain(answer)) throw failureOf(answer, kind.list, uncertain);
    uncertain = true;
    return { again: failureOf(answer, kind.list, true), retryAfter: answer.retryAfter };
  });
}

/** Whether the entry is there already: the same content is ours, anything else is StoreError `duplicate`. */
async function lookUp(site: Site, cleared: Cleared): Promise<Attempt<Fresh | undefined>> {
  const { kind } = cleared;
  const answer = await site.send(askForEntry(site, kind, cleared.entry, []));
  if (!succeeded(answer)) {
    const failure = failureOf(answer, kind.list, true);
    if (!isTransient(answer)) throw failure;
    return { again: failure, retryAfter: answer.retryAfter };
  }
  const there = foundIn(kind, answer);
  if (there && !sameValue(there.entry.record, cleared.record))
    throw new StoreError('duplicate', { fresh: there.entry, requestId: answer.requestId });
  return { done: there };
}

/**
 * Writes a new version and reads it back in one ordered batch. The write carries the version it was made from, so
 * sending it again is harmless: the second time it is refused, and the item shows whether the first one arrived.
 */
export async function amendEntry(
  site: Site,
  cleared: Cleared,
  at: { readonly id: string; readonly version: string },
): Promise<Fresh> {
  const { kind } = cleared;
  const { Title: _title, fp_entry: _entry, ...fields } = encodeRow(cleared);
  const write: Ask = {
    method: 'PATCH',
    url: `${site.addresses.item(kind, at.id)}/fields`,
    headers: { 'If-Match': at.version },
    body: fields,
  };
  let uncertain = false;
  return site.patience.persist(async () => {
    const outcome = await sendBatch(site.send, [write, askForItem(site, kind, at.id, [])], true);
    const wrote = 'refused' in outcome ? outcome.refused : outcome.answers[0];
    const read = 'refused' in outcome ? undefined : outcome.answers[1];
    if (!wrote) throw new TypeError('a batch without its first answer');
    if ('answers' in outcome && succeeded(wrote)) {
      if (read && succeeded(read)) return { done: readRow(kind, itemOf(kind, read)) };
      return again(await current(site, kind, at.id), true);
    }
    if ('answers' in outcome && isChangedMeanwhile(wrote)) {
      const there = await current(site, kind, at.id);
      if (!('done' in there)) return again(there, uncertain);
      const { entry } = there.done;
      if (uncertain && isOurs(entry, cleared)) return { done: there.done };
      // Refused although nobody wrote: Graph does that now and then.
      if (entry.version === at.version) return { again: failureOf(wrote, kind.list) };
      throw new StoreError('changed-meanwhile', { fresh: entry, requestId: wrote.requestId });
    }
    if (!isUncertain(wrote)) throw failureOf(wrote, kind.list, uncertain);
    uncertain = true;
    return { again: failureOf(wrote, kind.list, true), retryAfter: wrote.retryAfter };
  });

  function again(there: Attempt<Fresh>, maybeDone: boolean): Attempt<Fresh> {
    uncertain ||= maybeDone;
    return there;
  }
}

async function current(site: Site, kind: AnyKind, id: string): Promise<Attempt<Fresh>> {
  const answer = await site.send(askForItem(site, kind, id, []));
  if (succeeded(answer)) return { done: readRow(kind, itemOf(kind, answer)) };
  const failure = failureOf(answer, kind.list, true);
  if (!isTransient(answer)) throw failure;
  return { again: failure, retryAfter: answer.retryAfter };
}

/** Whether what is there now is the very write whose answer was lost. */
function isOurs(entry: Entry, cleared: Cleared): boolean {
  if (!sameValue(entry.record, cleared.record)) return false;
  // Of a bare row there is nothing else, and not every place says who wrote it.
  if (cleared.kind.bare) return true;
  return (
    sameValue(entry.under, cleared.under) &&
    entry.ticket === cleared.ticket &&
    entry.by.objectId === cleared.by.objectId
  );
}
