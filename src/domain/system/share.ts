/** What was shared of an entry with other missions of a circle, under which consent, until when, and what became of it. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { consentActions, dataCategories, identityLevels, noNeed } from '../consent/need.ts';
import { choice, choices } from '../fields/choice.ts';
import { optional } from '../fields/define-field.ts';
import { document } from '../fields/document.ts';
import { number } from '../fields/number.ts';
import { defender, defenders, entry, mission, missionInWords, ownStep } from '../fields/reference.ts';
import { rows } from '../fields/rows.ts';
import { text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day, EntryId, MissionCode } from '../ids.ts';
import { type AnyRecord, codesOf, type RecordIn } from '../record-kind.ts';
import { latest } from '../records/rule.ts';
import { keptKind } from './kept-kind.ts';
import { missionList, word } from './schemas.ts';

/** What a mission sends that a colleague must be able to finish, list and take back. */
const sharedTypes = ['shared-entry', 'request', 'answer', 'comment', 'in-touch'] as const;

const words: z.ZodMiniType<readonly string[]> = z.array(word);
const body: z.ZodMiniType<AnyRecord> = z.record(z.string(), z.json());

/**
 * `source` is the entry shared and `row` the one in the circle; `parts` are the fields of the source that go along, `says`
 * is what is sent where nothing of ours is its source, and `code` is how these missions know whom it is about; `looked` is
 * the digest of what whoever shared it had before their eyes. Taken
 * back: `revoked` by us, `retracted` after a withdrawal.
 */
export const share = keptKind({
  key: 'share',
  list: 'Shares',
  fields: {
    about: optional(defender({ indexed: true })),
    named: optional(defenders()),
    type: choice('circle-payloads', sharedTypes),
    source: optional(ownStep({ indexed: true })),
    ofKind: optional(text({ max: 40 })),
    parts: optional(document<readonly string[]>(words)),
    says: optional(document<AnyRecord>(body)),
    action: choice('consent-actions', consentActions),
    basis: optional(choice('consent-bases', ['consent', 'no-refusal'])),
    textDigest: optional(text({ max: 64 })),
    proceeding: optional(entry('proceeding')),
    identity: choice('identity-levels', identityLevels, { noDefaultInMerge: true }),
    categories: optional(choices('data-categories', dataCategories, { noDefaultInMerge: true })),
    to: document<readonly MissionCode[]>(missionList()),
    until: day(),
    circle: text(),
    code: optional(defender()),
    row: entry('circle-entry', { indexed: true }),
    rev: number({ min: 1, whole: true }),
    digest: optional(text({ max: 64 })),
    looked: optional(text({ max: 64 })),
    state: choice('share-states', ['shared', 'revoked', 'retracted'], { noDefaultInMerge: true }),
    confirmations: optional(rows({ mission: mission(), asked: day(), deletedOn: optional(day()) })),
  },
  table: ['about', 'ofKind', 'to', 'until', 'state'],
  summary: (record) => record.to.map(missionInWords).join(', '),
  // Whoever is left out takes the code along by which they would be known.
  without: (record, isOut) => {
    const { code: _, ...rest } = record;
    return isOut(record.about as Code) ? rest : record;
  },
  // Open while it can be read there, and until everybody said that they deleted it.
  live: ({ state, until, confirmations = [] }) =>
    state === 'shared' || confirmations.some(({ deletedOn }) => deletedOn === undefined)
      ? 'open'
      : confirmations.reduce((last, { deletedOn }) => latest(last, deletedOn), until),
  need: (record) =>
    record.state === 'shared' && codesOf(record).length > 0
      ? {
          kind: 'consent',
          action: record.action,
          audiences: record.to.map((one) => `mission:${one}` as const),
          identity: record.identity,
          categories: record.categories ?? [],
          persons: codesOf(record),
          basis: record.basis ?? 'consent',
          tense: 'ahead',
          ...(record.textDigest ? { textDigest: record.textDigest } : {}),
          ...(record.proceeding ? { proceeding: record.proceeding } : {}),
        }
      : noNeed,
});

export type ShareRecord = RecordIn<typeof share>;

/** Invented, valid, complete. @public */
export const shareExample: ShareRecord = {
  about: '9BGPNH00W' as Code,
  named: ['GSCP57DRW' as Code],
  type: 'shared-entry',
  source: '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId,
  ofKind: 'hearing',
  parts: ['when', 'court'],
  says: { words: 'We go.' },
  action: 'trial',
  basis: 'consent',
  textDigest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  proceeding: '01HZX3K8Q2W7V5R4T9N6M1C0BC' as EntryId,
  identity: 'initials',
  categories: ['legal'],
  to: ['brenland' as MissionCode],
  until: '2027-02-18' as Day,
  circle: 'meren-like-minded',
  code: 'GSCP57DRW' as Code,
  row: '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId,
  rev: 1,
  digest: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  looked: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
  state: 'shared',
  confirmations: [
    {
      id: 'c1',
      mission: 'brenland' as MissionCode,
      asked: '2026-11-20' as Day,
      deletedOn: '2026-11-21' as Day,
    },
  ],
};
