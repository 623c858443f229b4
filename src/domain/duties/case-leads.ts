/** Who leads the open case a defender stands in: what is owed to them is theirs to do first. */

import type { Code } from '../ids.ts';
import type { Person } from '../record-kind.ts';
import { caseKind } from '../records/case.ts';
import { type DutySources, entriesOf } from './sources.ts';

/** By the code of the case and of each of its defenders; of several open cases the newest counts. */
export function caseLeads(sources: DutySources): ReadonlyMap<Code, Person> {
  const leads = new Map<Code, Person>();
  for (const { record } of entriesOf(sources, caseKind)) {
    if (record.state !== 'open' || !record.lead) continue;
    for (const code of [record.about, ...record.named]) if (!leads.has(code)) leads.set(code, record.lead);
  }
  return leads;
}
