/** A person's signing key, wrapped with a passphrase that only they know. */

import { optional } from '../fields/define-field.ts';
import { person } from '../fields/reference.ts';
import { note, text } from '../fields/text.ts';
import { day } from '../fields/time.ts';
import type { Day } from '../ids.ts';
import type { RecordIn } from '../record-kind.ts';
import { keptKind } from './kept-kind.ts';

export const signingKey = keptKind({
  key: 'signing-key',
  list: 'SigningKeys',
  apart: true,
  versionless: true,
  fields: {
    person: person(),
    kid: text({ max: 64 }),
    publicJwk: note(),
    wrapped: note(),
    from: day(),
    retiredOn: optional(day()),
  },
  table: ['person', 'from'],
  summary: (record) => record.person.name,
  day: (record) => record.from,
});

export type SigningKeyRecord = RecordIn<typeof signingKey>;

/** Invented, valid, complete. @public */
export const signingKeyExample: SigningKeyRecord = {
  person: {
    objectId: '00000000-0000-4000-8000-000000000101',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Focal point, Aldermark',
  },
  kid: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
  publicJwk: '{"crv":"P-256","kty":"EC","x":"x","y":"y"}',
  wrapped: 'eyJhbGciOiJQQkVTMi1IUzI1NitBMTI4S1cifQ.a.b.c.d',
  from: '2026-02-18' as Day,
  retiredOn: '2026-11-20' as Day,
};
