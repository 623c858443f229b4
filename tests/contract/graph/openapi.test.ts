/** A tour of every endpoint, its answers held against Microsoft's own description of Graph where that is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { type BenchList, makeBenchList } from './bench-list.ts';
import { type Answer, type Client, clientOf, type Json, moved } from './client.ts';
import { clientId, everyScope, mails, stageWorld, tokenOf } from './staged-world.ts';

interface Stop {
  method: string;
  path: string;
  answer: Answer;
}

interface Description {
  paths: Record<string, Record<string, { responses?: Record<string, unknown> }>>;
  components: Json;
  'x-batch': { response: Json };
}

const descriptionFile = join(
  import.meta.dirname,
  '../../../../shared/reference/graph-openapi/graph-v1.0-subset.openapi.json',
);

async function visit(graph: Client, base: string, list: BenchList): Promise<void> {
  const json = { 'Content-Type': 'application/json' };
  const site = await graph('GET', base);
  const url = new URL(String(site.body.webUrl));
  const byPath = `/sites/${url.host}:${url.pathname}`;
  await graph('GET', byPath);
  await graph('GET', `${byPath}:/lists/${encodeURIComponent(list.name)}/items`);
  await graph('GET', `${base}/lists`);
  await graph('GET', `${base}/lists?$expand=columns&$select=displayName`);
  await graph('GET', list.path);
  await graph('PATCH', list.path, { description: 'A list for the tour' });
  await graph('POST', `${base}/lists`, { displayName: 'Tour' });
  await graph('POST', `${base}/lists`, { displayName: 'Tour' });
  await graph('GET', `${list.path}/columns?$select=name,hidden`);
  const column = await graph('POST', `${list.path}/columns`, { name: 'Tour', text: {} });
  const columnPath = `${list.path}/columns/${String(column.body.id)}`;
  await graph('GET', columnPath);
  await graph('PATCH', columnPath, { indexed: true });
  await graph('DELETE', columnPath);
  await graph('DELETE', columnPath);
  const full = {
    Title: 'Tour',
    Entry: 'tour',
    Live: '9999',
    Size: 3,
    Note: 'one\ntwo',
    Step: 'planned',
    'Tags@odata.type': 'Collection(Edm.String)',
    Tags: ['a', 'b'],
    At: '2026-03-01T08:00:00Z',
    Flag: true,
    ApproverLookupId: 6,
  };
  const made = await graph('POST', list.items, { fields: full });
  await graph('POST', list.items, { fields: full });
  await graph('POST', list.items, { fields: { Nobody: 1 } });
  const item = `${list.items}/${String(made.body.id)}`;
  await graph('GET', item);
  await graph('GET', `${item}?$expand=fields($select=Title,Approver)`);
  await graph('GET', `${item}/fields`);
  await graph('PATCH', `${item}/fields`, { Title: 'Tour again' }, { 'if-match': String(made.body.eTag) });
  await graph('PATCH', `${item}/fields`, { Title: 'Tour again' }, { 'if-match': String(made.body.eTag) });
  await graph('PATCH', item, { fields: { Title: 'Tour once more' } });
  await graph('GET', `${item}/versions?$expand=fields`);
  await graph('GET', `${item}/versions/1.0?$expand=fields`);
  await graph('GET', `${item}/versions/1.0/fields`);
  await graph('POST', `${item}/versions/1.0/restoreVersion`);
  await graph('POST', list.items, { fields: { Title: 'second' } });
  await graph('GET', `${list.items}?$expand=fields&$top=1`);
  await graph('GET', `${list.items}?$filter=fields/Live eq '9999'&$expand=fields&$orderby=fields/Size`);
  await graph('GET', `${list.items}?$filter=fields/Plain eq '9999'`);
  await graph('GET', `${list.items}?$search=x`);
  const delta = await graph('GET', `${list.items}/delta?$expand=fields`);
  await graph('GET', `${list.items}/delta(token='latest')`);
  await graph('DELETE', item);
  await graph('DELETE', item);
  await graph('GET', String(delta.body['@odata.deltaLink']));
  await graph('GET', '/me');
  await graph('GET', '/me?$select=id,displayName');
  const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
  const event = { subject: 'Tour', start: at('2026-11-26T06:00:00'), end: at('2026-11-26T07:00:00') };
  await graph('POST', '/me/events', { ...event, sensitivity: 'private', transactionId: 'tour' });
  await graph('POST', '/me/events', { ...event, start: at('soon') });
  await graph('GET', '/me/events');
  const people = await graph('GET', '/users');
  const [person] = people.body.value as Json[];
  await graph('GET', `/users/${String(person?.id)}`);
  await graph('GET', '/users/nobody@aldermark.example');
  await graph('POST', '/$batch', {
    requests: [
      { id: '1', method: 'POST', url: list.items, headers: json, body: { fields: { Title: 'batched' } } },
      { id: '2', method: 'GET', url: `${list.items}/999999`, dependsOn: ['1'] },
    ],
  });
  await graph('POST', '/$batch', { requests: [] });
}

async function tour(): Promise<Stop[]> {
  const staged = stageWorld();
  const scopes = [...everyScope, 'Calendars.ReadWrite'];
  staged.tenant.world.consent({ app: clientId, tenant: staged.aldermark, scopes });
  const token = await tokenOf(staged.tenant, staged.aldermark, mails.owner, scopes);
  const client = clientOf(
    async (request) => staged.tenant.fetch(await moved(request, 'http://localhost')),
    token,
  );
  const stops: Stop[] = [];
  const recorded: Client = async (method, path, body, headers) => {
    const answer = await client(method, path, body, headers);
    stops.push({ method, path, answer });
    return answer;
  };
  const base = `/sites/${staged.site}`;
  await visit(recorded, base, await makeBenchList(recorded, base));
  staged.tenant.close();
  return stops;
}

/** The template of the description a request belongs to, e.g. /sites/{site-id}/lists. */
function templateOf(paths: string[], request: string): string | undefined {
  const path = request
    .replace('https://graph.microsoft.com/v1.0', '')
    .replace(/\?.*$/, '')
    .replace(/^\/sites\/[^/:]+:\/[^:]*:?/, '/sites/by-path')
    .replace(/\/delta$/, '/delta()');
  const fitting = paths.filter((template) => {
    const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+');
    return new RegExp(`^${pattern}$`).test(path);
  });
  const variables = (template: string) => template.split('{').length;
  return fitting.sort((a, b) => variables(a) - variables(b))[0];
}

it('the tour of all endpoints meets no server error and no unknown path', async () => {
  const stops = await tour();
  expect(stops.length).toBeGreaterThan(40);
  expect(
    stops
      .filter((stop) => stop.answer.status >= 500)
      .map((stop) => `${stop.method} ${stop.path} ${stop.answer.text}`),
  ).toEqual([]);
  const statuses = new Set(stops.map((stop) => stop.answer.status));
  expect([...statuses].sort()).toEqual([200, 201, 204, 400, 404, 409, 412]);
});

if (existsSync(descriptionFile)) {
  describe("Microsoft's description", () => {
    const description = JSON.parse(readFileSync(descriptionFile, 'utf8')) as Description;
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'graph', components: description.components });
    const validators = new Map<string, ValidateFunction>();

    function validator(schema: object): ValidateFunction {
      const text = JSON.stringify(schema).replaceAll('"#/components/', '"graph#/components/');
      const found = validators.get(text) ?? ajv.compile(JSON.parse(text) as object);
      validators.set(text, found);
      return found;
    }
    function schemaFor(stop: Stop): object | undefined {
      const error = { $ref: '#/components/schemas/microsoft.graph.ODataErrors.ODataError' };
      if (stop.answer.status >= 400) return error;
      if (stop.path === '/$batch') return description['x-batch'].response;
      const template = templateOf(Object.keys(description.paths), stop.path);
      const operation =
        template === undefined ? undefined : description.paths[template]?.[stop.method.toLowerCase()];
      expect(operation, `${stop.method} ${stop.path} is not described`).toBeDefined();
      const success = operation?.responses?.['2XX'] as
        | { content?: Record<string, { schema: object }> }
        | undefined;
      return success?.content?.['application/json']?.schema;
    }

    it('holds for every answer of the tour', async () => {
      const stops = await tour();
      let validated = 0;
      for (const stop of stops.filter((each) => each.answer.status !== 204)) {
        const schema = schemaFor(stop);
        expect(schema, `${stop.method} ${stop.path} has no schema`).toBeDefined();
        const valid = validator(schema ?? {});
        valid(stop.answer.body);
        expect(valid.errors ?? [], `${stop.method} ${stop.path}\n${stop.answer.text}`).toEqual([]);
        validated += 1;
      }
      expect(validated).toBeGreaterThan(35);
    });
    it('would notice a numeric id or an error without a code', () => {
      const item = validator({ $ref: '#/components/schemas/microsoft.graph.listItem' });
      expect([item({ id: '1' }), item({ id: 1 })]).toEqual([true, false]);
      const error = validator({ $ref: '#/components/schemas/microsoft.graph.ODataErrors.ODataError' });
      expect([error({ error: { code: '', message: '' } }), error({ error: { message: '' } })]).toEqual([
        true,
        false,
      ]);
    });
  });
}
