/** Builds the app and the host page when they are missing or older than their sources. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

type RolldownWatcher = Extract<Awaited<ReturnType<typeof build>>, { on: unknown }>;

/** The app, from `src` into `dist`. Rejects when the build fails; with `watch` it says so and builds again on the next change. */
export async function buildApp(root: string, watch: boolean): Promise<void> {
  const rooms = readdirSync(join(root, 'src')).filter((name) => name !== 'demo' && name !== 'local-tenant');
  const sources = [...rooms.map((name) => join('src', name)), 'vite.config.ts', 'package-lock.json'];
  if (!watch && !isStale(root, 'dist/index.html', sources)) return;
  const built = await build({
    configFile: join(root, 'vite.config.ts'),
    mode: 'production',
    logLevel: watch ? 'info' : 'warn',
    ...(watch ? { build: { watch: {} } } : {}),
  });
  if ('on' in built) await firstRound(built);
}

/** The host page, into `.local/host`; answers with that folder. Rejects when the build fails. */
export async function buildHostPage(root: string): Promise<string> {
  const out = join(root, '.local/host');
  if (isStale(root, '.local/host/index.html', ['src/demo/host'])) {
    await build({
      configFile: false,
      root: join(root, 'src/demo/host'),
      base: './',
      mode: 'production',
      logLevel: 'warn',
      build: { outDir: out, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
    });
  }
  return out;
}

/** A watched build answers before it has built anything. */
function firstRound(watcher: RolldownWatcher): Promise<void> {
  return new Promise((resolve) => {
    watcher.on('event', ({ code }) => {
      if (code === 'END' || code === 'ERROR') resolve();
    });
  });
}

function isStale(root: string, product: string, sources: readonly string[]): boolean {
  const made = join(root, product);
  if (!existsSync(made)) return true;
  const since = statSync(made).mtimeMs;
  return sources.some((source) => newest(join(root, source)) > since);
}

/** Time of the last change in a file or anywhere below a folder; ms. */
function newest(path: string): number {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
