/** What of an entry another mission may read: chosen parts, no code of ours, no words that nobody named. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossed, initialsOf, offeredParts, shareScope } from '../../../src/domain/circle/crossing.ts';
import { codeFrom } from '../../../src/domain/codes.ts';
import type { Code, EntryId } from '../../../src/domain/ids.ts';
import { hearing, hearingExample } from '../../../src/domain/records/hearing.ts';
import { measureTaken, measureTakenExample } from '../../../src/domain/records/measures/measure-taken.ts';
import { trialObservation, trialObservationExample } from '../../../src/domain/records/trial-observation.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { arbitraryRecord } from '../../support/arbitrary-records.ts';
import { exampleOf } from '../../support/examples.ts';

const circleCode = codeFrom(Uint8Array.from([1, 2, 3, 4, 5]));
const asCircle = { code: () => circleCode, entry: () => undefined };
const asNobody = { code: () => undefined, entry: () => undefined };
const runs = process.env.SOAK ? 2_000 : 100;

describe('H2 · chosen parts', () => {
  it('H2 · only the parts chosen cross', () => {
    const { start, court } = hearingExample;
    expect(crossed(hearing, hearingExample, ['start', 'court'], asCircle)).toEqual({ start, court });
    expect(crossed(hearing, hearingExample, [], asCircle)).toEqual({});
  });

  it('H1 · without a choice of what may cross, a kind stays in the mission', () => {
    const staying = recordKinds.filter(({ sharing }) => sharing === undefined);
    expect(staying.map(({ key }) => key)).toEqual([
      'promise',
      'protection-actor',
      'subject-request',
      'incident',
    ]);
    for (const kind of staying) {
      const record = exampleOf(kind);
      expect(offeredParts(kind, record)).toEqual([]);
      expect(crossed(kind, record, Object.keys(kind.fields), asCircle)).toEqual({});
    }
  });

  it('H1 · names, notes and remarks stay; observers cross without the id they sign in with', () => {
    const there = crossed(hearing, hearingExample, Object.keys(hearing.fields), asCircle);
    expect(there).not.toHaveProperty('note');
    expect(there).not.toHaveProperty('about');
    const [first] = there.observers as readonly { readonly who: { readonly objectId: string } }[];
    expect(first).toMatchObject({ who: { name: 'Deputy, Aldermark', objectId: '0', tenantId: '0' } });
    expect(JSON.stringify(there)).not.toContain('Leaves Meren at seven');
  });

  it.each(recordKinds.filter(({ sharing }) => sharing).map((kind) => [kind.key, kind] as const))(
    'H1 · of %s no code of ours crosses, whatever is chosen',
    (_key, kind) => {
      fc.assert(
        fc.property(arbitraryRecord(kind), (record) => {
          const own = new Set<string>();
          const seen = (code: Code) => {
            own.add(code);
            return circleCode;
          };
          const all = Object.keys(kind.fields);
          const there = JSON.stringify(crossed(kind, record, all, { code: seen, entry: () => undefined }));
          for (const code of [...own, record.about].filter(
            (one) => typeof one === 'string' && one !== circleCode,
          ))
            expect(there).not.toContain(`"${code}"`);
          expect(there).not.toMatch(/"[0-9A-HJKMNP-TV-Z]{26}"/);
        }),
        { numRuns: runs },
      );
    },
  );

  it('H1 · a row about somebody who was left out stays as a whole', () => {
    const rows = [{ id: 'a', code: '9BGPNH00W', role: 'main', applies: 'own' }];
    const kind = recordKinds.find(({ key }) => key === 'visa-request');
    if (!kind) throw new Error('no visa request');
    expect(crossed(kind, { applicants: rows }, ['applicants'], asNobody)).toEqual({});
    expect(JSON.stringify(crossed(kind, { applicants: rows }, ['applicants'], asCircle))).toContain(
      circleCode,
    );
  });

  it('H2 · another entry is named by the id that these missions know, or not at all', () => {
    const row = '01HZX3K8Q2W7V5R4T9N6M1C0BZ' as EntryId;
    const known = { code: () => undefined, entry: () => row };
    expect(crossed(trialObservation, trialObservationExample, ['hearing'], known)).toEqual({ hearing: row });
    expect(crossed(trialObservation, trialObservationExample, ['hearing'], asNobody)).toEqual({});
  });
});

describe('H2 · what sharing needs', () => {
  it('B13 · a public text is shared under the consent to exactly this text', () => {
    const need = measureTaken.need(measureTakenExample);
    const scope = shareScope(measureTaken, measureTakenExample, 'full-name', ['gist']);
    expect(scope.categories).toEqual(measureTakenExample.categories);
    if (need.kind !== 'consent') throw new Error('the example needs consent');
    expect(scope.action).toBe(need.action);
    expect(scope.textDigest).toBe(need.textDigest);
  });

  it.each([
    ['court-list', 'none', 'no-refusal'],
    ['court-list', 'initials', 'consent'],
    ['lawyer', 'none', 'consent'],
  ] as const)('H2 · a hearing known from %s, identity %s: %s', (dateSource, identity, basis) => {
    const { outcome: _, ...record } = { ...hearingExample, dateSource };
    expect(shareScope(hearing, record, identity, ['start'])).toMatchObject({ action: 'trial', basis });
  });
});

it.each([
  ['Ana Maria Torres-Vidal', 'A. M. T. V.'],
  ['ნინო მთისძე', 'ნ. მ.'],
  ['Élodie', 'É.'],
])('H2 · initials of %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
