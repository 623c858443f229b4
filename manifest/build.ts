/** Makes the app package out of the template, the languages and the drawings, and checks what it made. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import type { Deployment } from './deployment.ts';
import { ICON_SIZES } from './file-rules.ts';
import { drawIcon } from './icons.ts';
import { type Breach, type Files, readJson } from './pack.ts';
import { breaches } from './rules.ts';
import { fill } from './template.ts';

const TEMPLATE = 'manifest.template.json';
// One fixed moment, so that the same sources give the same bytes on every machine (zip time begins in 1980).
const ZIP_TIME = new Date(1980, 0, 1);

export interface BuiltPackage {
  /** The zip's bytes; not to be delivered while there are breaches. */
  readonly zip: Uint8Array;
  readonly breaches: readonly Breach[];
}

function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

function filledManifest(template: Uint8Array, locales: Files, deployment: Deployment): Uint8Array {
  const value = readJson({ [TEMPLATE]: template }, TEMPLATE);
  if (value === undefined) return template;
  const words: Record<string, string> = {};
  for (const [key, text] of Object.entries(readJson(locales, 'en.json') ?? {})) {
    if (typeof text === 'string') words[key] = text;
  }
  const { appId, clientId, domain, version } = deployment;
  return jsonBytes(
    fill(value, { ...words, APP_ID: appId, CLIENT_ID: clientId, DOMAIN: domain, VERSION: version }),
  );
}

function drawnIcons(folder: string): { readonly icons: Files; readonly problems: readonly Breach[] } {
  const icons: Record<string, Uint8Array> = {};
  const problems: Breach[] = [];
  for (const [name, size] of Object.entries(ICON_SIZES)) {
    const source = join(folder, 'icons', `${name}.svg`);
    try {
      icons[`${name}.png`] = drawIcon(readFileSync(source, 'utf8'), size);
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      problems.push({ rule: 'icon-drawing', message: `icons/${name}.svg cannot be drawn: ${reason}` });
    }
  }
  return { icons, problems };
}

/** A flat zip of the files, in the order of their names; equal files give equal bytes. */
function zipFiles(files: Files): Uint8Array {
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: ZIP_TIME });
}

/**
 * The package from a folder that holds manifest.template.json, one `<language>.json` per language and icons/*.svg. The
 * rules judge what is read back from the zip, so that what is checked is what is delivered. Throws when the template
 * cannot be read.
 */
export function buildPackage(folder: string, deployment: Deployment): BuiltPackage {
  const template = new Uint8Array(readFileSync(join(folder, TEMPLATE)));
  const locales = Object.fromEntries(
    readdirSync(folder)
      .filter((name) => /^[a-z]{2}(-[a-z]+)?\.json$/.test(name))
      .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  );
  const { icons, problems } = drawnIcons(folder);
  const zip = zipFiles({
    'manifest.json': filledManifest(template, locales, deployment),
    ...locales,
    ...icons,
  });
  return { zip, breaches: [...problems, ...breaches(unzipSync(zip), deployment)] };
}
