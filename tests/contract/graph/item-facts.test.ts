/** Raw HTTP facts about items, versions, filters, delta and batches, each tried on every target alike. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addItem, at, type BenchList, makeBenchList, rowsOf } from './bench-list.ts';
import { type Answer, type Client, clientOf, type Json } from './client.ts';
import { type Target, targets } from './target.ts';

const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

describe.each(targets())('$name', ({ open }) => {
  let target: Target;
  let graph: Client;
  let list: BenchList;

  beforeAll(async () => {
    target = await open();
    graph = clientOf(target.fetch, await target.token());
    list = await makeBenchList(graph, target.siteBase);
  });
  afterAll(() => target.close());

  const message = (answer: Answer) => String(at(answer.body, 'error').message);
  const add = (fields: Json) => addItem(graph, list, fields);
  const fields = async (id: string) =>
    at((await graph('GET', `${list.items}/${id}?$expand=fields`)).body, 'fields');

  describe('items', () => {
    it('answers 201 with a string id, an eTag whose quotes belong to it, and who made it', async () => {
      const made = await graph('POST', list.items, { fields: { Title: 'made' } });
      const me = await graph('GET', '/me');
      expect(made.status).toBe(201);
      expect(typeof made.body.id).toBe('string');
      expect(made.body.eTag).toMatch(/^"[0-9a-fA-F-]{36},1"$/);
      expect(at(made.body, 'createdBy', 'user').id).toBe(me.body.id);
      expect(at(made.body, 'lastModifiedBy', 'user').id).toBe(me.body.id);
      expect(at(made.body, 'createdBy', 'application').id).toBeDefined();
    });
    it('gives fields only where they are expanded, and only the selected ones', async () => {
      const id = await add({ Title: 'shown', Plain: 'hidden' });
      expect((await graph('GET', `${list.items}/${id}`)).body.fields).toBeUndefined();
      const chosen = at(
        (await graph('GET', `${list.items}/${id}?expand=fields(select=Title)`)).body,
        'fields',
      );
      expect(chosen.Title).toBe('shown');
      expect(chosen.Plain).toBeUndefined();
    });
    it('changes fields with the right eTag and answers the bare field values (J3)', async () => {
      const made = await graph('POST', list.items, { fields: { Title: 'before', Plain: 'stays' } });
      const path = `${list.items}/${String(made.body.id)}`;
      const patched = await graph(
        'PATCH',
        `${path}/fields`,
        { Title: 'after' },
        { 'if-match': String(made.body.eTag) },
      );
      expect(patched.status).toBe(200);
      expect(patched.body).toMatchObject({ Title: 'after', Plain: 'stays' });
      expect(patched.body.createdBy).toBeUndefined();
      const now = await graph('GET', path);
      expect(now.body.eTag).not.toBe(made.body.eTag);
    });
    it('refuses a stale eTag with 412 on fields and on the item, and changes nothing (J3)', async () => {
      const made = await graph('POST', list.items, { fields: { Title: 'first' } });
      const path = `${list.items}/${String(made.body.id)}`;
      const stale = { 'if-match': String(made.body.eTag) };
      await graph('PATCH', `${path}/fields`, { Title: 'second' }, stale);
      expect((await graph('PATCH', `${path}/fields`, { Title: 'third' }, stale)).status).toBe(412);
      expect((await graph('PATCH', path, { fields: { Title: 'third' } }, stale)).status).toBe(412);
      expect((await fields(String(made.body.id))).Title).toBe('second');
    });
    it('refuses nothing without If-Match: the last writer wins', async () => {
      const id = await add({ Title: 'first' });
      await graph('PATCH', `${list.items}/${id}/fields`, { Title: 'second' });
      expect((await graph('PATCH', `${list.items}/${id}/fields`, { Title: 'third' })).status).toBe(200);
    });
    it('keeps an item when nothing of a refused write is right', async () => {
      const id = await add({ Title: 'whole', Plain: 'whole' });
      expect((await graph('PATCH', `${list.items}/${id}/fields`, { Title: 'half', Nobody: 1 })).status).toBe(
        400,
      );
      expect(await fields(id)).toMatchObject({ Title: 'whole', Plain: 'whole' });
    });
    it('clears a field with null', async () => {
      const id = await add({ Plain: 'gone' });
      await graph('PATCH', `${list.items}/${id}/fields`, { Plain: null });
      expect((await fields(id)).Plain).toBeUndefined();
    });
    it('deletes with 204, answers 404 after it and never uses the id again', async () => {
      const id = await add({ Title: 'short-lived' });
      expect((await graph('DELETE', `${list.items}/${id}`)).status).toBe(204);
      expect((await graph('GET', `${list.items}/${id}`)).status).toBe(404);
      expect(Number(await add({ Title: 'next' }))).toBeGreaterThan(Number(id));
    });
  });

  describe('versions', () => {
    it('lists them newest first with their fields, and restores an old one as a new one', async () => {
      const id = await add({ Title: 'one' });
      await graph('PATCH', `${list.items}/${id}/fields`, { Title: 'two' });
      const versions = rowsOf((await graph('GET', `${list.items}/${id}/versions?$expand=fields`)).body);
      expect(versions.map((row) => row.id)).toEqual(['2.0', '1.0']);
      expect(versions.map((row) => at(row, 'fields').Title)).toEqual(['two', 'one']);
      expect((await graph('POST', `${list.items}/${id}/versions/1.0/restoreVersion`)).status).toBe(204);
      expect((await fields(id)).Title).toBe('one');
      const after = rowsOf((await graph('GET', `${list.items}/${id}/versions`)).body);
      expect(after.map((row) => row.id)).toEqual(['3.0', '2.0', '1.0']);
    });
  });

  describe('filters and pages', () => {
    let pages: BenchList;
    beforeAll(async () => {
      pages = await makeBenchList(graph, target.siteBase);
      for (let n = 1; n <= 7; n += 1) {
        await addItem(graph, pages, {
          Title: `t${n}`,
          Entry: `e${n}`,
          Live: n < 5 ? `2026-0${n}-01` : '9999',
          Size: n,
          Plain: n % 2 ? "O'Hara & #1" : '%27',
        });
      }
    });
    const titles = async (query: string, headers: Record<string, string> = {}) => {
      const answer = await graph(
        'GET',
        `${pages.items}?$expand=fields($select=Title)&${query}`,
        undefined,
        headers,
      );
      return answer.status === 200
        ? rowsOf(answer.body).map((row) => at(row, 'fields').Title)
        : [answer.status];
    };
    const filtered: [string, string[]][] = [
      ["fields/Live eq '9999'", ['t5', 't6', 't7']],
      ["fields/Live ge '2026-04-01'", ['t4', 't5', 't6', 't7']],
      ["fields/Live ge '2026-02-01' and fields/Live lt '2026-04-01'", ['t2', 't3']],
      ["fields/Live ne '9999'", ['t1', 't2', 't3', 't4']],
      ["startswith(fields/Live,'2026-01')", ['t1']],
      ["fields/Entry eq 'e2' or fields/Entry eq 'e6'", ['t2', 't6']],
      ['fields/Size gt 5', ['t6', 't7']],
      ['fields/Size le 2', ['t1', 't2']],
    ];
    it.each(filtered)('answers the filter %s over an index', async (filter, expected) => {
      expect(await titles(`$filter=${encodeURIComponent(filter)}`)).toEqual(expected);
    });
    it('refuses an unindexed filter with the exact sentence, unless the caller prefers the risk', async () => {
      const query = `$filter=${encodeURIComponent("fields/Plain eq 'O''Hara & #1'")}`;
      const answer = await graph('GET', `${pages.items}?${query}`);
      expect(answer.status).toBe(400);
      expect(message(answer)).toBe(
        "Field 'Plain' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.",
      );
      expect(await titles(query, prefer)).toEqual(['t1', 't3', 't5', 't7']);
    });
    it.each(["Live eq '9999'", "fields/Live eq '9999", 'fields/Live', "contains(fields/Live,'9')"])(
      'refuses the filter %s with 400',
      async (filter) => {
        expect(await titles(`$filter=${encodeURIComponent(filter)}`)).toEqual([400]);
      },
    );
    it('pages by following nextLink as it stands, to the end and without doubles (K7)', async () => {
      const seen: unknown[] = [];
      let link: string | undefined = `${pages.items}?$top=3&$expand=fields($select=Title)`;
      let turns = 0;
      while (link !== undefined && turns < 20) {
        const answer: Answer = await graph('GET', link);
        const rows = rowsOf(answer.body);
        expect(rows.length).toBeLessThanOrEqual(3);
        seen.push(...rows.map((row) => at(row, 'fields').Title));
        const next = answer.body['@odata.nextLink'];
        if (next !== undefined) expect(next).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/.*skiptoken=/);
        link = next === undefined ? undefined : String(next);
        turns += 1;
      }
      expect(seen).toEqual(['t1', 't2', 't3', 't4', 't5', 't6', 't7']);
    });
    it('pages a filtered answer too (K7)', async () => {
      const first = await graph('GET', `${pages.items}?$top=2&$filter=fields/Live eq '9999'`);
      const second = await graph('GET', String(first.body['@odata.nextLink']));
      expect([rowsOf(first.body).length, rowsOf(second.body).length]).toEqual([2, 1]);
      expect(second.body['@odata.nextLink']).toBeUndefined();
    });
    it('orders by an indexed field, either way', async () => {
      expect(await titles('$orderby=fields/Size desc&$top=2')).toEqual(['t7', 't6']);
    });
  });

  describe('delta', () => {
    it('begins with everything, then tells only what changed, deletions as tombstones', async () => {
      const own = await makeBenchList(graph, target.siteBase);
      const first = await addItem(graph, own, { Title: 'one' });
      const second = await addItem(graph, own, { Title: 'two' });
      const start = await graph('GET', `${own.items}/delta?$expand=fields`);
      expect(new Set(rowsOf(start.body).map((row) => row.id))).toEqual(new Set([first, second]));
      expect(rowsOf(start.body).every((row) => row.lastModifiedBy === undefined)).toBe(true);
      await graph('PATCH', `${own.items}/${first}/fields`, { Title: 'one again' });
      await graph('DELETE', `${own.items}/${second}`);
      const next = await graph('GET', String(start.body['@odata.deltaLink']));
      const byId = new Map(rowsOf(next.body).map((row) => [row.id, row]));
      expect(at(byId.get(first) ?? {}, 'fields').Title).toBe('one again');
      expect(at(byId.get(second) ?? {}, 'deleted').state).toBe('deleted');
      expect(byId.get(second)?.eTag).toBeUndefined();
      const quiet = await graph('GET', String(next.body['@odata.deltaLink']));
      expect(rowsOf(quiet.body)).toEqual([]);
    });
    it('begins at now with token=latest', async () => {
      const own = await makeBenchList(graph, target.siteBase);
      await addItem(graph, own, { Title: 'old' });
      const now = await graph('GET', `${own.items}/delta?token=latest`);
      expect(rowsOf(now.body)).toEqual([]);
      const fresh = await addItem(graph, own, { Title: 'new' });
      const next = await graph('GET', String(now.body['@odata.deltaLink']));
      expect(rowsOf(next.body).map((row) => row.id)).toEqual([fresh]);
    });
  });

  describe('$batch', () => {
    const step = (id: string, method: string, url: string, more: Json = {}) => ({ id, method, url, ...more });
    it('answers each request with its own status', async () => {
      const answer = await graph('POST', '/$batch', {
        requests: [
          step('1', 'GET', '/me'),
          step('2', 'GET', `${list.items}/999999`),
          step('3', 'POST', list.items, {
            headers: { 'Content-Type': 'application/json' },
            body: { fields: { Title: 'batched' } },
          }),
        ],
      });
      const statuses = new Map((answer.body.responses as Json[]).map((row) => [row.id, row.status]));
      expect([answer.status, statuses.get('1'), statuses.get('2'), statuses.get('3')]).toEqual([
        200, 200, 404, 201,
      ]);
    });
    it('does not run what depends on a failure: 424', async () => {
      const answer = await graph('POST', '/$batch', {
        requests: [step('1', 'GET', `${list.items}/999999`), step('2', 'GET', '/me', { dependsOn: ['1'] })],
      });
      const second = (answer.body.responses as Json[]).find((row) => row.id === '2');
      expect(second?.status).toBe(424);
    });
    it('writes and reads back in one ordered batch', async () => {
      const id = await add({ Title: 'before' });
      const answer = await graph('POST', '/$batch', {
        requests: [
          step('1', 'PATCH', `${list.items}/${id}/fields`, {
            headers: { 'Content-Type': 'application/json' },
            body: { Title: 'after' },
          }),
          step('2', 'GET', `${list.items}/${id}?$expand=fields`, { dependsOn: ['1'] }),
        ],
      });
      const second = (answer.body.responses as Json[]).find((row) => row.id === '2');
      expect(at(second ?? {}, 'body', 'fields').Title).toBe('after');
    });
    it.each([
      ['twenty-one requests', Array.from({ length: 21 }, (_, n) => step(String(n), 'GET', '/me'))],
      ['the same id twice', [step('a', 'GET', '/me'), step('A', 'GET', '/me')]],
      ['a request without id', [{ method: 'GET', url: '/me' }]],
      ['a body without a content type', [step('1', 'POST', '/me', { body: {} })]],
    ])('refuses a batch with %s as a whole', async (_, requests) => {
      expect((await graph('POST', '/$batch', { requests })).status).toBe(400);
    });
  });
});
