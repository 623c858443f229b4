/** The invented defenders, groups and cases by the part they play, with the codes each mission knows them by. */

import { codeFrom } from '../../domain/codes.ts';
import { type Code, type EntryId, entryIdFrom } from '../../domain/ids.ts';
import { bytesFor } from './chance.ts';

/** Aldermark's own codes; another mission knows the same person by a code of its own, named with the mission. */
const parts = [
  'oskelDefender',
  'coAccused',
  'coAccusedSpouse',
  'coAccusedDaughter',
  'coAccusedSon',
  'journalist',
  'lawyer',
  'tarvinGroup',
  'tarvinSpeaker',
  'tarvinTreasurer',
  'tarvinNurse',
  'tarvinTeacher',
  'tarvinMember5',
  'tarvinMember6',
  'tarvinMember7',
  'tarvinMember8',
  'tarvinMember9',
  'tarvinMember10',
  'tarvinMember11',
  'tarvinMember12',
  'unionist',
  'exile',
  'releasedPrisoner',
  'oskelCase',
  'journalistCase',
  'barCase',
  'strikeCase',
  'exileCase',
  'brenlandOskelDefender',
  'brenlandLibrarian',
  'brenlandOskelCase',
  'corviaTranslator',
  'corviaUnionist',
  'corviaStrikeCase',
  'westernUnionOskelDefender',
  'westernUnionJournalist',
  'westernUnionOskelCase',
  'estmarkStudent',
  'estmarkArchivist',
] as const;
export type CastPart = (typeof parts)[number];

/** The same on every machine and in every seed. */
export const castCodes: Readonly<Record<CastPart, Code>> = Object.fromEntries(
  parts.map((part) => [part, codeFrom(bytesFor(`code ${part}`)(5))]),
) as Record<CastPart, Code>;

/** The id of the entry that a story writes under this key, e.g. `oskel-hearing-4`. */
export function castEntry(key: string): EntryId {
  return entryIdFrom(bytesFor(`entry ${key}`)(16));
}
