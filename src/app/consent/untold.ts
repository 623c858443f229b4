/** Names what had still to be explained before an agreement can carry a step. */

import type { Decision, InformedElement } from '../../domain/consent/consent-file.ts';
import type { Refusal } from '../../domain/consent/decision.ts';
import type { IdentityLevel } from '../../domain/consent/need.ts';
import { requiredElements } from '../../domain/consent/requirements.ts';

/**
 * Elements that the step which was refused asks for and the decision in its way lacks. Empty where something else is
 * wrong: another refusal, or a public appeal that says not where it stands.
 */
export function untold(
  refusal: Refusal,
  decision: Decision | undefined,
  identity: IdentityLevel,
): readonly InformedElement[] {
  const { code, action, audience } = refusal;
  if (code !== 'not-informed' || !action || !audience || !decision) return [];
  if (decision.evidence?.form === 'public-appeal') return [];
  return requiredElements(action, audience, identity).filter(
    (element) => !decision.informed.includes(element),
  );
}
