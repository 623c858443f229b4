/** Field-by-field merge of an edit with what somebody else saved first. */

import { sameValue } from '../../domain/fields/field.ts';
import type { AnyKind, AnyRecord, Entry } from '../../domain/record-kind.ts';
import type { MergeField, MergePlan } from './saving.ts';

/**
 * What differs between `mine` and `theirs`, seen from `base`. Values that only one side changed settle by
 * themselves; a plan without `fields` needs no person.
 */
export function planMerge(kind: AnyKind, base: AnyRecord, mine: AnyRecord, theirs: Entry): MergePlan {
  const settled: Record<string, unknown> = {};
  const fields: MergeField[] = [];
  for (const [key, field] of Object.entries(kind.fields)) {
    const [before, ours, others] = [base[key], mine[key], theirs.record[key]];
    if (sameValue(ours, others)) {
      if (ours !== undefined) settled[key] = ours;
      continue;
    }
    const merged = field.merge(before, ours, others);
    const bothChanged = !sameValue(before, ours) && !sameValue(before, others);
    const cautious = bothChanged && field.settings.noDefaultInMerge === true;
    if ('value' in merged && !cautious) {
      if (merged.value !== undefined) settled[key] = merged.value;
      continue;
    }
    fields.push({
      key,
      base: before,
      mine: ours,
      theirs: others,
      ...(cautious ? {} : { suggestion: 'theirs' as const }),
    });
  }
  return { kind: kind.key, theirs, fields, settled };
}

/** The raw values of a merge that a person has settled; `chosen` must answer every open field. */
export function mergedValues(plan: MergePlan, chosen: AnyRecord): AnyRecord {
  const missing = plan.fields.filter((field) => !Object.hasOwn(chosen, field.key));
  if (missing.length > 0)
    throw new TypeError(`merge: no choice for ${missing.map((field) => field.key).join(', ')}`);
  return { ...plan.settled, ...chosen };
}
