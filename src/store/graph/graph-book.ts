/** A book whose rows lie in the lists of one SharePoint site, reached through Microsoft Graph. */

import '../../domain/jitless.ts';
import * as z from 'zod/mini';
import type { Cleared } from '../../domain/consent/clear.ts';
import type { AnyKind, Person } from '../../domain/record-kind.ts';
import type { Book, KindHealth, Version } from '../book.ts';
import { readRow } from '../reading.ts';
import { placeOf } from '../rows.ts';
import { StoreError } from '../store-error.ts';
import { addressesOf } from './address.ts';
import { failureOf, isTransient, succeeded } from './answer.ts';
import { graphClient } from './client.ts';
import { changesSince } from './delta.ts';
import { instantOf, itemOf, pageOf } from './items.ts';
import { healthOf, type Site } from './lists.ts';
import { openSite } from './opening.ts';
import { loadPage, loadWhole, readOne } from './pages.ts';
import { type Limits, type Pace, patience, worldPace } from './patience.ts';
import { askForEntry, askForItem, foundIn } from './single.ts';
import { keepTrail, noting } from './trail.ts';
import type { Transport } from './transport.ts';

export interface GraphBookOptions {
  /** `host:/path`, e.g. `aldermark.sharepoint.com:/sites/meren`. */
  readonly site: string;
  readonly transport: Transport;
  readonly name?: string;
  readonly pace?: Pace;
  readonly limits?: Limits;
  /** Ids sent with each request, for support; `crypto.randomUUID` when absent. */
  readonly requestId?: () => string;
}

/** The first page only reads. */
const writing = () => import('./writes.ts');

const version = z.object({
  id: z.string(),
  lastModifiedDateTime: z.string(),
  lastModifiedBy: z.optional(
    z.nullable(
      z.object({ user: z.optional(z.nullable(z.object({ id: z.optional(z.nullable(z.string())) }))) }),
    ),
  ),
  fields: z.optional(z.nullable(z.record(z.string(), z.unknown()))),
});

/** Opens nothing yet: the first request goes out with the first question. Throws TypeError for a malformed site. */
export function openGraphBook(options: GraphBookOptions): Book {
  const pace = options.pace ?? worldPace;
  const trail = keepTrail();
  const requestId = options.requestId ?? (() => crypto.randomUUID());
  const addresses = addressesOf(options.site);
  const site: Site = {
    send: noting(graphClient(options.transport, requestId), trail, pace.now),
    patience: patience(pace, options.limits),
    addresses,
  };
  const known = new Map<string, KindHealth>();
  const remember = (all: readonly KindHealth[]): readonly KindHealth[] => {
    for (const one of all) known.set(one.kind, one);
    return all;
  };
  const missing = (kind: AnyKind) => known.get(kind.key)?.missingColumns ?? [];

  /** A list that lacks a column would take half an entry. It is looked at again: an owner may have repaired it since. */
  async function refuseHalf(cleared: Cleared): Promise<void> {
    const { kind } = cleared;
    if (known.get(kind.key)?.writable !== false) return;
    const [health] = remember(await healthOf(site, [kind]));
    const column = health?.missingColumns[0] ?? health?.wrongColumns[0];
    if (column !== undefined) throw new StoreError('not-provisioned', { where: placeOf(kind, column) });
  }

  return {
    name: options.name ?? options.site,

    async open(kinds, pulse, since) {
      const opening = await openSite(site, kinds, pulse, since);
      remember(opening.health);
      return opening;
    },

    load: (kind, window) => loadPage(site, kind, window, missing(kind)),

    loadAll: (kind, progress) => loadWhole(site, kind, missing(kind), progress),

    changes: (kind, since) => changesSince(site, kind, since, missing(kind)),

    async get(kind, id) {
      return site.patience.persist(async () => {
        const answer = await site.send(askForItem(site, kind, id, missing(kind)));
        if (succeeded(answer)) return { done: readRow(kind, itemOf(kind, answer)) };
        if (answer.status === 404) return { done: undefined };
        const failure = failureOf(answer, kind.list);
        if (!isTransient(answer)) throw failure;
        return { again: failure, retryAfter: answer.retryAfter };
      });
    },

    async find(kind, entry) {
      const answer = await readOne(site, kind, askForEntry(site, kind, entry, missing(kind)));
      if (!succeeded(answer)) throw failureOf(answer, kind.list);
      return foundIn(kind, answer);
    },

    async add(cleared) {
      const { addEntry, mustBeCleared } = await writing();
      mustBeCleared(cleared);
      await refuseHalf(cleared);
      return addEntry(site, cleared);
    },

    async amend(cleared, at) {
      const { amendEntry, mustBeCleared } = await writing();
      mustBeCleared(cleared);
      await refuseHalf(cleared);
      return amendEntry(site, cleared, at);
    },

    async readyToWrite() {
      await writing();
    },

    async versions(kind, id) {
      const url = `${addresses.item(kind, id)}/versions?$expand=fields`;
      const answer = await site.patience.persist(async () => {
        const got = await site.send({ method: 'GET', url });
        if (succeeded(got)) return { done: got };
        const failure = failureOf(got, kind.list);
        if (!isTransient(got)) throw failure;
        return { again: failure, retryAfter: got.retryAfter };
      });
      return pageOf(answer, kind.list).values.map((value) => versionOf(kind, value));
    },

    async health(kinds) {
      return remember(await healthOf(site, kinds));
    },

    async provision(kinds, progress) {
      const { provision } = await import('./provision.ts');
      return remember(await provision(site, kinds, progress));
    },

    trail: trail.lines,
  };
}

/** A version with who wrote it, where the row and Graph agree about that. */
function versionOf(kind: AnyKind, value: unknown): Version {
  const parsed = version.safeParse(value);
  const at = parsed.success ? instantOf(parsed.data.lastModifiedDateTime) : undefined;
  if (!parsed.success || at === undefined)
    throw new StoreError('unexpected-shape', { where: placeOf(kind, 'versions') });
  const stamped = parsed.data.lastModifiedBy?.user?.id;
  const written = personIn(parsed.data.fields ?? {});
  const agreed = written && (!stamped || stamped === written.objectId) ? written : undefined;
  return { id: parsed.data.id, at, by: agreed };
}

function personIn(fields: Readonly<Record<string, unknown>>): Person | undefined {
  const { fp_byObject: objectId, fp_byTenant: tenantId, fp_byName: name } = fields;
  return typeof objectId === 'string' && typeof tenantId === 'string' && typeof name === 'string'
    ? { objectId, tenantId, name }
    : undefined;
}
