/** Finds a Chromium to test with: one of the system's, else the one from the npm registry with its libraries unpacked. */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-stream';

export interface Chromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
  readonly source: 'CHROME_PATH' | 'system' | 'bundled';
}

const require = createRequire(import.meta.url);

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

/**
 * CHROME_PATH wins, then a browser on the PATH, then the bundled headless shell (Linux on x64 only).
 * FOCAL_POINT_BUNDLED_CHROMIUM=1 takes the bundled one at once, as on a machine without a browser. It is the quicker one: a
 * whole browser also draws the windows around its pages.
 * Rejects when CHROME_PATH points to nothing, and when the bundled one cannot be unpacked.
 */
export async function findChromium(): Promise<Chromium> {
  const env = inherited();
  if (process.env.FOCAL_POINT_BUNDLED_CHROMIUM !== '1') {
    const chosen = process.env.CHROME_PATH;
    if (chosen) {
      if (!existsSync(chosen)) throw new Error(`CHROME_PATH points to nothing: ${chosen}`);
      return { executablePath: chosen, env, source: 'CHROME_PATH' };
    }
    const found = onPath();
    if (found) return { executablePath: found, env, source: 'system' };
  }
  const folder = await unpack();
  const path = [join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...env, LD_LIBRARY_PATH: path },
    source: 'bundled',
  };
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

/**
 * The browser with the shared libraries that it needs and a bare machine lacks. The package would unpack them for its own cloud
 * only, and leave half a browser where it was interrupted; the folder is kept for the next run.
 */
async function unpack(): Promise<string> {
  const kept = join(tmpdir(), `focal-point-browser-${packageVersion()}`);
  if (existsSync(kept)) return kept;
  const unfinished = mkdtempSync(`${kept}-`);
  await Promise.all([
    pipeline(decompressed('chromium.br'), createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 })),
    unpackArchive('swiftshader.tar.br', unfinished),
    unpackArchive('al2023.tar.br', unfinished),
  ]);
  try {
    renameSync(unfinished, kept);
  } catch (error) {
    // Another run was faster; its folder is as good as ours.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  }
  return kept;
}

async function unpackArchive(name: string, folder: string): Promise<void> {
  const tar = extract();
  const unpacking = pipeline(decompressed(name), tar);
  for await (const entry of tar) {
    const target = resolve(folder, entry.header.name);
    if (!target.startsWith(folder)) throw new Error(`${name} wants to write outside its folder`);
    if (entry.header.type === 'directory') mkdirSync(target, { recursive: true });
    else if (entry.header.type === 'file') {
      mkdirSync(dirname(target), { recursive: true });
      await pipeline(entry, createWriteStream(target, { mode: 0o755 }));
      continue;
    }
    entry.resume();
  }
  await unpacking;
}

/** The package carries its files packed. */
function decompressed(name: string): Readable {
  const packed = createReadStream(join(packageFolder(), 'bin', name));
  const unpacking = createBrotliDecompress();
  packed.once('error', (error) => unpacking.destroy(error));
  return packed.pipe(unpacking);
}

function packageFolder(): string {
  // The package exports no package.json, so its folder is found from its entry, …/build/esm/index.mjs.
  const entry = require.resolve('@sparticuz/chromium');
  return resolve(dirname(entry), '../..');
}

function packageVersion(): string {
  const { version } = require(join(packageFolder(), 'package.json')) as {
    version: string;
  };
  return version;
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
