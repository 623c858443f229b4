/** What people read in the Teams catalogue: complete in every language, within the limits, in the catalogue's manners. */
import { languageFiles, type Pack, type Rule, readJson } from './pack.ts';
import { texts } from './template.ts';

const LANGUAGES = ['en', 'fr'];
const TRANSLATED = /^(name\.(short|full)|description\.(short|full)|staticTabs\[\d+\]\.name)$/;
/** Longest text by path, in characters. */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/^developer\.name$/, 32],
  [/^staticTabs\[\d+\]\.name$/, 128],
];
const MOST_WORDS = 500;
const PRODUCTS = /\b(teams|microsoft|office|outlook|sharepoint|excel|entra|copilot)\b/i;

interface Wording {
  readonly file: string;
  readonly path: string;
  readonly text: string;
}

function wordings(pack: Pack): readonly Wording[] {
  const files = ['manifest.json', ...languageFiles(pack).values()];
  return [...new Set(files)].flatMap((file) =>
    [...localeTexts(pack, file)].map(([path, text]) => ({ file, path, text })),
  );
}

function localeTexts(pack: Pack, file: string): ReadonlyMap<string, string> {
  return file === 'manifest.json' ? pack.texts : texts(readJson(pack.files, file));
}

function translatedPaths(pack: Pack): readonly string[] {
  return [...pack.texts.keys()].filter((path) => TRANSLATED.test(path));
}

function languages(pack: Pack): readonly string[] {
  const found = [...languageFiles(pack).keys()];
  return found.join() === LANGUAGES.join()
    ? []
    : [
        `the languages must be ${LANGUAGES.join(', ')} with the first as default, each with its file, not ${found.join(', ')}`,
      ];
}

function complete(pack: Pack): readonly string[] {
  const wanted = translatedPaths(pack);
  return [...languageFiles(pack).values()].flatMap((file) => {
    if (!Object.hasOwn(pack.files, file)) return [];
    if (readJson(pack.files, file) === undefined) return [`${file} is no JSON object`];
    const found = localeTexts(pack, file);
    const keys = [...found.keys()].filter((key) => key !== '$schema');
    return [
      ...wanted
        .filter((path) => (found.get(path) ?? '').trim() === '')
        .map((path) => `${file} has no text for ${path}`),
      ...keys
        .filter((key) => !wanted.includes(key))
        .map((key) => `${file} translates ${key}, which the manifest lacks`),
    ];
  });
}

function defaultTexts(pack: Pack): readonly string[] {
  const file = pack.texts.get('localizationInfo.defaultLanguageFile');
  if (file === undefined || !Object.hasOwn(pack.files, file)) return [];
  const own = localeTexts(pack, file);
  return translatedPaths(pack)
    .filter((path) => own.has(path) && own.get(path) !== pack.texts.get(path))
    .map((path) => `manifest.json and ${file} differ in ${path}`);
}

function textLength(pack: Pack): readonly string[] {
  return wordings(pack).flatMap(({ file, path, text }) => {
    const limit = LIMITS.find(([pattern]) => pattern.test(path))?.[1];
    const length = [...text].length;
    if (limit === undefined || (length > 0 && length <= limit)) return [];
    return [`${file}: ${path} has ${length} characters; 1 to ${limit} are allowed`];
  });
}

function catalogueManners(pack: Pack): readonly string[] {
  return wordings(pack).flatMap(({ file, path, text }) => {
    const product = path.startsWith('name.') ? PRODUCTS.exec(text)?.[0] : undefined;
    if (product !== undefined) return [`${file}: ${path} names the product "${product}"`];
    if (path === 'description.short' && /\bapp(lication)?s?\b/i.test(text)) {
      return [`${file}: ${path} need not say that this is an app`];
    }
    const words = text.split(/\s+/).filter(Boolean).length;
    return path === 'description.full' && words > MOST_WORDS
      ? [`${file}: ${path} has ${words} words; ${MOST_WORDS} are allowed`]
      : [];
  });
}

/** Rules on languages and wording, in the order in which they are reported. */
export const LANGUAGE_RULES: readonly Rule[] = [
  { name: 'languages', check: languages },
  { name: 'locale-complete', check: complete },
  { name: 'locale-default', check: defaultTexts },
  { name: 'text-length', check: textLength },
  { name: 'catalogue-manners', check: catalogueManners },
];
