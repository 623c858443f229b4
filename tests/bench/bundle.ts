/** The production build, weighed: every chunk as it travels, and what libraries and pages in it account for. */

import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { projectRoot } from '../support/project-root.ts';

export interface Chunk {
  readonly file: string;
  /** Bytes after gzip. */
  readonly weight: number;
  /** Files that load with it. */
  readonly imports: readonly string[];
  /** The source it was made for, relative to the project, where there is one. */
  readonly source: string | undefined;
  /** Share of each library or room in it, adding up to 1. */
  readonly shares: ReadonlyMap<string, number>;
}

/** Builds the app into `folder`. Rejects when the build fails. */
export async function buildAndWeigh(folder: string): Promise<ReadonlyMap<string, Chunk>> {
  const chunks = new Map<string, Chunk>();
  await build({
    configFile: join(projectRoot, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, reportCompressedSize: false },
    plugins: [
      {
        name: 'weigh',
        writeBundle(_, bundle) {
          for (const output of Object.values(bundle))
            if (output.type === 'chunk') chunks.set(output.fileName, chunkOf(output));
        },
      },
    ],
  });
  return chunks;
}

function chunkOf(output: Rollup.OutputChunk): Chunk {
  const lengths = new Map<string, number>();
  let all = 0;
  for (const [id, { renderedLength }] of Object.entries(output.modules)) {
    const owner = ownerOf(id);
    lengths.set(owner, (lengths.get(owner) ?? 0) + renderedLength);
    all += renderedLength;
  }
  return {
    file: output.fileName,
    weight: gzipSync(output.code, { level: 9 }).length,
    imports: output.imports,
    source: output.facadeModuleId?.replace(projectRoot, ''),
    shares: new Map([...lengths].map(([owner, length]) => [owner, length / (all || 1)])),
  };
}

/** The library or room a module belongs to. */
function ownerOf(id: string): string {
  const inLibrary = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1];
  if (inLibrary !== undefined) return familyOf(inLibrary);
  const room = /\/src\/([^/?]+)/.exec(id)?.[1];
  return room === undefined ? 'bundler' : `src/${room}`;
}

/** Libraries that come as many packages count as one. */
function familyOf(name: string): string {
  if (/^@fluentui\/react-icons/.test(name)) return 'fluent icons';
  if (/^(@fluentui|@griffel|tabster|keyborg|@floating-ui|@swc|stylis|@emotion)/.test(name)) return 'fluent';
  if (/^(react|react-dom|scheduler)$/.test(name)) return 'react';
  if (/^@azure\/msal/.test(name)) return 'msal';
  if (/^(i18next)$/.test(name)) return 'i18next';
  if (/^(wouter|regexparam|mitt)$/.test(name)) return 'wouter';
  return name;
}

/** The chunks a file needs, itself included. */
export function closureOf(chunks: ReadonlyMap<string, Chunk>, file: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next) || !chunks.has(next)) continue;
    found.add(next);
    open.push(...(chunks.get(next)?.imports ?? []));
  }
  return found;
}

/** Bytes after gzip of these files. */
export function weightOf(chunks: ReadonlyMap<string, Chunk>, files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += chunks.get(file)?.weight ?? 0;
  return bytes;
}

/** What each owner accounts for in these files, heaviest first: each chunk's weight in proportion to its sources. */
export function sharesOf(
  chunks: ReadonlyMap<string, Chunk>,
  files: Iterable<string>,
): readonly (readonly [string, number])[] {
  const shares = new Map<string, number>();
  for (const file of files) {
    const chunk = chunks.get(file);
    for (const [owner, share] of chunk?.shares ?? [])
      shares.set(owner, (shares.get(owner) ?? 0) + share * (chunk?.weight ?? 0));
  }
  return [...shares].sort((a, b) => b[1] - a[1]);
}

export function isOurs(owner: string): boolean {
  return owner.startsWith('src/') || owner === 'bundler';
}
