/** A good package to start from, and the ways to spoil it that the tests name. */
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { buildPackage } from '../../../manifest/build.ts';
import type { Deployment } from '../../../manifest/deployment.ts';
import type { Files } from '../../../manifest/pack.ts';

/** The folder with the real template, languages and drawings. */
export const SOURCES = fileURLToPath(new URL('../../../manifest', import.meta.url));

export const DEPLOYMENT: Deployment = {
  appId: '7c1e4b52-90ab-4f6d-8e21-3d5a6b7c8d9e',
  clientId: '3f2b8c1e-5a4d-4e6f-9b7a-0c1d2e3f4a5b',
  domain: 'focalpoint.mfa.aldermark.example',
  version: '1.2.3',
};

/** The files inside the package built from the real sources. */
export function goodFiles(): Files {
  return unzipSync(buildPackage(SOURCES, DEPLOYMENT).zip);
}

/** The text of a file in the package. Throws when it is absent. */
export function textOf(files: Files, name: string): string {
  const bytes = files[name];
  if (bytes === undefined) throw new TypeError(`${name} is not in the package`);
  return new TextDecoder().decode(bytes);
}

/** The files with one of them rewritten. */
export function withText(files: Files, name: string, text: string): Files {
  return { ...files, [name]: new TextEncoder().encode(text) };
}

/** The files with `from` replaced by `to` in one of them. Throws when `from` does not occur, so that no case is idle. */
export function replaced(files: Files, name: string, from: string | RegExp, to: string): Files {
  const before = textOf(files, name);
  const after = before.replace(from, to);
  if (after === before) throw new TypeError(`${String(from)} does not occur in ${name}`);
  return withText(files, name, after);
}

/** The files with top-level entries of a JSON file set, or taken out when undefined. */
export function patched(files: Files, name: string, entries: Readonly<Record<string, unknown>>): Files {
  return withText(files, name, JSON.stringify({ ...JSON.parse(textOf(files, name)), ...entries }));
}

/** The files without one of them. */
export function without(files: Files, name: string): Files {
  return Object.fromEntries(Object.entries(files).filter(([file]) => file !== name));
}
