/** What a report tells of the hearing it belongs to: held, postponed or cancelled, and that the one of us who said that they go was there. */

import type { Day, EntryId, MissionCode } from '../ids.ts';
import type { Settling } from '../kind-hooks.ts';
import type { AnyRecord, Person } from '../record-kind.ts';

interface Report {
  readonly hearing: EntryId;
  readonly day: Day;
  readonly step: string;
  readonly access?: string;
  readonly nextHearing?: unknown;
}

interface ObserverRow {
  readonly mission: string;
  readonly who?: Person;
  readonly part: string;
  readonly state: string;
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
  const rows = (hearing.observers ?? []) as readonly ObserverRow[];
  const went = outcome === 'held' ? theOneWhoWent(rows, mission) : undefined;
  const observers = rows.map((row) => (row === went ? { ...row, state: 'done' } : row));
  return [
    {
      entry: report.hearing,
      kind: 'hearing',
      values: { ...hearing, outcome, ...(went ? { observers } : {}) },
      field: 'outcome',
      day,
      ...(went ? { there: went.who } : {}),
      // Another day keeps the reason, and a report has no place for it.
      ...(outcome === 'postponed' && !hearing.postponedWhy ? { asks: 'postponedWhy' } : {}),
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

/** A report does not say who of ours sat there: known only where no more than one of us had said that they go. */
function theOneWhoWent(
  rows: readonly ObserverRow[],
  mission: MissionCode,
): (ObserverRow & { readonly who: Person }) | undefined {
  const [went, another] = rows.filter((row) => row.mission === mission && row.state === 'confirmed');
  if (!went?.who || another || went.part === 'reserve') return undefined;
  return went as ObserverRow & { readonly who: Person };
}
