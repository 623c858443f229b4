/**
 * Two hundred invented identities that must never be found where names do not belong, and the search for them: raw, in lower
 * case, base64, percent-encoded, as \u escapes and as UTF-16, composed and decomposed.
 */
import { codeFrom } from '../../src/domain/codes.ts';
import type { Code } from '../../src/domain/ids.ts';

export interface Canary {
  readonly code: Code;
  readonly fullName: string;
  readonly alias: string;
}

/** Syllables of twelve scripts; every other name of a script is decomposed, where its letters have parts. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  latin: ['šč', 'ňá', 'ăž', 'ðū', 'ķē', 'ľô', 'ţî', 'ẁø', 'ģã', 'ÿĭ'],
  cyrillic: ['щё', 'жый', 'цю', 'ўэ', 'хъй', 'фя', 'ґї', 'чэй', 'шё', 'дзю'],
  greek: ['ψά', 'ξή', 'φώ', 'θΐ', 'γύ', 'δό', 'βέ', 'ζή', 'χώ', 'λΰ'],
  georgian: ['ღვა', 'ჭყი', 'ძწე', 'შხო', 'ჟგუ', 'ჩქა', 'ცბი', 'თმე', 'პრო', 'ჯნუ'],
  armenian: ['ծով', 'ղեռ', 'ճյա', 'ձիր', 'փշո', 'քնը', 'ժլէ', 'թմօ', 'խւա', 'ջգի'],
  arabic: ['ضأ', 'غؤ', 'ظئ', 'ثآ', 'خإ', 'ذو', 'شي', 'صا', 'طه', 'قى'],
  hebrew: ['צִפ', 'שַׁח', 'גוּל', 'דֶק', 'טָע', 'כֵס', 'מִז', 'נוֹה', 'פֶת', 'קַב'],
  devanagari: ['क्षा', 'ज्ञि', 'ढ़ो', 'फ़े', 'घ्यु', 'थ्रा', 'भ्वी', 'श्ले', 'छ्मो', 'ङ्गु'],
  thai: ['ฉำ', 'ฒี้', 'โฌ', 'ไฎ่', 'ฐึ', 'เฬ็', 'แฮ', 'ฟู', 'ธิ์', 'ญ่า'],
  hangul: ['꿻', '뚫', '쐐', '쭹', '헳', '괢', '놟', '뤯', '뵳', '욟'],
  han: ['曦', '翾', '麤', '鱻', '灥', '驫', '龘', '靐', '齾', '爨'],
  ethiopic: ['ጰጴ', 'ቼቹ', 'ኛኞ', 'ዧዥ', 'ጧጬ', 'ፏፎ', 'ሟሜ', 'ሯሬ', 'ሧሡ', 'ቯቬ'],
};

const COUNT = 200;
/** Shorter pieces would be found by chance. */
const PIECE = 6;

export const canaries: readonly Canary[] = Array.from({ length: COUNT }, (_, index) => {
  const names = Object.keys(scripts);
  const script = names[index % names.length] ?? 'latin';
  const form = Math.floor(index / names.length) % 2 === 0 ? 'NFC' : 'NFD';
  const word = (seed: number) => {
    const syllables = scripts[script] ?? [];
    return [1, 7, 13, 29, 41, 3]
      .map((step) => syllables[(seed * step + Math.floor((seed * step) / 10)) % syllables.length] ?? '')
      .join('');
  };
  return {
    code: codeFrom(Uint8Array.from([0xca, 0x4a, 0x17, index >> 8, index & 255])),
    fullName: `${word(index + 3)} ${word(index * 3 + 101)}`.normalize(form),
    alias: `${word(index * 7 + 11)}${index}`.normalize(form),
  };
});

export type Finder = (text: string) => readonly string[];

/** Looks for every word of these names; answers what was found, and in which clothes. */
export function finderOf(names: readonly string[]): Finder {
  return finderOfTexts(names.flatMap((name) => name.split(/[\s-]+/u)));
}

/** The same for texts that are looked for as they stand: days, codes, phrases. */
export function finderOfTexts(texts: readonly string[]): Finder {
  const needles = new Map<string, { readonly needle: string; readonly what: string }[]>();
  const starts = new Uint8Array(1 << STARTS);
  const add = (needle: string, what: string) => {
    if (needle.length < PIECE) return;
    const start = needle.slice(0, PIECE);
    const known = needles.get(start);
    if (known) known.push({ needle, what });
    else needles.set(start, [{ needle, what }]);
    starts[startAt(needle, 0)] = 1;
  };
  for (const word of new Set(texts)) {
    if (new TextEncoder().encode(word).length < PIECE) continue;
    for (const form of new Set([word.normalize('NFC'), word.normalize('NFD'), word]))
      for (const said of new Set([form, form.toLowerCase(), form.toUpperCase()]))
        for (const [how, needle] of clothes(said)) add(needle, `${word} (${how})`);
  }
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at + PIECE <= text.length; at += 1) {
      if (starts[startAt(text, at)] === 0) continue;
      for (const { needle, what } of needles.get(text.slice(at, at + PIECE)) ?? [])
        if (text.startsWith(needle, at)) found.add(what);
    }
    return [...found];
  };
}

/** A number of so many bits for the piece that begins there: most places are passed over by it alone. */
const STARTS = 20;

function startAt(text: string, at: number): number {
  let mixed = 0;
  for (let step = 0; step < PIECE; step += 1)
    mixed = Math.imul(mixed ^ text.charCodeAt(at + step), 0x9e3779b1);
  return mixed >>> (32 - STARTS);
}

function clothes(word: string): readonly (readonly [string, string])[] {
  const utf8 = Buffer.from(word, 'utf8');
  const utf16 = Buffer.from(word, 'utf16le');
  const escaped = [...utf16.swap16().toString('hex').matchAll(/..../g)]
    .map(([unit]) => `\\u${unit}`)
    .join('');
  const encoded = encodeURIComponent(word);
  return [
    ['raw', word],
    ['percent-encoded', encoded],
    ['percent-encoded, small', encoded.toLowerCase()],
    ['percent-encoded twice', encodeURIComponent(encoded)],
    ['escaped', escaped],
    ['escaped, capital', escaped.replace(/[a-f]/g, (letter) => letter.toUpperCase())],
    ['hex', utf8.toString('hex')],
    ...base64Of(utf8, 'base64'),
    ...base64Of(Buffer.from(word, 'utf16le'), 'base64 of UTF-16'),
  ];
}

/** What base64 shows of these bytes, wherever they begin in what was encoded: only characters that no neighbour changes. */
function base64Of(bytes: Buffer, how: string): readonly (readonly [string, string])[] {
  return [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const from = Math.ceil((shift * 8) / 6);
    const to = Math.floor(((shift + bytes.length) * 8) / 6);
    const sure = text.slice(from, to);
    return [
      [`${how} +${shift}`, sure] as const,
      [`${how}url +${shift}`, sure.replaceAll('+', '-').replaceAll('/', '_')] as const,
    ];
  });
}
