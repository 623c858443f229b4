/** An observation that is planned through the log, and what came of saving. */

import type { Code, EntryId } from '../../src/domain/ids.ts';
import { consentFileIn } from '../../src/log/gate/people.ts';
import type { Log } from '../../src/log/log.ts';
import type { Draft, SaveOutcome } from '../../src/log/writing/saving.ts';

export function saved(outcome: SaveOutcome) {
  if (outcome.outcome !== 'saved') throw new Error(`not saved: ${JSON.stringify(outcome)}`);
  return outcome;
}

export async function addHearing(log: Log, about: Code): Promise<EntryId> {
  const outcome = await log.save({
    kind: 'hearing',
    entry: log.newEntryId(),
    values: {
      about,
      court: 'Oskel District Court',
      start: { day: '2026-11-26', time: '10:00', zone: 'Asia/Tbilisi' },
    },
  });
  return saved(outcome).entry.entry;
}

export async function plan(log: Log, about: Code, more: Draft['values'] = {}): Promise<Draft> {
  const hearing = await addHearing(log, about);
  return {
    kind: 'trial-observation',
    entry: log.newEntryId(),
    values: { about, hearing, day: '2026-11-26', step: 'planned', basis: 'for-defender', ...more },
  };
}

export function fileOf(log: Log, about: Code) {
  const held = log
    .view()
    .entries.get('consent-file')
    ?.find((entry) => entry.record.about === about);
  return held ? consentFileIn(held) : undefined;
}
