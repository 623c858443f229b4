/** What the files beside the manifest must be: present, flat, nothing extra, icons as Teams shows them. */
import { type Picture, pngSize, readPicture } from './icons.ts';
import { namedFiles, type Pack, type Rule, readJson } from './pack.ts';
import { MARK, texts } from './template.ts';

/** Pixels a side of each icon. */
export const ICON_SIZES = { color: 192, outline: 32 } as const;

type Icon = keyof typeof ICON_SIZES;

function iconFile(pack: Pack, icon: Icon): readonly [string, Uint8Array | undefined] {
  const name = pack.texts.get(`icons.${icon}`) ?? '';
  return [name, pack.files[name]];
}

function iconSize(pack: Pack): readonly string[] {
  return (['color', 'outline'] as const).flatMap((icon) => {
    const [name, bytes] = iconFile(pack, icon);
    if (bytes === undefined) return [];
    const size = pngSize(bytes);
    if (size === undefined) return [`${name} is no PNG`];
    const wanted = ICON_SIZES[icon];
    const fits = size.width === wanted && size.height === wanted;
    return fits ? [] : [`${name} must be ${wanted} × ${wanted} pixels, not ${size.width} × ${size.height}`];
  });
}

function* pixelsOf(picture: Picture): Generator<readonly number[]> {
  for (let at = 0; at < picture.pixels.length; at += 4) yield [...picture.pixels.subarray(at, at + 4)];
}

function outlineWhite(pack: Pack): readonly string[] {
  const [name, bytes] = iconFile(pack, 'outline');
  const picture = bytes && readPicture(bytes);
  if (picture === undefined) return [];
  const pixels = [...pixelsOf(picture)];
  const coloured = pixels.filter(
    ([red, green, blue, alpha]) => red !== alpha || green !== alpha || blue !== alpha,
  ).length;
  const clear = pixels.filter((pixel) => pixel[3] === 0).length;
  const problems: string[] = [];
  if (coloured > 0) problems.push(`${name} must be white only; ${coloured} pixels have another colour`);
  if (clear < pixels.length / 4) problems.push(`${name} must be drawn on a transparent ground`);
  if (clear === pixels.length) problems.push(`${name} shows nothing`);
  return problems;
}

function colourOpaque(pack: Pack): readonly string[] {
  const [name, bytes] = iconFile(pack, 'color');
  const picture = bytes && readPicture(bytes);
  if (picture === undefined) return [];
  const clear = [...pixelsOf(picture)].filter((pixel) => pixel[3] !== 255).length;
  return clear === 0 ? [] : [`${name} must fill its square; ${clear} pixels let the ground through`];
}

function placeholders(pack: Pack): readonly string[] {
  return Object.keys(pack.files)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => [...texts(readJson(pack.files, file))].map(([path, text]) => ({ file, path, text })))
    .flatMap(({ file, path, text }) =>
      [...text.matchAll(MARK)].map(([mark]) => `${file}: ${path} still holds the placeholder ${mark}`),
    );
}

function filesExist(pack: Pack): readonly string[] {
  return namedFiles(pack)
    .filter((name) => !Object.hasOwn(pack.files, name))
    .map((name) => `the manifest names ${name}, which is not in the package`);
}

function noExtraFile(pack: Pack): readonly string[] {
  const named = ['manifest.json', ...namedFiles(pack)];
  return Object.keys(pack.files)
    .filter((name) => !named.includes(name))
    .map((name) => `${name} is in the package, but the manifest does not name it`);
}

function flat(pack: Pack): readonly string[] {
  return Object.keys(pack.files)
    .filter((name) => /[/\\]/.test(name))
    .map((name) => `${name} lies in a folder; Teams reads files at the top only`);
}

/** Rules on files and icons, in the order in which they are reported. */
export const FILE_RULES: readonly Rule[] = [
  { name: 'no-placeholder', check: placeholders },
  { name: 'files-exist', check: filesExist },
  { name: 'no-extra-file', check: noExtraFile },
  { name: 'flat-zip', check: flat },
  { name: 'icon-size', check: iconSize },
  { name: 'outline-white', check: outlineWhite },
  { name: 'colour-opaque', check: colourOpaque },
];
