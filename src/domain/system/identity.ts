/** Who a code stands for: own list, own group, journalled before it is read. */

import { noNeed } from '../consent/need.ts';
import { optional } from '../fields/define-field.ts';
import { defender } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Code, Day } from '../ids.ts';
import { defineRecordKind, type RecordIn } from '../record-kind.ts';

/** Shown only by a deliberate act and never searched, exported or cached. */
export interface IdentityRecord {
  readonly about: Code;
  readonly fullName: string;
  readonly alias?: string;
  readonly birthDate?: string;
  readonly nationality?: string;
  readonly document?: string;
  readonly contactPoints?: string;
}

export const identity = defineRecordKind({
  key: 'identity',
  list: 'Identities',
  schema: 1,
  system: true,
  apart: true,
  versionless: true,
  fields: {
    about: defender({ indexed: true, unique: true }),
    fullName: text(),
    alias: optional(text()),
    birthDate: optional(day()),
    nationality: optional(text()),
    document: optional(text()),
    contactPoints: optional(note({ max: 4000 })),
  },
  sections: {
    main: ['about', 'fullName', 'alias', 'birthDate', 'nationality', 'document', 'contactPoints'],
  },
  table: ['about'],
  summary: (record, words) => words.cover(record.about),
  day: () => undefined,
  live: () => 'open',
  retention: { from: 'last-contact', months: 24 },
  need: () => noNeed,
});

/** Invented, valid, complete. @public */
export const identityExample: RecordIn<typeof identity> = {
  about: '9BGPNH00W' as Code,
  fullName: 'ნინო მთისძე',
  alias: 'Нино',
  birthDate: '1986-03-09' as Day,
  nationality: 'Varosia',
  document: 'Passport seen, number not kept',
  contactPoints: 'Through the library in Oskel',
};
