/** Judges one cell of one person: which consent carries it, or the closed code of what stands in the way. */

import type { Code, Day } from '../ids.ts';
import { localNow } from '../zoned.ts';
import { canBeAsked, isKilled } from './circumstances.ts';
import type { ConsentFile, Decision } from './consent-file.ts';
import type { Cover, Refusal, RefusalCode } from './decision.ts';
import { type Said, saidAbout } from './file-index.ts';
import { hasLiftingWords, isDesignated, unheard } from './precedence.ts';
import { isGuardian, isReviewPassed } from './requirements.ts';
import type { Cell } from './statement.ts';
import type { Situation } from './validity.ts';
import { asideCode, type Voice, voiceOf } from './voice.ts';

export type Judgement =
  | { readonly cover: Cover; readonly decision: Decision | undefined }
  | { readonly refusal: Refusal; readonly decision: Decision | undefined };

export function judge(
  person: Code,
  file: ConsentFile,
  cell: Cell,
  basis: 'consent' | 'no-refusal',
  situation: Situation,
): Judgement {
  const said = saidAbout(file, cell.action, cell.audience);
  const all = said.map((statements) => voiceOf(statements, cell, basis, situation));
  const voices = liftedAfterDeath(all, cell, situation);
  const leading = highest(voices, situation);
  const objection = firstAnswering(leading, 'refuses') ?? firstAnswering(leading, 'defers');
  if (objection?.code) return refused(person, cell, situation, objection.code, objection.decision);
  const approval = approvalAmong(leading);
  const isPrivateNo =
    approval?.decision.evidence?.form === 'public-appeal' ? firstAnswering(voices, 'refuses') : undefined;
  if (isPrivateNo?.code) return refused(person, cell, situation, isPrivateNo.code, isPrivateNo.decision);

  if (basis === 'no-refusal') {
    return approval && !approval.code
      ? { cover: coverOf(person, cell, approval.decision, situation), decision: approval.decision }
      : { cover: principle(person, cell), decision: undefined };
  }
  if (!approval) {
    const nearest = nearestTo(file, cell, all, said, situation);
    return refused(person, cell, situation, nearest.code, nearest.decision);
  }
  const { decision, row, code } = approval;
  if (code || !row) return refused(person, cell, situation, code ?? 'audience-not-covered', decision);
  if (row.via) {
    const wider = judge(person, file, { ...cell, audience: row.via }, basis, situation);
    if ('refusal' in wider) return refused(person, cell, situation, wider.refusal.code, wider.decision);
    if (wider.decision !== decision)
      return refused(person, cell, situation, 'audience-not-covered', wider.decision);
  }
  const cover = coverOf(person, cell, decision, situation);
  const isToJudge = cell.textDigest !== undefined && row.grant.text && row.grant.text.mode !== 'exact';
  return {
    cover: isToJudge ? { ...cover, warnings: [...cover.warnings, 'text-to-judge'] } : cover,
    decision,
  };
}

function refused(
  person: Code,
  cell: Cell,
  { zone }: Situation,
  code: RefusalCode,
  decision: Decision | undefined,
): Judgement {
  const where = { person, code, action: cell.action, audience: cell.audience };
  const refusal = decision ? { ...where, decision: decision.id, on: dateOf(code, decision, zone) } : where;
  return { refusal, decision };
}

function firstAnswering(voices: readonly Voice[], answer: Voice['answer']): Voice | undefined {
  for (const voice of voices) if (voice.answer === answer) return voice;
  return undefined;
}

/** Of agreements of one rank, one that is too narrow holds the step; otherwise the first that carries it. */
function approvalAmong(leading: readonly Voice[]): Voice | undefined {
  let approval: Voice | undefined;
  for (const voice of leading) {
    if (voice.answer !== 'agrees') continue;
    if (voice.tooNarrow) return voice;
    if (!approval || (approval.code && !voice.code)) approval = voice;
  }
  return approval;
}

/** The voices of the highest rank that has something to say; for a minor only guardians can agree. */
function highest(voices: readonly Voice[], situation: Situation): readonly Voice[] {
  const speaking = voices.filter(
    (voice) =>
      voice.answer !== 'nothing' &&
      !(situation.circumstances.minor && voice.answer === 'agrees' && !isGuardian(voice.decision)),
  );
  const [only] = speaking;
  if (speaking.length < 2 || !only) return speaking;
  const rank = speaking.reduce((least, voice) => Math.min(least, voice.rank), unheard);
  return speaking.filter((voice) => voice.rank === rank);
}

/** After a death, words of the designated person or the family lift the defender's own earlier refusal of publicity. */
function liftedAfterDeath(voices: readonly Voice[], cell: Cell, situation: Situation): readonly Voice[] {
  if (cell.action !== 'publicity' || !isKilled(situation.circumstances)) return voices;
  const own = voices.find((voice) => voice.decision.giver === 'defender' && voice.answer !== 'agrees');
  const lifting = voices.find(
    (voice) =>
      voice.answer === 'agrees' &&
      !voice.code &&
      voice.decision.giver !== 'defender' &&
      hasLiftingWords(voice.decision) &&
      own !== undefined &&
      voice.decision.at > own.decision.at &&
      (voice.decision.giver === 'family' || isDesignated(voice.decision, situation.circumstances.speakers)),
  );
  return lifting ? voices.filter((voice) => voice !== own) : voices;
}

/** What to say when nobody agreed: the closest thing on file. */
function nearestTo(
  file: ConsentFile,
  cell: Cell,
  voices: readonly Voice[],
  said: readonly Said[],
  situation: Situation,
): { readonly code: RefusalCode; readonly decision: Decision | undefined } {
  const notGuardian = voices.find((voice) => voice.answer === 'agrees');
  if (notGuardian) return { code: 'guardian-missing', decision: notGuardian.decision };
  const silent = voices.find((voice) => voice.answer === 'nothing' && voice.code);
  if (silent?.code) return { code: silent.code, decision: silent.decision };
  for (const statement of said.flat()) {
    const code = asideCode(statement, cell, situation);
    if (code) return { code, decision: statement.decision };
  }
  const agreements = file.decisions.filter(
    ({ outcome }) => outcome === 'given' || outcome === 'given-in-part',
  );
  const sameAction = agreements.findLast(({ grants }) =>
    grants.some((grant) => grant.action === cell.action),
  );
  if (sameAction) return { code: 'audience-not-covered', decision: sameAction };
  const other = agreements.at(-1);
  return other ? { code: 'action-not-covered', decision: other } : { code: 'not-asked', decision: undefined };
}

function dateOf(code: RefusalCode, decision: Decision, zone: string): Day {
  if (code === 'expired' && decision.validity) return decision.validity.day;
  if (code === 'review-passed' && decision.reviewOn) return decision.reviewOn;
  return dayGiven(decision, zone);
}

const daysGiven = new WeakMap<Decision, { readonly zone: string; readonly day: Day }>();

/** Decisions are immutable values, and telling the day at a place takes longer than all else that is decided here. */
function dayGiven(decision: Decision, zone: string): Day {
  const known = daysGiven.get(decision);
  if (known?.zone === zone) return known.day;
  const { day } = localNow(decision.at, zone);
  daysGiven.set(decision, { zone, day });
  return day;
}

function principle(person: Code, cell: Cell): Cover {
  return { person, audience: cell.audience, decision: 'no-refusal', warnings: [] };
}

const noWarnings: Cover['warnings'] = [];

function coverOf(person: Code, cell: Cell, decision: Decision, situation: Situation): Cover {
  let warnings = noWarnings;
  if (isReviewPassed(decision, situation)) warnings = [...warnings, 'review-passed'];
  else if (decision.reviewOn && decision.reviewOn <= situation.soon) warnings = [...warnings, 'review-soon'];
  if (decision.validity && decision.validity.day <= situation.soon) warnings = [...warnings, 'ends-soon'];
  if (decision.giver !== 'defender' && !situation.circumstances.group && canBeAsked(situation.circumstances))
    warnings = [...warnings, 'reconfirm-proxy'];
  if (decision.interpreter === 'family') warnings = [...warnings, 'family-interpreter'];
  const cover = { person, audience: cell.audience, decision: decision.id, warnings };
  return decision.limits === undefined ? cover : { ...cover, limits: decision.limits };
}
