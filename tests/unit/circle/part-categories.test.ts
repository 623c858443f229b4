/** Which categories of data a part of an entry tells of when it is shared: said by its kind, never left to a tick. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoriesTold, offeredParts } from '../../../src/domain/circle/crossing.ts';
import type { DataCategory } from '../../../src/domain/consent/need.ts';
import type { Field } from '../../../src/domain/fields/field.ts';
import type { AnyKind, AnyRecord } from '../../../src/domain/record-kind.ts';
import { recordKinds } from '../../../src/domain/registry.ts';
import { arbitraryRecord } from '../../support/arbitrary-records.ts';
import { exampleOf } from '../../support/examples.ts';
import { often } from '../../support/often.ts';

const shared = recordKinds.filter(({ sharing }) => sharing);

function kind(key: string): AnyKind {
  const found = recordKinds.find((one) => one.key === key);
  if (!found) throw new Error(key);
  return found;
}

type Case = readonly [string, AnyRecord, readonly string[], readonly DataCategory[]];

describe('H1 H2 · a part tells of', () => {
  it.each<Case>([
    ['hearing', {}, ['start', 'court', 'observers'], []],
    ['prison-visit', {}, ['facility', 'visitOn'], []],
    ['prison-visit', {}, ['healthNeed'], ['health']],
    ['prison-visit', {}, ['illTreatment'], ['health']],
    ['prison-visit', {}, ['treatment'], ['health']],
    ['prison-visit', { treatment: { 'books-religion': { answer: 'concern' } } }, ['treatment'], ['religion']],
    ['prison-visit', { treatment: { food: { answer: 'ok' } } }, ['treatment'], []],
    ['prison-visit', { type: 'psychiatric' }, ['facility'], ['health']],
    ['prison-visit', { type: 'family' }, ['visitOn'], ['family']],
    ['status-change', {}, ['status'], ['legal']],
    ['status-change', { status: 'free', heldIn: undefined }, ['status', 'day'], []],
    ['status-change', { heldIn: 'hospital-under-guard' }, ['day'], ['health']],
    ['detention', {}, ['facility'], []],
    ['detention', {}, ['legalGround'], ['legal']],
    ['detention', { heldIn: 'psychiatric' }, ['facility'], ['health']],
    ['defender', {}, ['riskLevel'], []],
    ['defender', {}, ['relations'], ['family']],
    ['defender', { unit: 'family-member' }, ['unit'], ['family']],
    ['defender', { tags: ['lgbtqi'] }, ['tags'], ['sexual-orientation']],
    ['defender', { tags: ['religious-or-ethnic-minority', 'disability'] }, ['tags'], ['health', 'religion']],
    ['defender', { tags: ['woman'] }, ['tags'], []],
    ['defender', { fieldsOfWork: ['lgbtqi'] }, ['fieldsOfWork'], ['sexual-orientation']],
    ['defender', { needs: ['medical'] }, ['needs'], ['health']],
    ['defender', { needs: ['medical'] }, ['needsNote'], ['health']],
    ['defender', {}, ['contactCheckedOn'], ['contact']],
    ['visa-request', {}, ['stage'], ['immigration']],
    ['visa-request', {}, ['applicants'], ['family', 'immigration']],
    ['visa-request', { reason: 'medical' }, ['reason'], ['health', 'immigration']],
    ['contact', {}, ['gist'], []],
    ['contact', {}, ['channel', 'asked'], ['contact', 'immigration']],
    ['proceeding', {}, ['court', 'stage'], []],
    ['proceeding', {}, ['defendants'], ['legal']],
    ['trial-observation', {}, ['condition'], ['health']],
    ['threat-event', { kinds: ['forced-psychiatric-exam', 'arrest'] }, ['kinds'], ['health', 'legal']],
    ['threat-event', { kinds: ['smear'] }, ['kinds'], []],
    ['risk-assessment', {}, ['level'], []],
    ['risk-assessment', {}, ['dimensions'], ['health', 'family', 'legal']],
    ['case', { kind: 'prosecution' }, ['kind'], ['legal']],
    ['recognition', {}, ['violenceClaim'], ['legal']],
    ['measure-taken', { categories: ['religion'] }, ['gist'], ['religion']],
    ['measure-taken', { categories: [], measure: 'medical-documentation' }, ['measure'], ['health']],
    ['demarche', { categories: ['legal'] }, ['points'], ['legal']],
  ])('%s %o: %j tell of %j', (key, change, parts, categories) => {
    const record = Object.fromEntries(
      Object.entries({ ...exampleOf(kind(key)), ...change }).filter(([, value]) => value !== undefined),
    );
    expect(categoriesTold(kind(key), record, parts)).toEqual(categories);
  });

  it('H2 · nothing chosen tells nothing, and every further part can only add', () => {
    for (const one of shared)
      fc.assert(
        fc.property(arbitraryRecord(one), fc.infiniteStream(fc.boolean()), (record, ticks) => {
          const all = offeredParts(one, record);
          const some = all.filter(() => ticks.next().value);
          const whole = categoriesTold(one, record, all);
          expect(categoriesTold(one, record, [])).toEqual([]);
          for (const category of categoriesTold(one, record, some)) expect(whole).toContain(category);
        }),
        often(50),
      );
  });
});

/** Answers that speak of health, family, faith, papers or a court by their very name. */
const telling =
  /health|medic|psych|disab|hospital|unwell|hunger|famil|spouse|child|sibling|parent|relig|lgbt|visa|asylum|passport|arrest|prosecut|convict|acquit|sentence|serving/;

/** Looked at one by one: they tell how we know, who was there or what somebody else does, not how the person is. */
const notOfThePerson: ReadonlySet<string> = new Set([
  'contact.otherParty: family',
  'contact.asked: house-arrest-visit',
  'defender.fieldsOfWork: health-social',
  'defender.occupations: health-worker',
  'proceeding.stage: sentence',
  'hearing.dateSource: family',
  'trial-observation.askedFirst: family',
  'trial-observation.present: family',
  'prison-visit.type: house-arrest',
  'prison-visit.askedTo: prosecutor',
  'threat-event.sources: prosecution-or-court',
  'threat-event.sources: religious-group',
  'threat-event.learntFrom: family',
  'demarche.askedBy: family',
  'demarche.level: prosecutor',
  'measure-taken.askedBy: family',
  'measure-taken.measure: house-arrest-visit',
  'status-change.source: family',
  'detention.source: family',
  'claim.source: family',
  'prison-visit.treatment: unsentenced',
  'demarche.preferred: house-arrest-visit',
  'measure-taken.preferred: house-arrest-visit',
]);

function answersOf({ kind: of, settings }: Field): readonly (readonly [string, unknown])[] {
  const { choices, row, items } = settings;
  if (row)
    return Object.entries(row).flatMap(([part, inner]) =>
      answersOf(inner).map(([answer, value]) => [answer, [{ id: 'r1', [part]: value }]] as const),
    );
  if (items) return items.keys.map((item) => [item, { [item]: { answer: choices?.keys[0] } }] as const);
  return (choices?.keys ?? []).map((key) => [key, of === 'choices' ? [key] : key] as const);
}

it('H1 · every answer that speaks of health, family, faith, papers or a court by name is declared', () => {
  const silent = shared.flatMap((one) =>
    Object.entries(one.fields).flatMap(([key, field]) =>
      answersOf(field)
        .filter(([answer]) => telling.test(answer))
        .filter(([, value]) => {
          const record = { [key]: value };
          return offeredParts(one, record).includes(key) && categoriesTold(one, record, [key]).length === 0;
        })
        .map(([answer]) => `${one.key}.${key}: ${answer}`),
    ),
  );
  expect(silent.filter((one) => !notOfThePerson.has(one))).toEqual([]);
});
