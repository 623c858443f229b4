/**
 * The book over Graph keeps the contract on a real tenant, when FOCAL_POINT_TENANT_SITE (host,guid,guid or host:/path)
 * and FOCAL_POINT_TENANT_TOKEN (of an owner, with Sites.Manage.All) are set. Each test leaves two lists behind.
 */

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openGraphBook } from '../../../src/store/graph/graph-book.ts';
import { graphFetch } from '../../../src/store/graph/transport.ts';
import { bookContract, emptyPlaceContract } from './book-contract.ts';
import type { Place } from './place.ts';
import { beat, visit } from './visit-kind.ts';

const site = process.env.FOCAL_POINT_TENANT_SITE;
const token = process.env.FOCAL_POINT_TENANT_TOKEN;

function openPlace(site: string, token: string): Place {
  const run = randomUUID().slice(0, 8);
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    oid: string;
    tid: string;
    name?: string;
  };
  const person = { objectId: claims.oid, tenantId: claims.tid, name: claims.name ?? 'Tester' };
  const open = () => openGraphBook({ site, transport: graphFetch({ token: async () => token }) });
  const renamed = <K extends { readonly list: string }>(kind: K): K => ({
    ...kind,
    list: `${kind.list} ${run}`,
  });
  return {
    book: open(),
    colleague: open(),
    owner: open(),
    visit: renamed(visit),
    beat: renamed(beat),
    renamed,
    person,
    colleaguePerson: person,
    close: async () => {},
  };
}

if (site !== undefined && token !== undefined) {
  const open = async () => openPlace(site, token);
  bookContract('A book over Graph on a real tenant', open, { byHand: false });
  emptyPlaceContract('A book over Graph on a real tenant', open);
} else
  describe('A real tenant', () => {
    it('is asked only when both its site and a token are given', () => {
      expect(site === undefined || token === undefined).toBe(true);
    });
  });
