/** Makes lists of contacts as offices keep them, with everything that goes wrong in them; each row knows what must become of it. */

import { seededRandom } from '../../src/local-tenant/faults/fault-box.ts';

export type Fate = 'store' | 'twice' | 'skip' | 'refuse';

export interface MessyList {
  readonly text: string;
  /** By row number as a spreadsheet counts. */
  readonly fates: ReadonlyMap<number, Fate>;
  readonly counts: Readonly<Record<Fate, number>>;
}

/** Words of the list for people; the test says who they are. */
export const strangers = [
  'Militante R.',
  'militante r. ',
  'Collectif du port',
  'Le journaliste de Tarvin',
  'Juriste N.',
];
export const titles = [
  'Date du contact',
  'Personne',
  'Moyen',
  'Endroit',
  'Remarques',
  'A consenti ?',
  'Saisi par',
  '',
];

const means = ['téléphone', 'Tél.', 'en personne', 'EN PERSONNE', '', '?', 'n/a'];
const remarks = [
  'Demande des nouvelles du dossier',
  'Audience reportée ; sans motif',
  'Dit "oui" à la lettre, pas à la presse',
  'Inquiète\nrappeler jeudi',
  '=SOMME(A1:A9)',
  '+ de détails au prochain appel',
  '@ rappeler',
  '- rien de neuf',
  'Accord\u00A0oral\u202F: à revoir',
  'Été, cœur, naïve – “guillemets”',
];
const consents = ['oui', 'Non', 'O', 'n', '?', 'N/A', '', 'Oui ', '1'];

/** A list of `rows` rows, day first (proven by days above 12), the same for the same seed. */
export function messyList(rows: number, seed: number, separator = ';'): MessyList {
  const random = seededRandom(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const lines: (readonly string[])[] = [['Suivi des contacts'], [''], titles];
  const fates = new Map<number, Fate>();
  const counts = { store: 0, twice: 0, skip: 0, refuse: 0 };
  const written: (readonly string[])[] = [];
  for (let index = 0; index < rows; index += 1) {
    const { cells, fate } = rowOf(index, random, pick, written);
    lines.push(cells);
    fates.set(lines.length, fate);
    counts[fate] += 1;
    if (fate === 'store') written.push(cells);
  }
  const quote = (cell: string) => (/["\n;,\t|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return { text: lines.map((line) => line.map(quote).join(separator)).join('\r\n'), fates, counts };
}

function rowOf(
  index: number,
  random: () => number,
  pick: <T>(from: readonly T[]) => T,
  written: readonly (readonly string[])[],
): { readonly cells: readonly string[]; readonly fate: Fate } {
  const chance = random();
  if (chance < 0.02) return { cells: ['', ' ', '\u00A0', '', '', '', '', ''], fate: 'skip' };
  if (chance < 0.03) return { cells: ['TOTAL', '', '', '', '', '', String(index), ''], fate: 'skip' };
  if (chance < 0.04) return { cells: titles, fate: 'skip' };
  if (chance < 0.08 && written.length > 0) return { cells: pick(written), fate: 'twice' };
  const cells = [
    dateOf(random, pick),
    pick(strangers),
    pick(means),
    '',
    `${pick(remarks)} (${index})`,
    pick(consents),
    pick(['AB', 'C. D.', '']),
    '',
  ];
  if (chance < 0.1)
    return { cells: cells.with(0, pick(['31/02/2026', 'bientôt', '12/2026', '2031-01-01'])), fate: 'refuse' };
  if (chance < 0.12) return { cells: cells.with(1, ''), fate: 'refuse' };
  if (chance < 0.14) return { cells: cells.with(2, 'pigeon voyageur'), fate: 'refuse' };
  if (chance < 0.15) return { cells: cells.with(4, ''), fate: 'refuse' };
  return { cells, fate: 'store' };
}

function dateOf(random: () => number, pick: <T>(from: readonly T[]) => T): string {
  const day = 1 + Math.floor(random() * 28);
  const month = 1 + Math.floor(random() * 10);
  const two = (figure: number) => String(figure).padStart(2, '0');
  const months = ['janv.', 'février', 'mars', 'avr', 'mai', 'juin', 'juillet', 'août', 'Sept.', 'octobre'];
  return pick([
    `${two(day)}/${two(month)}/2026`,
    `${day}/${month}/26`,
    `${two(day)}.${two(month)}.2026`,
    `2026-${two(month)}-${two(day)}`,
    `${day} ${months[month - 1]} 2026`,
    String(46_023 + (month - 1) * 28 + day - 1),
  ]);
}
