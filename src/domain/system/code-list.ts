/** An open list that a mission keeps for itself (its courts, its places of detention), with labels per language. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { noNeed } from '../consent/need.ts';
import { document } from '../fields/document.ts';
import { text } from '../fields/text.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';
import { type Region, regions } from '../regions.ts';
import { line, word } from './schemas.ts';

/** One code of an open list; `labels` by language tag. A retired code stays readable and is no longer offered; a place lies in a `region`. */
export interface ListedCode {
  readonly key: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly retired?: boolean;
  readonly region?: Region;
}

const codes: z.ZodMiniType<readonly ListedCode[]> = z.array(
  z.object({
    key: word,
    labels: z.record(word, line),
    retired: z.exactOptional(z.boolean()),
    region: z.exactOptional(z.enum(regions)),
  }),
);

export const codeList = defineRecordKind({
  key: 'code-list',
  list: 'CodeLists',
  schema: 1,
  system: true,
  fields: {
    name: text({ max: 80, indexed: true, unique: true }),
    codes: document<readonly ListedCode[]>(codes),
  },
  sections: { main: ['name', 'codes'] },
  table: ['name'],
  summary: (record) => record.name,
  day: () => undefined,
  live: () => 'open',
  need: () => noNeed,
});

/** Lists whose entries are offered while typing; the text itself is what is stored. */
export const suggestionLists = ['courts', 'facilities', 'places', 'authorities'] as const;
/** Sets of answers whose lines a mission may call otherwise or hide; what is counted by them stays the same, so none is added. */
export const fixedLists = [
  'measures',
  'measure-grounds',
  'visit-grounds',
  'access-grounds',
  'group-tags',
] as const;
/** Lists of a mission, in the order in which its settings show them. */
export const listNames = [...suggestionLists, 'ngos', ...fixedLists] as const;
export type ListName = (typeof listNames)[number];

/** Invented, valid, complete. @public */
export const codeListExample: RecordIn<typeof codeList> = {
  name: 'courts',
  codes: [
    { key: 'meren-city-court', labels: { en: 'Meren City Court', fr: 'Tribunal de la ville de Meren' } },
    { key: 'court-of-appeal', labels: { en: 'Court of Appeal', fr: "Cour d'appel" }, region: 'centre' },
  ],
};
