/** Faults of the local tenant, each staged and seen: what a client must survive when Graph misbehaves. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve } from '../../../src/local-tenant/serve.ts';
import { addItem, at, type BenchList, makeBenchList, rowsOf } from './bench-list.ts';
import { type Client, clientOf, type Json, moved } from './client.ts';
import { everyScope, mails, type StagedWorld, stageWorld, tokenOf } from './staged-world.ts';

let now = Date.parse('2026-11-01T08:00:00Z');
let staged: StagedWorld;
let graph: Client;
let list: BenchList;
let item: string;

beforeEach(async () => {
  now = Date.parse('2026-11-01T08:00:00Z');
  staged = stageWorld(':memory:', () => now);
  const token = await tokenOf(staged.tenant, staged.aldermark, mails.owner, everyScope);
  graph = clientOf(async (request) => staged.tenant.fetch(await moved(request, 'http://localhost')), token);
  list = await makeBenchList(graph, `/sites/${staged.site}`);
  item = await addItem(graph, list, { Title: 'one', Live: '9999' });
});
afterEach(() => staged.tenant.close());

const titles = async () =>
  rowsOf((await graph('GET', `${list.items}?$expand=fields`)).body).map((row) => at(row, 'fields').Title);

describe('refusals', () => {
  it.each([
    ['throttled', 429],
    ['unavailable', 503],
  ] as const)(
    '%s answers %i with a Retry-After no browser may read, as often as told (K6)',
    async (kind, status) => {
      staged.tenant.faults.add({ kind, count: 2, retryAfter: 7 });
      const answers = [await graph('GET', '/me'), await graph('GET', '/me'), await graph('GET', '/me')];
      expect(answers.map((answer) => answer.status)).toEqual([status, status, 200]);
      expect(answers[0]?.headers.get('retry-after')).toBe('7');
      const readable =
        answers[0]?.headers.get('access-control-expose-headers')?.toLowerCase().split(',') ?? [];
      expect(readable).toContain('request-id');
      for (const hidden of ['retry-after', 'date', 'location']) expect(readable).not.toContain(hidden);
    },
  );
  it('resourceModified answers 409 on a PATCH and writes nothing', async () => {
    staged.tenant.faults.add({ kind: 'resourceModified', count: 1 });
    const answer = await graph('PATCH', `${list.items}/${item}/fields`, { Title: 'two' });
    expect([answer.status, at(answer.body, 'error').code]).toEqual([409, 'resourceModified']);
    expect(await titles()).toEqual(['one']);
  });
  it('expiredToken answers 401 and removedPermission 403, where the path matches', async () => {
    staged.tenant.faults.add({ kind: 'expiredToken', path: '^/me', count: 1 });
    staged.tenant.faults.add({ kind: 'removedPermission', path: '/items', method: 'GET' });
    expect((await graph('GET', '/me')).status).toBe(401);
    expect((await graph('GET', list.items)).status).toBe(403);
    expect((await graph('GET', list.path)).status).toBe(200);
  });
  it('a captive portal answers 200 with a page of somebody else', async () => {
    staged.tenant.faults.add({ kind: 'captivePortal', count: 1 });
    const answer = await graph('GET', '/me');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html;charset=utf-8']);
  });
});

describe('lost in the network', () => {
  it('a lost request breaks the connection and writes nothing', async () => {
    staged.tenant.faults.add({ kind: 'lostRequest', method: 'POST', count: 1 });
    await expect(graph('POST', list.items, { fields: { Title: 'two' } })).rejects.toThrow(TypeError);
    expect(await titles()).toEqual(['one']);
  });
  it('a lost answer breaks the connection after the write', async () => {
    staged.tenant.faults.add({ kind: 'lostAnswer', method: 'POST', count: 1 });
    await expect(graph('POST', list.items, { fields: { Title: 'two' } })).rejects.toThrow(TypeError);
    expect(await titles()).toEqual(['one', 'two']);
  });
  it.each([500, 503, 504])('a lost answer may come as %i after the write', async (status) => {
    staged.tenant.faults.add({ kind: 'lostAnswer', method: 'POST', count: 1, status });
    expect((await graph('POST', list.items, { fields: { Title: 'two' } })).status).toBe(status);
    expect(await titles()).toEqual(['one', 'two']);
  });
  it('over a port the socket is destroyed', async () => {
    const server = await serve(staged.tenant, { port: 0 });
    staged.tenant.faults.add({ kind: 'lostRequest', path: '^/me', count: 1 });
    await expect(fetch(`${server.url}/graph/v1.0/me`)).rejects.toThrow('fetch failed');
    expect((await fetch(`${server.url}/graph/v1.0/me`)).status).toBe(401);
    await server.close();
  });
  it('latency delays the answer by no less than it says', async () => {
    staged.tenant.faults.add({ kind: 'latency', ms: 60, path: '^/me', count: 1 });
    const start = performance.now();
    expect((await graph('GET', '/me')).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(55);
  });
});

describe('$batch', () => {
  const add = (id: string): Json => ({
    id,
    method: 'POST',
    url: list.items,
    headers: { 'Content-Type': 'application/json' },
    body: { fields: { Title: `b${id}` } },
  });
  it.each([429, 503, 500])('part of a batch answers %i and is not done', async (status) => {
    staged.tenant.faults.add({ kind: 'partialBatch', inner: 2, status, count: 1 });
    const answer = await graph('POST', '/$batch', { requests: [add('1'), add('2'), add('3')] });
    const statuses = (answer.body.responses as Json[]).map((row) => row.status);
    expect([answer.status, statuses]).toEqual([200, [201, status, status]]);
    expect(await titles()).toEqual(['one', 'b1']);
  });
  it('an inner answer can be lost after its write', async () => {
    staged.tenant.faults.add({ kind: 'lostAnswer', path: '/items$', method: 'POST', count: 1 });
    const answer = await graph('POST', '/$batch', { requests: [add('1')] });
    expect((answer.body.responses as Json[])[0]?.status).toBe(504);
    expect(await titles()).toEqual(['one', 'b1']);
  });
});

describe('delta', () => {
  const start = async () => String((await graph('GET', `${list.items}/delta`)).body['@odata.deltaLink']);
  it('410 asks for a fresh start, which then works', async () => {
    const link = await start();
    staged.tenant.faults.add({ kind: 'resync' });
    const gone = await graph('GET', link);
    expect([gone.status, at(gone.body, 'error').code]).toEqual([410, 'resyncChangesApplyDifferences']);
    expect(gone.headers.get('location')).toContain('/items/delta');
    expect((await graph('GET', `${list.items}/delta`)).status).toBe(200);
  });
  it('a change token older than thirty days is gone too', async () => {
    const link = await start();
    now += 31 * 24 * 3600 * 1000;
    const token = await tokenOf(staged.tenant, staged.aldermark, mails.owner, everyScope);
    const later = clientOf(
      async (request) => staged.tenant.fetch(await moved(request, 'http://localhost')),
      token,
    );
    expect((await later('GET', link)).status).toBe(410);
  });
  it('breaks off in the middle after a deletion, with status 200', async () => {
    const link = await start();
    staged.tenant.faults.add({ kind: 'truncatedDelta' });
    await addItem(graph, list, { Title: 'two' });
    expect(rowsOf((await graph('GET', link)).body)).toHaveLength(1);
    await graph('DELETE', `${list.items}/${item}`);
    const broken = await graph('GET', link);
    expect(broken.status).toBe(200);
    expect(() => JSON.parse(broken.text)).toThrow(SyntaxError);
  });
  it('repeats a row', async () => {
    staged.tenant.faults.add({ kind: 'duplicateDelta', count: 1 });
    const ids = rowsOf((await graph('GET', `${list.items}/delta`)).body).map((row) => row.id);
    expect(ids).toEqual([item, item]);
  });
  it('delayed visibility hides a write from delta and filters, never from a direct read, and nothing is missed later', async () => {
    now += 60_000;
    const link = await start();
    staged.tenant.faults.add({ kind: 'delayedVisibility', ms: 10_000 });
    await graph('PATCH', `${list.items}/${item}/fields`, { Live: '2026-01-01', Title: 'later' });
    const fresh = await addItem(graph, list, { Title: 'new', Live: '9999' });
    const early = await graph('GET', link);
    expect(rowsOf(early.body)).toEqual([]);
    const filtered = await graph('GET', `${list.items}?$filter=fields/Live ge '9'&$expand=fields`);
    expect(rowsOf(filtered.body).map((row) => row.id)).not.toContain(fresh);
    expect(at((await graph('GET', `${list.items}/${item}?$expand=fields`)).body, 'fields').Title).toBe(
      'later',
    );
    now += 11_000;
    const late = await graph('GET', String(early.body['@odata.deltaLink']));
    expect(rowsOf(late.body).map((row) => row.id)).toEqual([item, fresh]);
  });
});

describe('pages, stamps and authors', () => {
  it('short pages still lead to everything', async () => {
    for (let n = 0; n < 4; n += 1) await addItem(graph, list, { Title: `p${n}` });
    staged.tenant.faults.add({ kind: 'shortPages', rows: 2 });
    let link: unknown = `${list.items}?$top=100`;
    let rows = 0;
    let turns = 0;
    while (link !== undefined && turns < 10) {
      const answer = await graph('GET', String(link));
      expect(rowsOf(answer.body).length).toBeLessThanOrEqual(2);
      rows += rowsOf(answer.body).length;
      link = answer.body['@odata.nextLink'];
      turns += 1;
    }
    expect([rows, turns]).toEqual([5, 3]);
  });
  it('short pages lead to every list, and from a list to every column of it', async () => {
    await graph('POST', `/sites/${staged.site}/lists`, { displayName: 'Second' });
    const whole = rowsOf((await graph('GET', `${list.path}/columns?$select=name`)).body).map(
      (row) => row.name,
    );
    staged.tenant.faults.add({ kind: 'shortPages', rows: 1 });
    const lists: Json[] = [];
    let link: unknown = `/sites/${staged.site}/lists?$select=displayName&$expand=columns($select=name)`;
    while (link !== undefined && lists.length < 10) {
      const { body } = await graph('GET', String(link));
      lists.push(...rowsOf(body));
      link = body['@odata.nextLink'];
    }
    expect(lists.map((row) => row.displayName)).toEqual([list.name, 'Second'].toSorted());
    const first = lists.find((row) => row.displayName === list.name);
    const names = ((first?.columns ?? []) as Json[]).map((column) => column.name);
    link = first?.['columns@odata.nextLink'];
    while (link !== undefined && names.length < 100) {
      const { body } = await graph('GET', String(link));
      names.push(...rowsOf(body).map((row) => row.name));
      link = body['@odata.nextLink'];
    }
    expect(names).toEqual(whole);
  });
  it('clock skew moves the stamps of writes', async () => {
    staged.tenant.faults.add({ kind: 'clockSkew', ms: 24 * 3600 * 1000 });
    const made = await graph('POST', list.items, { fields: {} });
    expect(made.body.createdDateTime).toBe('2026-11-02T08:00:00Z');
  });
  it('a forged author stands where the real one should', async () => {
    staged.tenant.faults.add({ kind: 'forgedAuthor', userId: staged.outsider, count: 1 });
    const made = await graph('POST', list.items, { fields: {} });
    expect(at(made.body, 'createdBy', 'user').id).toBe(staged.outsider);
  });
  it('createdBy may come without an id', async () => {
    staged.tenant.faults.add({ kind: 'missingUserId' });
    const user = at((await graph('GET', `${list.items}/${item}`)).body, 'createdBy', 'user');
    expect([user.id, user.displayName]).toEqual([undefined, 'Odile Owner']);
  });
});

describe('the switchboard over HTTP', () => {
  const ask = (method: string, path: string, body?: object) =>
    staged.tenant.fetch(
      new Request(`http://localhost${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  it('sets, lists and clears faults and behaviour', async () => {
    const made = (await (await ask('POST', '/faults', { kind: 'throttled', count: 1 })).json()) as Json;
    expect((await graph('GET', '/me')).status).toBe(429);
    const listed = (await (await ask('GET', '/faults')).json()) as { faults: Json[] };
    expect(listed.faults).toEqual([{ kind: 'throttled', count: 1, id: made.id, struck: 1 }]);
    await ask('POST', '/faults', { behaviour: { choice: 'lenient' } });
    expect(staged.tenant.faults.behave({}).choice).toBe('lenient');
    expect((await ask('DELETE', '/faults')).status).toBe(204);
    expect([staged.tenant.faults.list(), staged.tenant.faults.behave({}).choice]).toEqual([[], 'strict']);
  });
  it('moves the clock by an offset or to an instant', async () => {
    const moved = (await (await ask('POST', '/clock', { offsetMs: 5000 })).json()) as Json;
    expect(moved.now).toBe(now + 5000);
    const set = (await (await ask('POST', '/clock', { at: '2026-02-01T00:00:00Z' })).json()) as Json;
    expect(set.now).toBe(Date.parse('2026-02-01T00:00:00Z'));
    expect(((await (await ask('POST', '/clock', {})).json()) as Json).now).toBe(now);
  });
  it('answers an unknown address with 501 and names it', async () => {
    const answer = await ask('GET', '/graph/beta/me');
    expect(answer.status).toBe(501);
    expect(await answer.text()).toContain('/graph/beta/me');
  });
  it('lets any origin ask beforehand', async () => {
    const answer = await staged.tenant.fetch(
      new Request('http://localhost/graph/v1.0/me', {
        method: 'OPTIONS',
        headers: {
          origin: 'https://tab.example',
          'access-control-request-method': 'PATCH',
          'access-control-request-headers': 'authorization,if-match,prefer',
        },
      }),
    );
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(answer.headers.get('access-control-allow-headers')).toContain('if-match');
  });
});
