import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** One test project per layer, so that a layer can be run alone: `npx vitest run --project unit`. */
const layers = ['unit', 'laws', 'contract', 'browser', 'soak'] as const;

/** The journeys without a pointer: `npm run keyboard`. */
const byKeyboard = process.env.FOCAL_POINT_HANDS === 'keyboard';

/**
 * Layer after layer, the browser's long files first, so that the workers end at about the same time. A worker keeps the
 * modules it has loaded for the next file of its layer; between layers it begins anew.
 */
class LayerAfterLayer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const names: readonly string[] = layers;
    const place = ({ project }: TestSpecification) => -names.indexOf(project.name);
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** A class that throws when somebody makes one. */
function throwing(name: string): string {
  const message = `${name} is left out of this app, see vite.config.ts`;
  return `export class ${name} { constructor() { throw new TypeError(${JSON.stringify(message)}); } }`;
}

/**
 * Modules of libraries behind a choice that this app makes once and for all, and what stands in their place. A bundler cannot
 * know the choice, so they would travel with the first page: 47 KB after gzip.
 */
const leftOut: ReadonlyMap<string, string> = new Map([
  // People sign in through Teams (src/teams/nested-sign-in.ts); msal's own windows, hidden frames and redirects are refused.
  ['@azure/msal-browser/dist/controllers/StandardController.mjs', throwing('StandardController')],
  // Tokens are held in memory only.
  ['@azure/msal-browser/dist/cache/LocalStorage.mjs', throwing('LocalStorage')],
  // The Graph client is always given its chain (src/store/graph/client.ts); this one makes Microsoft's.
  ['@microsoft/microsoft-graph-client/lib/es/src/HTTPClientFactory.js', throwing('HTTPClientFactory')],
  // teams-js writes what passes between host and tab to the console once local storage asks for it; nothing of ours goes there.
  [
    'debug/src/browser.js',
    'const silent = () => undefined; silent.extend = () => silent; export const b = { debug: () => silent };',
  ],
]);

/** Puts what stands in its place there. The build fails when a library moved such a module. */
function leaveOut(): Plugin {
  const met = new Set<string>();
  return {
    name: 'focal-point-leave-out',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const path = libraryPath(id);
      const instead = leftOut.get(path);
      if (instead === undefined) return null;
      met.add(path);
      return instead;
    },
    buildEnd(failure) {
      if (failure) return;
      const used = new Set([...this.getModuleIds()].map((id) => libraryOf(libraryPath(id))));
      for (const path of leftOut.keys())
        if (used.has(libraryOf(path)) && !met.has(path))
          this.error(`${path} is no longer there to leave out`);
    },
  };
}

function libraryPath(id: string): string {
  return id.replaceAll('\\', '/').split('/node_modules/').pop() ?? '';
}

function libraryOf(path: string): string {
  return path.split('/', 2).join('/');
}

interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[]; readonly isEntry: boolean } | null;
}

let firstLoad: ReadonlySet<string> | undefined;

/** What is ours and needed from the start travels as one file: it compresses better than forty, and is asked for once. */
function inFirstLoad(id: string, graph: Graph): string | null {
  firstLoad ??= reachedFrom(fileURLToPath(new URL('./src/main.tsx', import.meta.url)), graph);
  return firstLoad.has(id) ? 'first' : null;
}

function reachedFrom(entry: string, graph: Graph): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    // Of a library only what is used travels, and the bundler knows that better.
    if (reached.has(id) || id.includes('/node_modules/')) continue;
    reached.add(id);
    open.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}

export default defineConfig({
  root: 'src',
  plugins: [leaveOut(), react()],
  base: './',
  worker: { format: 'es' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    sourcemap: false,
    // The first load travels as one file; what it weighs is told by `npm run bench -- load`.
    chunkSizeWarningLimit: 1_000,
    // It says nothing about side effects in its package.json, and has none: uploads, batches and iterators stay away.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: [{ test: /@microsoft\/microsoft-graph-client/, sideEffects: false }],
      },
      output: { codeSplitting: { groups: [{ name: inFirstLoad, debugName: 'first load' }] } },
    },
  },
  test: {
    root: '.',
    // Vitest alone would leave one of two cores idle; with a third, browsers crowd each other out and nothing ends sooner.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // No test leaves anything behind in a module: what one needs it opens, and closes.
    isolate: false,
    sequence: { sequencer: LayerAfterLayer },
    projects: layers
      .filter((layer) => (process.env.SOAK ? layer === 'soak' : layer !== 'soak'))
      .map((layer) => ({
        extends: true as const,
        test: {
          name: layer,
          root: '.',
          environment: 'node',
          ...(layer === 'browser' ? { globalSetup: ['tests/support/prepare-browser.ts'] } : {}),
          ...(layer === 'contract' ? { setupFiles: ['tests/support/derived-once.ts'] } : {}),
          ...(layer === 'browser' && byKeyboard ? { setupFiles: ['tests/support/keyboard/only.ts'] } : {}),
          include:
            layer === 'unit'
              ? ['tests/unit/**/*.test.{ts,tsx}', 'tests/types/**/*.test.ts', 'tests/*.test.ts']
              : [
                  `tests/${layer}/**/*.test.ts`,
                  ...(layer === 'soak' ? ['tests/laws/**/*.test.ts'] : []),
                  ...(layer === 'browser' && byKeyboard ? ['tests/keyboard/**/*.test.ts'] : []),
                ],
          testTimeout: byKeyboard ? 180_000 : ({ unit: 10_000, soak: 900_000 }[layer as string] ?? 60_000),
          hookTimeout: 120_000,
        },
      })),
  },
});
