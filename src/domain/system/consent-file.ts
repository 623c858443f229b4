/** The list of consent files, one item per defender, and the archive that keeps what no longer fits into it. */

import '../jitless.ts';
import * as z from 'zod/mini';
import type { Decision, Ticket } from '../consent/consent-file.ts';
import { decisionSchema, ticketSchema } from '../consent/consent-file-schema.ts';
import { noNeed } from '../consent/need.ts';
import { optional } from '../fields/define-field.ts';
import { document } from '../fields/document.ts';
import { number, yesNo } from '../fields/number.ts';
import { defender } from '../fields/reference.ts';
import { day } from '../fields/time.ts';
import type { Code, Day, EntryId, Instant } from '../ids.ts';
import { defineRecordKind, type Person, type RecordIn } from '../record-kind.ts';

const decisions = document<readonly Decision[]>(z.array(decisionSchema));
const tickets = document<readonly Ticket[]>(z.array(ticketSchema));

const officer: Person = {
  objectId: '00000000-0000-4000-8000-000000000101',
  tenantId: '00000000-0000-4000-8000-000000000001',
  name: 'Focal point, Aldermark',
};

const decision: Decision = {
  id: '01HZX3K8Q2W7V5R4T9N6M1C0BD:9BGPNH00W',
  outcome: 'given',
  giver: 'defender',
  giverRef: '9BGPNH00W',
  freeToSpeak: 'yes',
  howWeKnow: 'known-to-us',
  grants: [
    { action: 'trial', audiences: ['embassy', 'host-authority'], identity: 'full-name', categories: [] },
  ],
  refuses: [],
  effect: { when: 'now' },
  validity: { kind: 'until', day: '2027-02-18' as Day },
  reviewOn: '2027-02-16' as Day,
  limits: 'Come, sit at the back, talk to nobody about me.',
  channel: 'secure-message',
  informed: ['purpose', 'who-will-see', 'may-withdraw'],
  evidence: { form: 'oral' },
  witness: 'read-back',
  statistics: true,
  by: officer,
  at: '2026-11-18T10:12:00Z' as Instant,
};

const ticket: Ticket = {
  id: '01HZX3K8Q2W7V5R4T9N6M1C0BE',
  entry: '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId,
  kind: 'trial-observation',
  action: 'trial',
  audiences: ['embassy'],
  identity: 'none',
  categories: [],
  under: decision.id,
  by: officer,
  at: '2026-11-19T08:00:00Z' as Instant,
  until: '2026-11-22T08:00:00Z' as Instant,
  state: 'used',
};

/** Decisions and tickets in two notes; the other columns repeat the outcome for people and indexes. */
export const consentFile = defineRecordKind({
  key: 'consent-file',
  list: 'ConsentFiles',
  schema: 1,
  system: true,
  versionless: true,
  fields: {
    about: defender({ indexed: true, unique: true }),
    decisions: optional(decisions),
    tickets: optional(tickets),
    reviewOn: optional(day({ indexed: true })),
    endsOn: optional(day({ indexed: true })),
    refused: optional(yesNo()),
  },
  sections: { main: ['about', 'reviewOn', 'endsOn', 'refused', 'decisions', 'tickets'] },
  table: ['about', 'reviewOn', 'endsOn', 'refused'],
  summary: (record, words) => words.cover(record.about),
  day: () => undefined,
  live: () => 'open',
  // After the last step that relied on it.
  retention: { from: 'end', months: 60 },
  need: () => noNeed,
});

/** Invented, valid, complete. @public */
export const consentFileExample: RecordIn<typeof consentFile> = {
  about: '9BGPNH00W' as Code,
  decisions: [decision],
  tickets: [ticket],
  reviewOn: '2027-02-16' as Day,
  endsOn: '2027-02-18' as Day,
  refused: false,
};

/** One part of what was moved out of a full consent file; read for subject access and evidence, never for a decision. */
export const consentArchive = defineRecordKind({
  key: 'consent-archive',
  list: 'ConsentArchive',
  schema: 1,
  system: true,
  appendOnly: true,
  versionless: true,
  fields: {
    about: defender({ indexed: true }),
    part: number({ min: 1, whole: true }),
    archivedOn: day(),
    decisions: optional(decisions),
    tickets: optional(tickets),
  },
  sections: { main: ['about', 'part', 'archivedOn', 'decisions', 'tickets'] },
  table: ['about', 'part', 'archivedOn'],
  summary: (record, words) => words.cover(record.about),
  day: (record) => record.archivedOn,
  live: (record) => record.archivedOn,
  need: () => noNeed,
});

/** Invented, valid, complete. @public */
export const consentArchiveExample: RecordIn<typeof consentArchive> = {
  about: '9BGPNH00W' as Code,
  part: 1,
  archivedOn: '2026-11-20' as Day,
  decisions: [decision],
  tickets: [ticket],
};
