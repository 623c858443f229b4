/** What one giver says today about one cell, from everything they ever said about it. */

import { type Instant, msOf } from '../ids.ts';
import { hasTakenEffect } from './circumstances.ts';
import type { Decision } from './consent-file.ts';
import type { RefusalCode } from './decision.ts';
import type { Said } from './file-index.ts';
import { rankOf, unheard } from './precedence.ts';
import { flawOf, scopeOf } from './requirements.ts';
import type { Cell, Row, Statement } from './statement.ts';
import { agreementLapse, isOtherProceeding, refusalLapse, type Situation } from './validity.ts';

/** Clocks of two machines differ a little; an agreement dated further ahead than this does not count yet. */
const CLOCK_TOLERANCE_MS = 300_000;

export interface Voice {
  readonly answer: 'refuses' | 'defers' | 'agrees' | 'nothing';
  readonly rank: number;
  readonly decision: Decision;
  /** `agrees`: why it does not carry the cell after all; otherwise the closed code of the answer. */
  readonly code: RefusalCode | undefined;
  /** `agrees`: whether `code` says that the scope is too narrow. */
  readonly tooNarrow?: boolean;
  readonly row?: Row;
}

/**
 * One giver's answer. The newest statement governs. One that has run out leaves nothing: it does not bring an older
 * agreement back, but an older refusal shows again. An agreement given without being
 * free to speak neither carries nor lifts anything. A public appeal does not lift that giver's private refusal.
 */
export function voiceOf(
  statements: Said,
  cell: Cell,
  basis: 'consent' | 'no-refusal',
  situation: Situation,
): Voice {
  let nothing: Voice | undefined;
  let appeal: Voice | undefined;
  let isOver = false;
  const wish = refusingWish(statements, cell, basis, situation);
  for (let index = 0; index < statements.length; index += 1) {
    const statement = statements[index];
    if (!statement) break;
    if (!isHeard(statement, cell, situation)) continue;
    const { decision } = statement;
    const rank = rankOf(decision, situation);
    if (statement.says !== 'agrees') {
      const lapse = refusalLapse(decision, situation);
      if (lapse) {
        nothing ??= voice('nothing', rank, decision, lapse);
        isOver = true;
      } else if (statement.says !== 'defers') {
        return voice('refuses', rank, decision, statement.says === 'withdraws' ? 'withdrawn' : 'refused');
      } else if (basis === 'consent' && !isOver && !appeal) {
        return voice('defers', rank, decision, deferralCode(decision));
      }
      continue;
    }
    if (rank === unheard) {
      nothing ??= voice('nothing', rank, decision, 'giver-not-to-be-involved');
      continue;
    }
    const together = sameInstant(statements, index, cell, situation);
    index = statements.indexOf(together.at(-1) ?? statement);
    const lapse = firstOf(together, (each) => agreementLapse(each.decision, situation));
    if (lapse) {
      nothing ??= voice('nothing', rank, decision, lapse);
      isOver = true;
      continue;
    }
    const agreed = agreement(together, rank, cell, situation);
    if (basis === 'no-refusal' && agreed.code) continue;
    if (together.some((each) => each.decision.freeToSpeak !== 'yes')) {
      if (agreed.tooNarrow && !isOver && !appeal) return agreed;
      nothing ??= voice('nothing', rank, decision, 'not-free-to-speak');
      continue;
    }
    if (together.some((each) => each.decision.evidence?.form === 'public-appeal')) {
      if (!isOver) appeal ??= agreed;
      continue;
    }
    if (isOver) continue;
    if (wish && isBeforeItCame(decision, situation)) return wish;
    if (appeal) break;
    return agreed;
  }
  return appeal ?? nothing ?? silence(statements, situation);
}

/**
 * A wish given for what has now come (arrested, missing, killed): no. A general yes that was said while it had not come
 * yet does not lift it, whichever was said later; a yes said since then does. Where only a no counts, one that is put off
 * is none.
 */
function refusingWish(
  statements: Said,
  cell: Cell,
  basis: 'consent' | 'no-refusal',
  situation: Situation,
): Voice | undefined {
  const found = statements.find(
    (statement) =>
      statement.says !== 'agrees' &&
      (basis === 'consent' || statement.says !== 'defers') &&
      statement.decision.effect.when !== 'now' &&
      isHeard(statement, cell, situation) &&
      !refusalLapse(statement.decision, situation),
  );
  if (!found) return undefined;
  const { decision, says } = found;
  const rank = rankOf(decision, situation);
  if (says === 'defers') return voice('defers', rank, decision, deferralCode(decision));
  return voice('refuses', rank, decision, says === 'withdraws' ? 'withdrawn' : 'refused');
}

function isBeforeItCame({ at, effect }: Decision, { circumstances }: Situation): boolean {
  return effect.when === 'now' && (circumstances.statusSince === undefined || at < circumstances.statusSince);
}

function silence(statements: Said, situation: Situation): Voice {
  const newest = statements[0];
  if (!newest) throw new TypeError('a voice needs at least one statement');
  return voice('nothing', rankOf(newest.decision, situation), newest.decision, undefined);
}

function agreement(together: Said, rank: number, cell: Cell, situation: Situation): Voice {
  let row: Row | undefined;
  for (const each of together) {
    const scope = scopeOf(each, cell);
    if ('code' in scope)
      return { answer: 'agrees', rank, decision: each.decision, code: scope.code, tooNarrow: true };
    row ??= scope.row;
  }
  for (const each of together) {
    const code = flawOf(each.decision, cell, situation);
    if (code) return { answer: 'agrees', rank, decision: each.decision, code };
  }
  const [first] = together;
  if (!first || !row) throw new TypeError('an agreement needs at least one statement');
  return { answer: 'agrees', rank, decision: first.decision, code: undefined, row };
}

/** Agreements of the same instant, from `index` on: all of them must carry the step. */
function sameInstant(said: Said, index: number, cell: Cell, situation: Situation): Said {
  const at = said[index]?.decision.at;
  if (said[index + 1]?.decision.at !== at) return said.slice(index, index + 1);
  return said.filter(
    (each, place) => place >= index && each.decision.at === at && isHeard(each, cell, situation),
  );
}

/** Whether a statement counts today and for this proceeding. */
function isHeard(statement: Statement, cell: Cell, situation: Situation): boolean {
  return asideCode(statement, cell, situation) === undefined;
}

/** Why a statement stands aside: not yet in effect, dated ahead, or meant for another proceeding. */
export function asideCode(
  { decision, says }: Statement,
  cell: Cell,
  { circumstances, now }: Situation,
): 'not-yet-in-effect' | 'other-proceeding' | undefined {
  const agrees = says === 'agrees';
  const effect = hasTakenEffect(decision.effect, circumstances, now);
  if (effect === false || (agrees && (effect === undefined || isAhead(decision, now))))
    return 'not-yet-in-effect';
  return isOtherProceeding(decision, cell.proceeding, agrees) ? 'other-proceeding' : undefined;
}

function isAhead(decision: Decision, now: Instant): boolean {
  return decision.at > now && msOf(decision.at) > msOf(now) + CLOCK_TOLERANCE_MS;
}

function firstOf<T>(statements: Said, find: (statement: Statement) => T | undefined) {
  for (const statement of statements) {
    const found = find(statement);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Put off in a statement of theirs, or only asked so far: no trace of an answer, or not free to give one. */
function deferralCode(decision: Decision): RefusalCode {
  return decision.evidence && decision.freeToSpeak === 'yes' ? 'deferred' : 'asked-no-answer';
}

function voice(
  answer: Voice['answer'],
  rank: number,
  decision: Decision,
  code: RefusalCode | undefined,
): Voice {
  return { answer, rank, decision, code };
}
