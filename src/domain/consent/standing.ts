/** Which agreements still stand in a consent file, by what was said later and by their end. */

import type { Day } from '../ids.ts';
import type { ConsentFile, Decision } from './consent-file.ts';

/** Agreements that nobody replaced and that had not ended before `today`. */
export function agreementsStanding(file: ConsentFile, today: Day): readonly Decision[] {
  return file.decisions.filter(
    (decision) =>
      (decision.outcome === 'given' || decision.outcome === 'given-in-part') &&
      !isEnded(decision, today) &&
      !isReplaced(file, decision),
  );
}

export function isEnded(decision: Decision, today: Day): boolean {
  return decision.validity !== undefined && decision.validity.day < today;
}

/** Whether the same giver later said something about everything the decision speaks of. */
export function isReplaced(file: ConsentFile, decision: Decision): boolean {
  return file.decisions.some((later) => later.at > decision.at && isReplacing(later, decision));
}

function isReplacing(later: Decision, earlier: Decision): boolean {
  if (giverKey(later) !== giverKey(earlier)) return false;
  if (later.effect.when !== 'now' && later.effect.when !== earlier.effect.when) return false;
  if (isAboutEverything(later)) return true;
  const said = [...later.grants, ...later.refuses];
  const agrees = earlier.outcome === 'given' || earlier.outcome === 'given-in-part';
  const rows = agrees ? earlier.grants : [...earlier.grants, ...earlier.refuses];
  return (
    rows.length > 0 &&
    rows.every((row) =>
      said.some(
        (other) =>
          other.action === row.action &&
          (other.audiences.length === 0 ||
            (row.audiences.length > 0 &&
              row.audiences.every((audience) => other.audiences.includes(audience)))),
      ),
    )
  );
}

function isAboutEverything(decision: Decision): boolean {
  const isSilent = decision.grants.length === 0 && decision.refuses.length === 0;
  return decision.outcome !== 'given' && decision.outcome !== 'given-in-part' && isSilent;
}

/** Statements by one giver answer to each other; the defender is one giver however they are referred to. */
export function giverKey(decision: Decision): string {
  if (decision.giver === 'defender') return 'defender';
  return `${decision.giver}:${decision.giverRef}`;
}
