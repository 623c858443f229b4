/** Laws of the filter: whatever the text, a literal quoted by doubling its apostrophes is read back, and finds its item. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FilterSyntaxError, parseFilter, testsOf } from '../../src/local-tenant/graph/filter.ts';
import { openLocalTenant } from '../../src/local-tenant/local-tenant.ts';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      "'",
      "''",
      '%27',
      '&',
      '#',
      '+',
      '%',
      '(',
      ')',
      ',',
      ' or ',
      'eq',
      '\\',
      '\n',
      '‮',
      'é',
      'ღ',
      '🌊',
    ),
    maxLength: 20,
  }),
);

it('reads back any quoted literal, among other tests too', () => {
  fc.assert(
    fc.property(hostile, hostile, (left, right) => {
      const filter = parseFilter(`fields/A eq ${quoted(left)} or startswith(fields/B,${quoted(right)})`);
      expect(testsOf(filter).map((test) => test.literal)).toEqual([left, right]);
    }),
  );
});

it('either reads a text or refuses it, and never fails otherwise', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      try {
        parseFilter(text);
      } catch (error) {
        expect(error).toBeInstanceOf(FilterSyntaxError);
      }
    }),
  );
});

const tenant = openLocalTenant({ file: ':memory:' });
let authorization = '';
let items = '';
const headers = () => ({ authorization, 'content-type': 'application/json' });
const post = async (url: string, body: object) =>
  (await (
    await tenant.fetch(new Request(url, { method: 'POST', headers: headers(), body: JSON.stringify(body) }))
  ).json()) as { id: string };

beforeAll(async () => {
  const { world } = tenant;
  const { id } = world.tenant({ name: 'Aldermark', domain: 'aldermark.example' });
  const user = world.user({ tenant: id, name: 'Odile Owner', mail: 'owner@aldermark.example' });
  world.app({ tenant: id, clientId: 'app', scopes: ['Sites.FullControl.All'] });
  const site = world.site({ tenant: id, path: '/sites/aldermark', name: 'Aldermark' });
  world.member({
    group: world.group({ site: site.id, name: 'Owners', level: 'fullControl' }).id,
    user: user.id,
  });
  const form = {
    grant_type: 'password',
    username: user.upn,
    password: 'local',
    client_id: 'app',
    scope: 'Sites.FullControl.All',
  };
  const answer = await tenant.fetch(
    new Request(`http://localhost/${id}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form),
    }),
  );
  authorization = `Bearer ${((await answer.json()) as { access_token: string }).access_token}`;
  const lists = `http://localhost/graph/v1.0/sites/${site.id}/lists`;
  const list = await post(lists, { displayName: 'L', columns: [{ name: 'Key', indexed: true, text: {} }] });
  items = `${lists}/${list.id}/items`;
});
afterAll(() => tenant.close());

it('finds an item by any text it was stored with, over HTTP', async () => {
  await fc.assert(
    fc.asyncProperty(
      hostile.filter((text) => text !== ''),
      async (text) => {
        const made = await post(items, { fields: { Key: text } });
        const query = `$filter=${encodeURIComponent(`fields/Key eq ${quoted(text)}`)}&$expand=fields&$top=5000`;
        const answer = await tenant.fetch(new Request(`${items}?${query}`, { headers: headers() }));
        const { value } = (await answer.json()) as { value: { id: string; fields: { Key: string } }[] };
        expect(value.find((row) => row.id === made.id)?.fields.Key).toBe(text);
      },
    ),
  );
});
