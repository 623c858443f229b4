/** Names the categories of information that an agreement leaves out and a step would tell. */

import type { Decision } from '../../domain/consent/consent-file.ts';
import type { Refusal } from '../../domain/consent/decision.ts';
import { categoriesTowards, type DataCategory, type Need } from '../../domain/consent/need.ts';

/** Empty where something else is wrong, or where every category stands in one grant or another. */
export function notShared(
  { code, action, audience }: Refusal,
  decision: Decision | undefined,
  need: Need | undefined,
): readonly DataCategory[] {
  if (code !== 'category-not-covered' || need?.kind !== 'consent' || !audience || !decision) return [];
  const ofAction = decision.grants.filter((grant) => grant.action === action);
  const named = ofAction.filter(({ audiences }) => audiences.includes(audience));
  const agreed = (named.length > 0 ? named : ofAction).flatMap(({ categories }) => categories);
  return categoriesTowards(need, audience).filter((category) => !agreed.includes(category));
}
