/** After every journey: no name that belongs in a list of identities stands anywhere else a host, a thief or a passer-by could look. */
import type { BrowserContext, Page } from 'playwright-core';
import { ministryOf } from '../../src/demo/people.ts';
import type { LocalTenant } from '../../src/local-tenant/local-tenant.ts';
import { canaries, type Finder, finderOf } from './canaries.ts';
import type { RecordedRequest } from './loopback-hosts.ts';

export interface LeakWatch {
  /** Listens to the console, the addresses and the titles of a page. */
  follow(page: Page): void;
  /** What a person's browser keeps; before it is closed. */
  look(context: BrowserContext): Promise<void>;
  /** Throws an Error that lists every name found, and where. */
  check(tenant: LocalTenant, requests: readonly RecordedRequest[]): void;
}

interface Heard {
  readonly where: string;
  readonly text: string;
}

export function watchLeaks(): LeakWatch {
  const heard: Heard[] = [];
  return {
    follow(page) {
      page.on('console', (message) => heard.push({ where: 'console', text: message.text() }));
      page.on('framenavigated', (frame) => {
        heard.push({ where: 'address', text: frame.url() });
        // A page that is gone by now has said its title before.
        frame.title().then(
          (text) => heard.push({ where: 'title', text }),
          () => undefined,
        );
      });
    },
    async look(context) {
      heard.push({ where: 'storage', text: JSON.stringify(await context.storageState({ indexedDB: true })) });
      for (const page of context.pages())
        for (const frame of page.frames())
          heard.push({ where: 'title', text: await frame.title() }, { where: 'address', text: frame.url() });
    },
    check(tenant, requests) {
      const rows = tenant.world.dump().split('\n').map(rowOf);
      const find = finderOf([
        ...canaries.flatMap(({ fullName, alias }) => [fullName, alias]),
        ...namesIn(rows),
      ]);
      const places: readonly Heard[] = [
        ...heard,
        { where: "the host's database", text: hostRows(rows).join('\n') },
        ...requests.flatMap(heardIn),
      ];
      const found = [...new Set(places.flatMap((place) => foundIn(find, place)))];
      if (found.length > 0) throw new Error(`names where none belong:\n${found.join('\n')}`);
    },
  };
}

function foundIn(find: Finder, { where, text }: Heard): readonly string[] {
  return find(text).map((what) => `${where}: ${what}`);
}

/** An address never holds a name; a body only on its way into the mission's own list of identities. */
function heardIn({ host, method, path, headers, body }: RecordedRequest): readonly Heard[] {
  const where = `${method} ${host}`;
  return [
    { where, text: `${path} ${JSON.stringify(headers)}` },
    ...(body ? parts(path, body).map((text) => ({ where, text })) : []),
  ];
}

const intoIdentities = /\/lists\/Identities\//;

function parts(path: string, body: string): readonly string[] {
  if (intoIdentities.test(path)) return [];
  if (!path.includes('/$batch')) return [body];
  const { requests } = JSON.parse(body) as { requests: readonly { url: string; body?: unknown }[] };
  return requests.flatMap((each) =>
    intoIdentities.test(each.url) ? [each.url] : [each.url, JSON.stringify(each.body ?? '')],
  );
}

interface Row {
  readonly table: string;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly line: string;
}

function rowOf(line: string): Row {
  const space = line.indexOf(' ');
  return { table: line.slice(0, space), cells: JSON.parse(line.slice(space + 1)), line };
}

/** Everything the host's tenant keeps: its sites with their lists, items, versions and recycle bins, and its people. */
function hostRows(rows: readonly Row[]): readonly string[] {
  const host = ministryOf('secretariat').tenantId;
  const of = (table: string, key: string, known: ReadonlySet<unknown>) =>
    rows.filter((row) => row.table === table && known.has(row.cells[key]));
  const sites = new Set(of('site', 'tenant', new Set([host])).map(({ cells }) => cells.id));
  const lists = new Set(of('list', 'site', sites).map(({ cells }) => cells.id));
  return rows
    .filter(({ cells }) => cells.tenant === host || sites.has(cells.site) || lists.has(cells.list))
    .map(({ line }) => line);
}

/** The names that the missions of this world keep. */
function namesIn(rows: readonly Row[]): readonly string[] {
  const lists = new Set(
    rows
      .filter(({ table, cells }) => table === 'list' && cells.display_name === 'Identities')
      .map(({ cells }) => cells.id),
  );
  return rows
    .filter(({ table, cells }) => table === 'item' && lists.has(cells.list))
    .flatMap(({ cells }) => {
      const fields = JSON.parse(String(cells.fields)) as Record<string, unknown>;
      return [fields.fp_fullName, fields.fp_alias].flatMap((name) =>
        typeof name === 'string' ? [name] : [],
      );
    });
}
