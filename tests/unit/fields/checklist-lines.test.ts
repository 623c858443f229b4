/** E10: an opened observation shows every answer of the checklist with its note, not only how many there are. */

import { describe, expect, it } from 'vitest';
import { reportingText, shownSections } from '../../../src/app/record/reporting-text.ts';
import type { Words } from '../../../src/domain/fields/field.ts';
import type { EntryId, Instant } from '../../../src/domain/ids.ts';
import type { Entry } from '../../../src/domain/record-kind.ts';
import { trialObservation, trialObservationExample } from '../../../src/domain/records/trial-observation.ts';

const words: Words = {
  locale: 'en',
  text: (key) => key.split('.').slice(-1)[0] ?? key,
  day: (day) => day,
  instant: (instant) => instant,
  cover: (code) => code,
  entry: () => undefined,
};
const entry: Entry = {
  kind: 'trial-observation',
  id: '1',
  entry: '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId,
  version: '1',
  at: '2026-11-20T09:00:00Z' as Instant,
  createdAt: '2026-11-20T09:00:00Z' as Instant,
  schema: 1,
  by: { objectId: 'o', tenantId: 't', name: 'Ines' },
  under: ['none'],
  record: trialObservationExample,
};

describe('an opened checklist', () => {
  const expected = [
    'public-hearing: concern (own). Supporters were kept in the corridor',
    'witnesses: violated (reported)',
    'interpreter: not-applicable',
  ];

  it('shows each answered item with answer, how we know and note; what nobody answered is left out', () => {
    const field = shownSections(trialObservation, entry, words)
      .flatMap(({ fields }) => fields)
      .find(({ key }) => key === 'fairTrial');
    const lines = field?.value.split('\n') ?? [];
    expect(lines).toHaveLength(1 + expected.length);
    expect(lines.slice(1)).toEqual(expect.arrayContaining(expected));
  });

  it('is copied as it is shown', () => {
    for (const line of expected) expect(reportingText(trialObservation, entry, words)).toContain(line);
  });
});
