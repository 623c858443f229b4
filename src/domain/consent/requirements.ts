/** What an agreement must bring with it to carry a step: scope, a known giver, being informed, a witness. */

import {
  type Circumstances,
  type Decision,
  type Giver,
  type Grant,
  type InformedElement,
  informedElements,
  quietElements,
} from './consent-file.ts';
import type { RefusalCode } from './decision.ts';
import {
  type Audience,
  type ConsentAction,
  type IdentityLevel,
  identityLevels,
  isTowardsAuthorities,
} from './need.ts';
import type { Cell, Statement } from './statement.ts';
import type { Situation } from './validity.ts';

export function isPublicStep(action: ConsentAction, audience: Audience): boolean {
  return action === 'publicity' || audience === 'public';
}

/**
 * The informed elements that must have been told: three for quiet measures; all eight for public steps, towards
 * authorities, and where a full name goes beyond the embassy and its ministry.
 */
export function requiredElements(
  action: ConsentAction,
  audience: Audience,
  identity: IdentityLevel,
): readonly InformedElement[] {
  const isNamed = identity === 'full-name' && audience !== 'embassy' && audience !== 'ministry';
  return isNamed || isPublicStep(action, audience) || isTowardsAuthorities(audience)
    ? informedElements
    : quietElements;
}

/** Why no row of the agreement is wide enough, or `undefined` and the row that is. */
export function scopeOf(
  statement: Statement,
  cell: Cell,
): { readonly row: Statement['rows'][number] } | { readonly code: RefusalCode } {
  let code: RefusalCode = 'audience-not-covered';
  for (const row of statement.rows) {
    const missing = scopeGap(row.grant, cell);
    if (!missing) return { row };
    code = missing;
  }
  return { code };
}

function scopeGap(grant: Grant, cell: Cell): RefusalCode | undefined {
  if (identityLevels.indexOf(cell.identity) > identityLevels.indexOf(grant.identity))
    return 'identity-not-covered';
  if (!cell.categories.every((category) => grant.categories.includes(category)))
    return 'category-not-covered';
  if (grant.text?.mode === 'exact' && (!cell.textDigest || grant.text.digest !== cell.textDigest))
    return 'text-not-covered';
  if (cell.textDigest && !grant.text && isPublicStep(cell.action, cell.audience)) return 'text-not-covered';
  return undefined;
}

/** Why an agreement whose scope fits and that was spoken freely does not count, or `undefined` when it does. */
export function flawOf(decision: Decision, cell: Cell, situation: Situation): RefusalCode | undefined {
  if (!decision.validity && !decision.reviewOn) return 'unknown-value';
  const isPublic = isPublicStep(cell.action, cell.audience);
  if (!isExplained(decision, situation.circumstances)) return 'giver-not-confirmed';
  if (situation.circumstances.minor && !isGuardianWithChildView(decision)) return 'guardian-missing';
  if (isPublic && decision.howWeKnow === 'not-confirmed') return 'giver-not-confirmed';
  if (decision.evidence?.form === 'public-appeal') {
    if (!isCoveredByAppeal(decision.giver, cell)) return 'action-not-covered';
    if (!decision.evidence.where?.trim()) return 'not-informed';
  } else {
    const told = requiredElements(cell.action, cell.audience, cell.identity);
    if (!told.every((element) => decision.informed.includes(element))) return 'not-informed';
    if (isPublic && (decision.evidence?.form ?? 'oral') === 'oral' && !decision.witness)
      return 'witness-missing';
  }
  return isReviewBlocking(decision, cell, situation) ? 'review-passed' : undefined;
}

/** Someone else may speak only when it is said why the defender was not asked; a group speaks through its people. */
function isExplained(decision: Decision, circumstances: Circumstances): boolean {
  return decision.giver === 'defender' || circumstances.group || decision.whyNotDefender !== undefined;
}

/** Who may agree for a minor. */
export function isGuardian(decision: Decision): boolean {
  return decision.giver === 'family' || decision.giver === 'legal-representative';
}

/** A guardian's consent needs the child's own view beside it. */
function isGuardianWithChildView(decision: Decision): boolean {
  return isGuardian(decision) && decision.childView !== undefined && decision.childView.trim() !== '';
}

/** An appeal by the person or their organisation covers a named statement, observation and authorities, nothing else. */
function isCoveredByAppeal(giver: Giver, cell: Cell): boolean {
  if (giver !== 'defender' && giver !== 'organisation') return false;
  return cell.action === 'publicity' || cell.action === 'trial' || cell.action === 'demarche';
}

export function isReviewPassed(decision: Decision, situation: Situation): boolean {
  return decision.reviewOn !== undefined && situation.day > decision.reviewOn;
}

function isReviewBlocking(decision: Decision, cell: Cell, situation: Situation): boolean {
  if (!isReviewPassed(decision, situation)) return false;
  const isNamedPublic = isPublicStep(cell.action, cell.audience) && cell.identity !== 'none';
  return isNamedPublic || isTowardsAuthorities(cell.audience);
}
