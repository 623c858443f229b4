/** Raw HTTP facts about sites, lists, columns and values, each tried on every target alike. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addItem, at, type BenchList, makeBenchList, rowsOf } from './bench-list.ts';
import { type Answer, type Client, clientOf, type Json } from './client.ts';
import { type Target, targets } from './target.ts';

describe.each(targets())('$name', ({ open }) => {
  let target: Target;
  let graph: Client;
  let anonymous: Client;
  let list: BenchList;

  beforeAll(async () => {
    target = await open();
    graph = clientOf(target.fetch, await target.token());
    anonymous = clientOf(target.fetch, undefined);
    list = await makeBenchList(graph, target.siteBase);
  });
  afterAll(() => target.close());

  const code = (answer: Answer) => at(answer.body, 'error').code;
  const message = (answer: Answer) => String(at(answer.body, 'error').message);
  const add = (fields: Json) => addItem(graph, list, fields);
  const fields = async (id: string) =>
    at((await graph('GET', `${list.items}/${id}?$expand=fields`)).body, 'fields');

  describe('sites and lists', () => {
    it('refuses a call without a token with 401 InvalidAuthenticationToken', async () => {
      const answer = await anonymous('GET', target.siteBase);
      expect([answer.status, code(answer)]).toEqual([401, 'InvalidAuthenticationToken']);
    });
    it('carries the request ids in headers and in the error', async () => {
      const id = randomUUID();
      const answer = await graph('GET', `${list.items}/999999`, undefined, { 'client-request-id': id });
      expect(answer.headers.get('client-request-id')).toBe(id);
      const inner = at(answer.body, 'error', 'innerError');
      expect(inner['client-request-id']).toBe(id);
      expect(inner['request-id']).toBe(answer.headers.get('request-id'));
      expect(inner.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    });
    it('gives a site by id and by path alike, with a three-part id', async () => {
      const byId = await graph('GET', target.siteBase);
      const url = new URL(String(byId.body.webUrl));
      const byPath = await graph('GET', `/sites/${url.host}:${url.pathname}`);
      expect(byPath.body.id).toBe(byId.body.id);
      expect(String(byId.body.id).split(',')).toHaveLength(3);
      const items = await graph(
        'GET',
        `/sites/${url.host}:${url.pathname}:/lists/${encodeURIComponent(list.name)}/items`,
      );
      expect(items.status).toBe(200);
    });
    it('answers 404 itemNotFound for a site that does not exist', async () => {
      const host = target.siteBase.split('/')[2]?.split(',')[0];
      const answer = await graph('GET', `/sites/${host}:/sites/no-such-site-${randomUUID()}`);
      expect([answer.status, code(answer)]).toEqual([404, 'itemNotFound']);
    });
    it('finds a list by display name and by id, and gives its columns where expanded', async () => {
      const byName = await graph(
        'GET',
        `${target.siteBase}/lists/${encodeURIComponent(list.name)}?$expand=columns`,
      );
      expect(byName.body.id).toBe(list.id);
      const names = (byName.body.columns as Json[]).map((column) => column.name);
      expect(names).toEqual(expect.arrayContaining(['Title', 'Entry', 'Note', 'Created', 'Author']));
      const filtered = await graph('GET', `${target.siteBase}/lists?$filter=displayName eq '${list.name}'`);
      expect(rowsOf(filtered.body).map((row) => row.id)).toEqual([list.id]);
    });
    it('gives the lists of a site page by page where $top asks for few', async () => {
      await graph('POST', `${target.siteBase}/lists`, { displayName: `Beside ${list.name}` });
      const all = rowsOf((await graph('GET', `${target.siteBase}/lists?$select=displayName`)).body);
      const found: unknown[] = [];
      let link: unknown = `${target.siteBase}/lists?$select=displayName&$top=1`;
      while (link !== undefined && found.length <= all.length) {
        const { body } = await graph('GET', String(link));
        expect(rowsOf(body).length).toBeLessThanOrEqual(1);
        found.push(...rowsOf(body).map((row) => row.displayName));
        link = body['@odata.nextLink'];
      }
      expect(found).toEqual(all.map((row) => row.displayName));
    });
    it('refuses a list with a name of its own or a template it does not know', async () => {
      const named = await graph('POST', `${target.siteBase}/lists`, { name: 'x', displayName: 'x' });
      expect(named.status).toBe(400);
      expect(message(named)).toContain("Cannot define a 'name' for a list");
      const generic = await graph('POST', `${target.siteBase}/lists`, {
        displayName: 'x',
        list: { template: 'generic' },
      });
      expect(generic.status).toBe(400);
    });
    it('refuses a second list of the same display name with 409', async () => {
      const answer = await graph('POST', `${target.siteBase}/lists`, { displayName: list.name });
      expect([answer.status, code(answer)]).toEqual([409, 'nameAlreadyExists']);
    });
  });

  describe('columns', () => {
    it('encodes what an internal name cannot hold', async () => {
      const answer = await graph('POST', `${list.path}/columns`, { name: 'My Col', text: {} });
      expect([answer.status, answer.body.name]).toEqual([201, 'My_x0020_Col']);
    });
    it('refuses a column with no type or with two', async () => {
      expect((await graph('POST', `${list.path}/columns`, { name: 'None' })).status).toBe(400);
      expect(
        (await graph('POST', `${list.path}/columns`, { name: 'Two', text: {}, number: {} })).status,
      ).toBe(400);
    });
    it('refuses unique values without an index, and an index on a note', async () => {
      const unique = await graph('POST', `${list.path}/columns`, {
        name: 'U1',
        enforceUniqueValues: true,
        text: {},
      });
      expect(unique.status).toBe(400);
      const note = await graph('POST', `${list.path}/columns`, {
        name: 'N1',
        indexed: true,
        text: { allowMultipleLines: true },
      });
      expect(note.status).toBe(400);
    });
    it('adds, indexes and removes a column', async () => {
      const made = await graph('POST', `${list.path}/columns`, { name: 'Passing', text: {} });
      const path = `${list.path}/columns/${String(made.body.id)}`;
      expect((await graph('PATCH', path, { indexed: true })).body.indexed).toBe(true);
      expect((await graph('DELETE', path)).status).toBe(204);
      expect((await graph('GET', path)).status).toBe(404);
    });
    it('shows hidden columns only where hidden is selected', async () => {
      await graph('POST', `${list.path}/columns`, { name: 'Veiled', hidden: true, text: {} });
      const names = async (query: string) =>
        rowsOf((await graph('GET', `${list.path}/columns${query}`)).body).map((row) => row.name);
      expect(await names('')).not.toContain('Veiled');
      expect(await names('?$select=name,hidden')).toContain('Veiled');
    });
  });

  describe('writing values', () => {
    const accepted: [string, Json, Json][] = [
      ['a line of 255 characters', { Plain: 'x'.repeat(255) }, { Plain: 'x'.repeat(255) }],
      ['a note of 63,999 characters', { Note: 'y'.repeat(63_999) }, { Note: 'y'.repeat(63_999) }],
      ['a note with lines', { Note: 'one\ntwo' }, { Note: 'one\ntwo' }],
      [
        'text in four scripts, quotes, markup and emoji',
        { Plain: `Зоя ღია ليلى Zoë ' %27 & # <script> =cmd 🌊` },
        { Plain: `Зоя ღია ليلى Zoë ' %27 & # <script> =cmd 🌊` },
      ],
      ['a choice', { Step: 'planned' }, { Step: 'planned' }],
      [
        'several choices with their annotation',
        { 'Tags@odata.type': 'Collection(Edm.String)', Tags: ['a', 'c'] },
        { Tags: ['a', 'c'] },
      ],
      ['a number', { Size: 12.5 }, { Size: 12.5 }],
      [
        'an instant with an offset, read back in UTC',
        { At: '2026-03-01T12:00:00+04:00' },
        { At: '2026-03-01T08:00:00Z' },
      ],
      ['a boolean', { Flag: false }, { Flag: false }],
    ];
    it.each(accepted)('keeps %s', async (_, written, read) => {
      expect(await fields(await add(written))).toMatchObject(read);
    });
    const refused: [string, Json][] = [
      ['a line of 256 characters', { Plain: 'x'.repeat(256) }],
      ['a note of 64,000 characters', { Note: 'y'.repeat(64_000) }],
      ['several choices without their annotation', { Tags: ['a'] }],
      ['a link column', { Link: 'https://example.org' }],
      ['a field nobody declared', { Nobody: 'x' }],
      ['a read-only field', { Created: '2026-01-01T00:00:00Z' }],
      ['the id', { id: '7' }],
      ['an annotation read back', { '@odata.etag': '"x,1"' }],
      ['an object as a person', { ApproverLookupId: { LookupId: 1 } }],
      ['a person the site does not know', { ApproverLookupId: 987654 }],
    ];
    it.each(refused)('refuses %s with 400', async (_, written) => {
      const answer = await graph('POST', list.items, { fields: written });
      expect(answer.status).toBe(400);
    });
    it('keeps a person by LookupId and shows the name only where it is selected', async () => {
      const first = await add({ Title: 'whose author has a LookupId' });
      const author = (await fields(first)).AuthorLookupId;
      const id = await add({ ApproverLookupId: Number(author) });
      const plain = await fields(id);
      expect(plain.ApproverLookupId).toBe(author);
      expect(plain.Approver).toBeUndefined();
      const chosen = await graph('GET', `${list.items}/${id}?$expand=fields($select=Approver)`);
      expect(typeof at(chosen.body, 'fields').Approver).toBe('string');
    });
    it('leaves an omitted boolean empty rather than false', async () => {
      expect(await fields(await add({ Title: 'no flag' }))).not.toHaveProperty('Flag');
    });
    it('accepts an item whose required column is missing', async () => {
      expect((await graph('POST', list.items, { fields: { Title: 'no Must' } })).status).toBe(201);
    });
    it('refuses a second value in a unique column', async () => {
      const entry = randomUUID();
      await add({ Entry: entry });
      const answer = await graph('POST', list.items, { fields: { Entry: entry } });
      expect([400, 409, 500]).toContain(answer.status);
      expect(answer.text).toMatch(/duplicate value|nameAlreadyExists/i);
    });
    it('refuses a body that is not JSON with 400', async () => {
      expect((await graph('POST', list.items, '{"fields":')).status).toBe(400);
    });
  });
});
