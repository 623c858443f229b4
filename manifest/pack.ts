/** The content of an app package as the rules see it: named files and what can be read in them. */
import type { Deployment } from './deployment.ts';
import { texts } from './template.ts';

/** File name inside the package → its bytes. */
export type Files = Readonly<Record<string, Uint8Array>>;

export interface Pack {
  readonly files: Files;
  /** Parsed manifest.json. */
  readonly manifest: object;
  /** Its strings by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly deployment: Deployment;
}

/** A promise about the package; `check` gives one sentence per breach, none if it is kept. */
export interface Rule {
  readonly name: string;
  readonly check: (pack: Pack) => readonly string[];
}

export interface Breach {
  readonly rule: string;
  readonly message: string;
}

/** The JSON object in a file, or undefined when the file is absent, is no JSON, or holds something else. */
export function readJson(files: Files, name: string): object | undefined {
  const bytes = files[name];
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Files as a pack, or undefined when manifest.json cannot be read as a JSON object. */
export function openPack(files: Files, deployment: Deployment): Pack | undefined {
  const manifest = readJson(files, 'manifest.json');
  return manifest && { files, manifest, texts: texts(manifest), deployment };
}

/** The strings whose path matches, as [path, text]. */
export function textsAt(pack: Pack, path: RegExp): readonly (readonly [string, string])[] {
  return [...pack.texts].filter(([name]) => path.test(name));
}

/** Names of the files that the manifest refers to. */
export function namedFiles(pack: Pack): readonly string[] {
  const references = textsAt(
    pack,
    /^(icons\.\w+|localizationInfo\.(defaultLanguageFile|additionalLanguages\[\d+\]\.file))$/,
  );
  return references.map(([, file]) => file);
}

/** Language tag → name of its file, the default language first. */
export function languageFiles(pack: Pack): ReadonlyMap<string, string> {
  const languages = new Map<string, string>();
  const at = (path: string): string | undefined => pack.texts.get(`localizationInfo.${path}`);
  const tag = at('defaultLanguageTag');
  const file = at('defaultLanguageFile');
  if (tag !== undefined && file !== undefined) languages.set(tag, file);
  for (const [path, other] of textsAt(pack, /^localizationInfo\.additionalLanguages\[\d+\]\.languageTag$/)) {
    languages.set(other, pack.texts.get(path.replace('languageTag', 'file')) ?? '');
  }
  return languages;
}
