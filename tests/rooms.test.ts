/** The rooms of the house and what each may import: the README's table, executable. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Room {
  /** Rooms (or folders of rooms) whose values may be imported. */
  readonly rooms: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly types?: readonly string[];
  /** Packages, by name or prefix ending in `/`. `*` admits every package. */
  readonly packages: readonly string[];
  /** Never, whatever else is said. */
  readonly never?: readonly string[];
}

const react = [
  'react',
  'react/',
  'react-dom',
  'react-dom/',
  '@fluentui/',
  '@tanstack/react-virtual',
  'wouter',
  'wouter/',
  'i18next',
  'uqr',
];

const log: Room = { rooms: ['log', 'domain', 'sealing'], types: ['store'], packages: [] };

const rooms: Readonly<Record<string, Room>> = {
  domain: { rooms: ['domain'], packages: ['zod/mini'] },
  locales: { rooms: ['locales'], packages: [] },
  store: { rooms: ['store', 'domain'], packages: ['zod/mini'] },
  'store/graph': { rooms: ['store', 'domain'], packages: ['zod/mini', '@microsoft/microsoft-graph-client'] },
  sealing: {
    rooms: ['sealing', 'domain'],
    packages: ['jose', '@scure/bip39', '@scure/bip39/', '@noble/curves', '@noble/curves/', '@noble/hashes/'],
  },
  log,
  'log/memory': { ...log, never: ['log/gate', 'log/writing', 'log/life', 'log/circle'] },
  'log/gate': { ...log, never: ['log/writing', 'log/life', 'log/circle'] },
  'log/writing': { ...log, never: ['log/life', 'log/circle'] },
  'log/circle/trust': { ...log, never: ['log/circle/received', 'log/circle/share', 'log/circle/match'] },
  'log/circle/received': { ...log, never: ['log/circle/share', 'log/circle/match'] },
  'log/circle/share': { ...log, never: ['log/circle/match'] },
  teams: { rooms: ['teams'], packages: ['@microsoft/teams-js', '@azure/msal-browser'] },
  files: {
    rooms: ['files', 'domain', 'locales'],
    packages: [
      'papaparse',
      'read-excel-file',
      'read-excel-file/',
      'write-excel-file',
      'write-excel-file/',
      'docx',
      'ical-generator',
    ],
    never: ['domain/consent/decide.ts', 'domain/consent/clear.ts', 'domain/consent/file-operations.ts'],
  },
  app: {
    rooms: ['app', 'files', 'locales', 'domain'],
    types: ['log', 'teams'],
    packages: react,
    never: [
      'store',
      'domain/consent/decide.ts',
      'domain/consent/clear.ts',
      'domain/consent/file-operations.ts',
    ],
  },
  'local-tenant': { rooms: ['local-tenant'], packages: ['hono', 'hono/', '@hono/', 'libsql', 'node:'] },
  demo: {
    rooms: [
      'domain',
      'locales',
      'store',
      'sealing',
      'log',
      'teams',
      'files',
      'app',
      'local-tenant',
      'demo',
      'config.ts',
    ],
    packages: ['*'],
    never: ['main.tsx'],
  },
  'main.tsx': {
    rooms: ['domain', 'locales', 'store', 'log', 'teams', 'app', 'config.ts', 'books.ts', 'main.tsx'],
    packages: react,
  },
  'books.ts': { rooms: ['log', 'store', 'teams', 'config.ts', 'books.ts'], packages: [] },
  'config.ts': { rooms: ['domain', 'store', 'teams', 'config.ts'], packages: ['zod/mini'] },
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const source = join(import.meta.dirname, '..', 'src');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) =>
    item.isDirectory()
      ? filesBelow(join(folder, item.name))
      : /\.tsx?$/.test(item.name)
        ? [join(folder, item.name)]
        : [],
  );
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(statement)].map((match) => {
    const target = match[2] ?? match[3] ?? '';
    return {
      from: relative(source, file),
      to: target.startsWith('.') ? normalize(join(dirname(relative(source, file)), target)) : target,
      typeOnly: match[1] !== undefined,
    };
  });
}

function roomOf(path: string): string {
  const named = Object.keys(rooms).filter((room) => path === room || path.startsWith(`${room}/`));
  return named.sort((a, b) => b.length - a.length)[0] ?? '';
}

function lies(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

/** Why an import is forbidden, or undefined where it is allowed. */
function fault(found: Import): string | undefined {
  const room = rooms[roomOf(found.from)];
  if (!room) return `${found.from} is in no room`;
  const isPackage = !filesBelowNames.has(found.to) && roomOf(found.to) === '' && !found.to.endsWith('.css');
  if (isPackage) {
    const allowed = room.packages.some(
      (name) => name === '*' || name === found.to || (/[/:]$/.test(name) && found.to.startsWith(name)),
    );
    return allowed || /\.(json|css)$/.test(found.to) ? undefined : `${found.from} may not import ${found.to}`;
  }
  if (room.never?.some((place) => lies(found.to, place)) && !found.typeOnly)
    return `${found.from} may never import ${found.to}`;
  if (room.rooms.some((place) => lies(found.to, place))) return undefined;
  if (found.typeOnly && room.types?.some((place) => lies(found.to, place))) return undefined;
  return `${found.from} may not import ${found.to}${room.types?.some((place) => lies(found.to, place)) ? ' (types only)' : ''}`;
}

const files = filesBelow(source);
const filesBelowNames = new Set(files.map((file) => relative(source, file)));

describe('rooms', () => {
  it('every import keeps to the table of rooms', () => {
    expect(files.flatMap(importsOf).map(fault).filter(Boolean)).toEqual([]);
  });

  it.each([
    ['domain importing React', { from: 'domain/x.ts', to: 'react', typeOnly: false }],
    ['domain importing the store', { from: 'domain/x.ts', to: 'store/book.ts', typeOnly: true }],
    ['the app importing the store', { from: 'app/x.tsx', to: 'store/book.ts', typeOnly: false }],
    ['the app importing the gate', { from: 'app/x.tsx', to: 'domain/consent/clear.ts', typeOnly: false }],
    ['the app importing a value of the log', { from: 'app/x.tsx', to: 'log/log.ts', typeOnly: false }],
    ['the app importing what seals', { from: 'app/x.tsx', to: 'sealing/seal.ts', typeOnly: false }],
    ['the log importing jose', { from: 'log/x.ts', to: 'jose', typeOnly: false }],
    ['the log importing a value of the store', { from: 'log/x.ts', to: 'store/book.ts', typeOnly: false }],
    [
      'what is in memory importing what writes',
      { from: 'log/memory/x.ts', to: 'log/writing/save.ts', typeOnly: false },
    ],
    [
      'what we believe importing what leaves',
      { from: 'log/circle/trust/x.ts', to: 'log/circle/share/send.ts', typeOnly: false },
    ],
    [
      'what came in importing what leaves',
      { from: 'log/circle/received/x.ts', to: 'log/circle/share/send.ts', typeOnly: false },
    ],
    [
      'the local tenant importing anything of ours',
      { from: 'local-tenant/x.ts', to: 'domain/ids.ts', typeOnly: true },
    ],
    [
      'the Graph SDK outside store/graph',
      { from: 'store/memory.ts', to: '@microsoft/microsoft-graph-client', typeOnly: false },
    ],
    ['the app shipping the demo', { from: 'main.tsx', to: 'demo/people.ts', typeOnly: false }],
  ])('refuses %s', (_, found) => {
    expect(fault(found)).toBeDefined();
  });

  it('the README shows the same rooms', () => {
    const readme = readFileSync(join(source, '..', 'README.md'), 'utf8');
    const shown = [...readme.matchAll(/^\| `([a-z/.-]+)` \|/gm)].map((match) => match[1]);
    expect(shown).toEqual(expect.arrayContaining(Object.keys(rooms)));
  });

  it('the README explains only words that the code uses', () => {
    const readme = readFileSync(join(source, '..', 'README.md'), 'utf8');
    const glossary = readme.split('## Glossary')[1]?.split('\n## ')[0] ?? '';
    const words = [...glossary.matchAll(/^\| ([a-z ]+) \|/gm)].map((match) => match[1] ?? '').slice(1);
    const code = files.map((file) => readFileSync(file, 'utf8').toLowerCase()).join('\n');
    expect(words.length).toBeGreaterThan(10);
    expect(words.filter((word) => !code.includes(word))).toEqual([]);
  });
});
