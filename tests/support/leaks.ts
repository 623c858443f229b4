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

const invented: ReadonlySet<string> = new Set(canaries.flatMap(({ fullName, alias }) => [fullName, alias]));
const findInvented = finderOf([...invented]);

export function watchLeaks(): LeakWatch {
  const heard: Heard[] = [];
  const visited = new Map<BrowserContext, Set<string>>();
  return {
    follow(page) {
      const sites = visited.get(page.context()) ?? new Set();
      visited.set(page.context(), sites);
      page.on('console', (message) => heard.push({ where: 'console', text: message.text() }));
      page.on('framenavigated', (frame) => {
        heard.push({ where: 'address', text: frame.url() });
        const origin = originOf(frame.url());
        if (origin !== 'null') sites.add(origin);
        // A page that is gone by now has said its title before.
        frame.title().then(
          (text) => heard.push({ where: 'title', text }),
          () => undefined,
        );
      });
    },
    async look(context) {
      const frames = context.pages().flatMap((page) => page.frames());
      const documents = await Promise.all(frames.map((frame) => frame.evaluate(lookAround)));
      for (const { address, title } of documents)
        heard.push({ where: 'address', text: address }, { where: 'title', text: title });
      heard.push({ where: 'storage', text: JSON.stringify(await context.cookies()) });
      const isEmpty = documents.every(({ stored }) => stored === 0);
      const inView = new Set(documents.map(({ address }) => originOf(address)));
      const gone = [...(visited.get(context) ?? [])].filter((origin) => !inView.has(origin));
      // Reading it all opens every site once more, which takes as long as a journey's first page.
      if (isEmpty && gone.length === 0) return;
      const state = await context.storageState({ indexedDB: true });
      heard.push({ where: 'storage', text: JSON.stringify(state) });
    },
    check(tenant, requests) {
      const rows = tenant.world.dump().split('\n').map(rowOf);
      const findOwn = finderOf(namesIn(rows).filter((name) => !invented.has(name)));
      const find: Finder = (text) => [...findInvented(text), ...findOwn(text)];
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

function originOf(address: string): string {
  return new URL(address).origin;
}

/** Runs in a page. What lies in storage is counted only; where storage is blocked, nothing can lie there. */
async function lookAround(): Promise<{ address: string; title: string; stored: number }> {
  const around = { address: window.location.href, title: document.title };
  // An error page belongs to no site, and keeps nothing.
  if (window.origin === 'null') return { ...around, stored: 0 };
  try {
    const databases = await indexedDB.databases();
    return { ...around, stored: localStorage.length + databases.length };
  } catch {
    return { ...around, stored: 0 };
  }
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
