import type { Code, EntryId } from '../../../src/domain/ids.ts';
import type { AnyRecord, Entry } from '../../../src/domain/record-kind.ts';
import { trialObservation } from '../../../src/domain/records/trial-observation.ts';
import { consentFile } from '../../../src/domain/system/consent-file.ts';
import { consentFileIn } from '../../../src/log/gate/people.ts';
import type { Log } from '../../../src/log/log.ts';
import type { ConsentInput, Draft, SaveOutcome } from '../../../src/log/writing/saving.ts';
import { agreed, type LogWorld } from '../../support/log-world.ts';

/** `at` is the world of the test that runs. */
export function attackOn(at: () => { readonly world: LogWorld; readonly log: Log }) {
  async function addHearing(about: Code, more: AnyRecord = {}): Promise<EntryId> {
    const start = { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' };
    const values = { about, court: 'Oskel District Court', start, ...more };
    return saved(await at().log.save({ kind: 'hearing', entry: at().log.newEntryId(), values })).entry.entry;
  }

  async function plan(about: Code, more: AnyRecord = {}): Promise<Draft> {
    const hearing = more.hearing ?? (await addHearing(about));
    const values = { about, hearing, day: '2026-11-26', step: 'planned', basis: 'for-defender', ...more };
    return { kind: 'trial-observation', entry: at().log.newEntryId(), values };
  }

  async function addCase(...named: readonly Code[]): Promise<Entry> {
    const values = { about: at().log.newCode(), named, gist: 'Prosecution after the vigil', state: 'open' };
    return saved(await at().log.save({ kind: 'case', entry: at().log.newEntryId(), values })).entry;
  }

  /** The consent file as the book holds it now. */
  async function stored(about: Code) {
    const { entries } = await at().world.book.loadAll(consentFile);
    const held = entries.find(({ record }) => record.about === about);
    return held ? consentFileIn(held) : undefined;
  }

  async function plansInTheBook(): Promise<readonly Entry[]> {
    return (await at().world.book.loadAll(trialObservation)).entries;
  }

  return { addHearing, plan, addCase, stored, plansInTheBook };
}

export function saved(outcome: SaveOutcome) {
  if (outcome.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
  return outcome;
}

export function edit(entry: Entry, change: AnyRecord): Draft {
  const base = { id: entry.id, version: entry.version, record: entry.record };
  return { kind: entry.kind, entry: entry.entry, base, values: { ...entry.record, ...change } };
}

export function withdrawn(about: Code, change: Partial<ConsentInput> = {}): ConsentInput {
  return agreed(about, { outcome: 'withdrawn', grants: [], ...change });
}

export function refused(about: Code, change: Partial<ConsentInput> = {}): ConsentInput {
  return agreed(about, { outcome: 'refused', grants: [], ...change });
}

export function refusalsOf(outcome: SaveOutcome) {
  return outcome.outcome === 'refused' ? outcome.verdict.refusals.map(({ code }) => code) : outcome.outcome;
}
