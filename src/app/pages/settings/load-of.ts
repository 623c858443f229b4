/** Counts open urgent duties and cases by who has them: a hint for kindness, by name and never ranked. */

import type { Duty } from '../../../domain/duties/duty.ts';
import type { Code, Day } from '../../../domain/ids.ts';
import type { MissionPerson } from '../../../domain/missions.ts';
import { codesOf, type Entry, type RecordIn } from '../../../domain/record-kind.ts';
import { caseKind } from '../../../domain/records/case.ts';
import { risksIn } from '../../../domain/risk.ts';
import type { Me, View } from '../../../log/log.ts';

export interface Share {
  /** Urgent duties. */
  readonly count: number;
  /** Urgent cases. */
  readonly cases: number;
}

export interface LoadOf {
  /** Focal points and deputies in the order of the mission's list, and whoever else has something urgent. */
  readonly people: readonly (Share & { readonly person: MissionPerson })[];
  /** Urgent, and nobody's yet. */
  readonly nobodys: Share;
  /** This person's own duties, to be given away. */
  readonly mine: readonly Duty[];
}

export function loadOf(
  { duties, entries }: Pick<View, 'duties' | 'entries'>,
  me: Pick<Me, 'mission' | 'person'>,
  today: Day,
): LoadOf {
  const urgent = duties.filter(({ urgency }) => urgency === 'act-now');
  const leads = urgentCases(urgent, entries).map(({ record }) => record.lead?.objectId);
  const here = me.mission.people.filter((person) => person.to === undefined || person.to >= today);
  const ids = new Set<string | undefined>(here.map(({ objectId }) => objectId));
  const ownedBy = (objectId: string) => urgent.filter(({ owner }) => owner?.objectId === objectId);
  const people = here
    .map((person) => ({
      person,
      count: ownedBy(person.objectId).length,
      cases: leads.filter((lead) => lead === person.objectId).length,
    }))
    .filter(
      ({ person: { roles }, count, cases }) =>
        count + cases > 0 || roles.includes('focal-point') || roles.includes('deputy'),
    );
  return {
    people,
    nobodys: {
      count: urgent.filter(({ owner }) => owner === undefined).length,
      // Whoever led it and has left leads it no more.
      cases: leads.filter((lead) => !ids.has(lead)).length,
    },
    mine: ownedBy(me.person.objectId),
  };
}

/** Open cases in which something is to be done now, or somebody's risk is critical. */
function urgentCases(
  urgent: readonly Duty[],
  entries: View['entries'],
): readonly Entry<RecordIn<typeof caseKind>>[] {
  const owedTo = new Set(urgent.map(({ about }) => about));
  const risks = risksIn(entries);
  const isUrgent = (code: Code): boolean => owedTo.has(code) || risks.get(code)?.level === 'critical';
  const cases = (entries.get(caseKind.key) ?? []) as unknown as readonly Entry<RecordIn<typeof caseKind>>[];
  return cases.filter(
    ({ newer, record }) => !newer && record.state === 'open' && codesOf(record).some(isUrgent),
  );
}
