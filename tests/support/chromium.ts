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
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import bundled from '@sparticuz/chromium';
import { extract } from 'tar-stream';

export interface Chromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
  readonly source: 'CHROME_PATH' | 'system' | 'bundled';
}

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
];

/**
 * CHROME_PATH wins, then a browser on the PATH, then the bundled one (Linux on x64 only).
 * FOCAL_POINT_BUNDLED_CHROMIUM=1 takes the bundled one at once, as on a machine without a browser.
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
  const executablePath = await bundled.executablePath();
  const libraries = await unpackLibraries();
  const path = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: path }, source: 'bundled' };
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

/**
 * The shared libraries a browser needs and a bare machine lacks. The package carries them but unpacks them only on its
 * own cloud, so we do it; the folder is kept for the next run.
 */
async function unpackLibraries(): Promise<string> {
  const archive = join(packageFolder(), 'bin/al2023.tar.br');
  const kept = join(tmpdir(), `focal-point-chromium-${packageVersion()}`);
  if (existsSync(kept)) return join(kept, 'lib');
  const unfinished = mkdtempSync(`${kept}-`);
  const tar = extract();
  const unpacking = pipeline(createReadStream(archive), createBrotliDecompress(), tar);
  for await (const entry of tar) {
    const target = resolve(unfinished, entry.header.name);
    if (!target.startsWith(unfinished)) throw new Error(`${archive} wants to write outside its folder`);
    if (entry.header.type === 'directory') mkdirSync(target, { recursive: true });
    else if (entry.header.type === 'file') {
      mkdirSync(dirname(target), { recursive: true });
      await pipeline(entry, createWriteStream(target, { mode: 0o755 }));
      continue;
    }
    entry.resume();
  }
  await unpacking;
  try {
    renameSync(unfinished, kept);
  } catch (error) {
    // Another run was faster; its folder is as good as ours.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(kept)) throw error;
  }
  return join(kept, 'lib');
}

function packageFolder(): string {
  // The package exports no package.json, so its folder is found from its entry, …/build/esm/index.mjs.
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return resolve(dirname(entry), '../..');
}

function packageVersion(): string {
  const { version } = createRequire(import.meta.url)(join(packageFolder(), 'package.json')) as {
    version: string;
  };
  return version;
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
