/** Entries as a book holds them, and what is owed because of them on 20 November 2026; everybody is invented. */

import { duties } from '../../../src/domain/duties/duties.ts';
import type { Duty } from '../../../src/domain/duties/duty.ts';
import type { DutySources } from '../../../src/domain/duties/sources.ts';
import type { EntryId, Instant, MissionCode } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import {
  circumstances,
  decision,
  entry,
  file,
  now,
  officer,
  oskel,
  otherEntry,
} from '../consent/consent-cases.ts';

export const hearingId = '01HZX3K8Q2W7V5R4T9N6M1C0BH' as EntryId;

export function stored(kind: string, record: AnyRecord, more: Partial<Entry> = {}): Entry {
  return {
    kind,
    id: '1',
    entry,
    version: '1',
    at: now,
    createdAt: now,
    schema: 1,
    by: officer,
    under: ['none'],
    record,
    ...more,
  };
}

/** By kind, as a book has them. */
export function inBook(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const byKind = new Map<string, Entry[]>();
  for (const each of entries) byKind.set(each.kind, [...(byKind.get(each.kind) ?? []), each]);
  return byKind;
}

export function owed(entries: readonly Entry[], more: Partial<DutySources> = {}): readonly Duty[] {
  return duties({
    entries: inBook(entries),
    files: [],
    closings: [],
    circumstances: (code) => circumstances({ code }),
    mission: 'aldermark' as MissionCode,
    zone: 'Asia/Tbilisi',
    now,
    ...more,
  });
}

export function closing(duty: string, record: AnyRecord): Entry {
  return stored('duty-closing', { duty, ...record });
}

export const defender = (more: AnyRecord = {}) =>
  stored('defender', { about: oskel, unit: 'individual', ...more }, { entry: otherEntry });
export const observed = stored(
  'trial-observation',
  {
    about: oskel,
    hearing: hearingId,
    day: '2026-11-18',
    step: 'done',
    basis: 'for-defender',
    access: 'refused',
  },
  { under: ['yes'] },
);
export const hearing = (start: string, more: AnyRecord = {}, createdAt = '2026-10-01T09:00:00Z') =>
  stored(
    'hearing',
    {
      about: oskel,
      court: 'Oskel District Court',
      start: { day: start, time: '10:00', zone: 'Asia/Tbilisi' },
      ...more,
    },
    { entry: hearingId, createdAt: createdAt as Instant },
  );
/** Given in advance, as everybody at high risk should. */
export const wishes = file([decision({ effect: { when: 'if-arrested' } })]);
export const kinds = (found: readonly Duty[]) => found.map(({ kind }) => kind);
/** Nothing but what those it concerned are to be told. */
export const toTell = (found: readonly Duty[]) => found.filter(({ step }) => step === 'tell');
