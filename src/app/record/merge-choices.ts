/** What a person has decided so far in a merge, and whether that is everything. */

import type { AnyRecord } from '../../domain/record-kind.ts';
import type { MergePlan } from '../../log/writing/saving.ts';

export type Side = 'mine' | 'theirs' | 'written';

export interface MergeChoice {
  readonly side: Side;
  /** Only for `written`. */
  readonly raw?: unknown;
}

export type MergeChoices = Readonly<Record<string, MergeChoice>>;

/** Suggested sides to begin with; consent, audience and risk have none. */
export function openingChoices(plan: MergePlan): MergeChoices {
  return Object.fromEntries(
    plan.fields.flatMap(({ key, suggestion }) => (suggestion ? [[key, { side: suggestion }]] : [])),
  );
}

/** Keys of fields that nobody has decided yet, in the order shown. */
export function undecided(plan: MergePlan, choices: MergeChoices): readonly string[] {
  return plan.fields.map(({ key }) => key).filter((key) => choices[key] === undefined);
}

/** The chosen value of every open field, as `saveMerged` takes them. Throws TypeError while one is undecided. */
export function chosenValues(plan: MergePlan, choices: MergeChoices): AnyRecord {
  return Object.fromEntries(
    plan.fields.map((field) => {
      const choice = choices[field.key];
      if (!choice) throw new TypeError(`merge: ${field.key} is not decided`);
      return [field.key, choice.side === 'written' ? choice.raw : field[choice.side]];
    }),
  );
}
