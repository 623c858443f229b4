/** The filters a person keeps under a name: read from the log, and written as its fields. */

import { isCode } from '../../../domain/codes.ts';
import { type EntryId, isMissionCode } from '../../../domain/ids.ts';
import type { AnyRecord } from '../../../domain/record-kind.ts';
import { savedFilter } from '../../../domain/system/saved-filter.ts';
import type { View } from '../../../log/log.ts';
import { isRecordKind } from '../../shell/record-kinds.ts';
import { type Filter, periods, states, statusKeys } from '../../table/filter.ts';

export interface KeptFilter {
  readonly entry: EntryId;
  readonly name: string;
  readonly filter: Filter;
}

/** By name. Only this person's own are ever in memory. */
export function keptFilters(view: Pick<View, 'entries'>, locale: string): readonly KeptFilter[] {
  return (view.entries.get(savedFilter.key) ?? [])
    .flatMap(({ entry, record }) =>
      typeof record.name === 'string' ? [{ entry, name: record.name, filter: filterIn(record) }] : [],
    )
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

/** What is kept of a filter: everything but what was typed into it. */
export function choiceOf({ kind, defender, period, mine, state, status, mission }: Filter): AnyRecord {
  const choice = { ofKind: kind, who: defender, period, mine, state, status, mission };
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
}

/** The inverse; what means nothing (any more) is left out. */
function filterIn(record: AnyRecord): Filter {
  const kind = typeof record.ofKind === 'string' && isRecordKind(record.ofKind) ? record.ofKind : undefined;
  const period = periods.find((known) => known === record.period);
  const state = states.find((known) => known === record.state);
  const status = statusKeys(kind).find((known) => known === record.status);
  return {
    ...(kind ? { kind } : {}),
    ...(isCode(record.who) ? { defender: record.who } : {}),
    ...(period ? { period } : {}),
    ...(record.mine === true ? { mine: true } : {}),
    ...(state ? { state } : {}),
    ...(status ? { status } : {}),
    ...(isMissionCode(record.mission) ? { mission: record.mission } : {}),
  };
}
