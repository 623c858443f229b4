/** A form in the middle of being filled in: one reusable item per form and person, emptied after the save. */

import '../jitless.ts';
import * as z from 'zod/mini';
import { noNeed } from '../consent/need.ts';
import { optional } from '../fields/define-field.ts';
import { document } from '../fields/document.ts';
import { person } from '../fields/reference.ts';
import { text } from '../fields/text.ts';
import { instant } from '../fields/time.ts';
import type { Instant } from '../ids.ts';
import { type AnyRecord, defineRecordKind, type RecordIn } from '../record-kind.ts';

/** `form` names what is being filled in; `content` is absent once it was saved or thrown away. */
export const draft = defineRecordKind({
  key: 'draft',
  list: 'Drafts',
  schema: 1,
  system: true,
  versionless: true,
  fields: {
    owner: person(),
    form: text({ max: 80 }),
    savedAt: instant(),
    content: optional(document<AnyRecord>(z.record(z.string(), z.json()), { anyText: true })),
  },
  sections: { main: ['owner', 'form', 'savedAt', 'content'] },
  table: ['form', 'savedAt'],
  summary: (record) => record.form,
  day: () => undefined,
  live: () => 'open',
  need: () => noNeed,
});

/** Invented, valid, complete. @public */
export const draftExample: RecordIn<typeof draft> = {
  owner: {
    objectId: '00000000-0000-4000-8000-000000000101',
    tenantId: '00000000-0000-4000-8000-000000000001',
    name: 'Focal point, Aldermark',
  },
  form: 'contact',
  savedAt: '2026-11-20T10:42:00Z' as Instant,
  content: { kind: 'contact', values: { about: '9BGPNH00W', gist: 'Asked for' } },
};
