/** What a report tells of the hearing it belongs to: held, postponed or cancelled, and that those of us who went were there. */

import type { Day, EntryId, MissionCode } from '../ids.ts';
import type { Settling } from '../kind-hooks.ts';
import type { AnyRecord } from '../record-kind.ts';

interface Report {
  readonly hearing: EntryId;
  readonly day: Day;
  readonly step: string;
  readonly access?: string;
  readonly nextHearing?: unknown;
}

/** Nothing where the hearing says so already, or was moved to a later day than the one of the report. */
export function hearingTold(
  report: Report,
  hearing: AnyRecord | undefined,
  mission: MissionCode,
): readonly Settling[] {
  const outcome = outcomeIn(report);
  if (!outcome || !hearing || hearing.outcome !== undefined) return [];
  const { day } = hearing.start as { readonly day: Day };
  if (day > report.day) return [];
  const observers = outcome === 'held' ? whoWent(hearing.observers, mission) : hearing.observers;
  return [
    {
      entry: report.hearing,
      kind: 'hearing',
      values: { ...hearing, outcome, ...(observers ? { observers } : {}) },
      field: 'outcome',
      day,
    },
  ];
}

/** Undefined where the report leaves it open: we were not there, and nobody says what became of it. */
function outcomeIn({ step, access, nextHearing }: Report): 'held' | 'postponed' | 'cancelled' | undefined {
  if (step !== 'done' && step !== 'not-held') return undefined;
  if (access === 'postponed') return 'postponed';
  if (access === 'not-held') return nextHearing === undefined ? 'cancelled' : 'postponed';
  return step === 'done' ? 'held' : undefined;
}

/** Whoever reports what they saw was there: nobody of ours has to say it again. */
function whoWent(observers: unknown, mission: MissionCode): unknown {
  if (!Array.isArray(observers)) return observers;
  return observers.map((row: AnyRecord) =>
    row.mission === mission && row.state === 'confirmed' && row.part !== 'reserve'
      ? { ...row, state: 'done' }
      : row,
  );
}
