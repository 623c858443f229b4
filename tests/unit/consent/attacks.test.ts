import { describe, expect, it } from 'vitest';
import { clearUnchanged } from '../../../src/domain/consent/clear.ts';
import { addDecision } from '../../../src/domain/consent/file-operations.ts';
import type { Audience } from '../../../src/domain/consent/need.ts';
import type { Day, Instant } from '../../../src/domain/ids.ts';
import { checkRecord, type Entry } from '../../../src/domain/record-kind.ts';
import { trialObservation } from '../../../src/domain/records/trial-observation.ts';
import { exampleOf } from '../../support/examples.ts';
import { ask, codes, decision, file, grant, mother, officer, otherEntry, refusal } from './consent-cases.ts';

describe('the gate under attack', () => {
  it('a withdrawal that is dated before the consent it takes back still comes after it', () => {
    const given = decision({ at: '2026-11-19T10:00:00Z' as Instant });
    const slow = refusal({ outcome: 'withdrawn', at: '2026-11-19T09:51:00Z' as Instant });
    const step = addDecision(file([given]), slow);
    if (!step.ok) throw new Error(step.why);
    expect(codes(ask(step.file.decisions))).toEqual(['withdrawn']);
  });

  it.each([
    ['a capital letter', { giverRef: 'Elder Brother' }],
    ['a blank', { giverRef: ' elder  brother' }],
    ['another rank', { giver: 'colleague-friend', giverRef: 'elder brother' }],
  ] as const)('somebody who must not be involved is not let in by %s', (_, spelled) => {
    const speakers = [{ giver: 'family', giverRef: 'elder brother', doNotInvolve: true }] as const;
    expect(codes(ask([mother(spelled)], {}, { speakers, status: 'serving' }))).toEqual([
      'giver-not-to-be-involved',
    ]);
  });

  it('a circle that is called like something every object has admits nobody', () => {
    const audiences: readonly Audience[] = ['circle:constructor'];
    const given = decision({ grants: [grant('trial', audiences, { members: {} })] });
    expect(ask([given], { audiences: ['mission:brenland'] }).allowed).toBe(false);
    const no = refusal({ outcome: 'refused', refuses: [grant('trial', audiences, { members: {} })] });
    expect(ask([no], { audiences: ['mission:brenland'] }).allowed).toBe(false);
  });

  it('a notice to the authorities is never a matter of principle', () => {
    const values = {
      ...exampleOf(trialObservation),
      basis: 'principle',
      notice: 'ministry',
      step: 'planned',
    };
    const checked = checkRecord(trialObservation, values, '2026-11-20' as Day);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    expect(trialObservation.need(checked.record)).toMatchObject({ basis: 'consent', tense: 'ahead' });
  });

  it('an edit towards another hearing is another step', () => {
    const record = { ...exampleOf(trialObservation), step: 'planned' } as const;
    const before: Entry = {
      kind: trialObservation.key,
      id: '1',
      entry: otherEntry,
      version: '1',
      at: '2026-11-19T10:00:00Z' as Instant,
      createdAt: '2026-11-19T10:00:00Z' as Instant,
      schema: 1,
      by: officer,
      under: ['d1'],
      ticket: 't1',
      record,
    };
    const edited = (change: object) =>
      clearUnchanged(
        { kind: trialObservation, entry: otherEntry, record: { ...record, ...change }, by: officer },
        before,
      );
    expect(edited({ note: 'Bring the letter' })).toBeDefined();
    expect(edited({ hearing: otherEntry })).toBeUndefined();
  });
});
