/** Decides whether a step may go ahead, person by person and audience by audience; what is missing or unknown refuses. */

import { addDays, type Code, isInstant } from '../ids.ts';
import { dayIn } from '../zoned.ts';
import type { Circumstances, ConsentFile } from './consent-file.ts';
import { consentFileSchema, speakerSchema } from './consent-file-schema.ts';
import type { Cover, Evidence, GateContext, Refusal, RefusalCode, Verdict } from './decision.ts';
import { judge } from './judge.ts';
import {
  type Audience,
  type ConsentNeed,
  categoriesTowards,
  consentActions,
  dataCategories,
  identityLevels,
  isAudience,
  type Need,
  type ToldMore,
} from './need.ts';
import { personsIn } from './persons.ts';
import type { Cell } from './statement.ts';
import type { Situation } from './validity.ts';

/**
 * The verdict on a step. Pure: same input, same answer; nothing and nobody overrides it. A person is cleared when every
 * audience is; `allowed` when at least one person is. Rules: who speaks last for a cell governs (`voice.ts`), who goes
 * first (`precedence.ts`), what an agreement must bring (`requirements.ts`), when it has run out (`validity.ts`).
 */
export function decide(need: Need, evidence: Evidence, context: GateContext): Verdict {
  if (need.kind === 'none') return { allowed: true, need, covers: [], refusals: [], cleared: [], left: [] };
  if (need.kind !== 'consent' || !isClosed(need)) return refuseAll(need, evidence, 'unknown-value');
  const { now } = context;
  const clock = readClock(now, evidence.zone);
  if (!clock) return refuseAll(need, evidence, 'clock-unknown');
  const persons = personsIn(need.persons, evidence.members);
  if (persons.length === 0)
    return { ...refused(need), refusals: [{ person: undefined, code: 'nobody-named', action: need.action }] };

  const namesNoMember = persons.every((person) => evidence.circumstances.get(person)?.group === true);
  const covers: Cover[] = [];
  const refusals: Refusal[] = [];
  const cleared: Code[] = [];
  const left: Code[] = [];
  for (const person of persons) {
    const file = evidence.files.get(person);
    const circumstances = evidence.circumstances.get(person);
    const fault = faultIn(person, file, circumstances);
    if (fault || !file || !circumstances) {
      refusals.push({ person, code: fault ?? 'file-not-read', action: need.action });
      left.push(person);
      continue;
    }
    // Named one by one: spreading `clock` takes longer than all that is decided.
    const situation: Situation = {
      now: clock.now,
      zone: clock.zone,
      day: clock.day,
      soon: clock.soon,
      circumstances,
      tickets: file.tickets,
      entry: context.entry,
      occasion: need.occasion,
      namesNoMember,
    };
    const before = refusals.length;
    for (const audience of need.audiences) {
      const judgement = judge(
        person,
        file,
        cellOf(need, audience),
        basisOf(need, person, audience),
        situation,
      );
      if ('cover' in judgement) covers.push(judgement.cover);
      else refusals.push(judgement.refusal);
    }
    (refusals.length === before ? cleared : left).push(person);
  }
  return { allowed: cleared.length > 0, need, covers, refusals, cleared, left };
}

function cellOf(need: ConsentNeed, audience: Audience): Cell {
  const { action, identity, textDigest, proceeding } = need;
  const categories = categoriesTowards(need, audience);
  if (textDigest === undefined && proceeding === undefined) return { action, audience, identity, categories };
  return {
    action,
    audience,
    identity,
    categories,
    ...(textDigest === undefined ? {} : { textDigest }),
    ...(proceeding === undefined ? {} : { proceeding }),
  };
}

/** Their own step says yes to this embassy, and to nobody else. */
function basisOf({ basis, theirOwn }: ConsentNeed, person: Code, audience: Audience): ConsentNeed['basis'] {
  return audience === 'embassy' && theirOwn?.includes(person) === true ? 'no-refusal' : basis;
}

type Clock = Pick<Situation, 'now' | 'zone' | 'day' | 'soon'>;
const SOON_DAYS = 14;
let lastClock: Clock | undefined;

/** The same instant is asked again and again; it is taken apart once. */
function readClock(now: unknown, zone: string): Clock | undefined {
  if (lastClock && lastClock.now === now && lastClock.zone === zone) return lastClock;
  if (!isInstant(now)) return undefined;
  const day = dayIn(now, zone);
  if (!day) return undefined;
  lastClock = { now, zone, day, soon: addDays(day, SOON_DAYS) };
  return lastClock;
}

function refused(need: ConsentNeed): Verdict {
  return { allowed: false, need, covers: [], refusals: [], cleared: [], left: [] };
}

function refuseAll(need: ConsentNeed, evidence: Evidence, code: RefusalCode): Verdict {
  const persons = personsIn(Array.isArray(need.persons) ? need.persons : [], evidence.members);
  const refusals: Refusal[] = persons.map((person) => ({ person, code }));
  return {
    ...refused(need),
    refusals: refusals.length > 0 ? refusals : [{ person: undefined, code }],
    left: persons,
  };
}

/** Needs, files and circumstances are immutable values, so each is examined once. */
const sound = new WeakSet<object>();

function isClosed(need: ConsentNeed): boolean {
  if (sound.has(need)) return true;
  const isKnown =
    isOneOf(consentActions, need.action) &&
    isOneOf(identityLevels, need.identity) &&
    (need.basis === 'consent' || need.basis === 'no-refusal') &&
    (need.tense === 'ahead' || need.tense === 'past') &&
    Array.isArray(need.persons) &&
    (need.theirOwn === undefined || Array.isArray(need.theirOwn)) &&
    Array.isArray(need.audiences) &&
    need.audiences.length > 0 &&
    need.audiences.every(isAudience) &&
    Array.isArray(need.categories) &&
    need.categories.every((category) => isOneOf(dataCategories, category)) &&
    (need.more === undefined || isSoundMore(need.more, need.audiences));
  if (isKnown) sound.add(need);
  return isKnown;
}

/** Whoever learns more is an audience of the step: nobody learns something by this way alone. */
function isSoundMore(more: unknown, audiences: readonly Audience[]): boolean {
  return (
    Array.isArray(more) &&
    more.every(
      ({ to, categories }: Partial<ToldMore>) =>
        to !== undefined &&
        audiences.includes(to) &&
        Array.isArray(categories) &&
        categories.every((category) => isOneOf(dataCategories, category)),
    )
  );
}

function isOneOf(values: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && values.includes(value);
}

function faultIn(
  person: Code,
  file: ConsentFile | undefined,
  circumstances: Circumstances | undefined,
): RefusalCode | undefined {
  if (!file || !circumstances) return 'file-not-read';
  if (file.about !== person || circumstances.code !== person) return 'unknown-value';
  if (!sound.has(file)) {
    if (!consentFileSchema.safeParse(file).success) return 'unknown-value';
    sound.add(file);
  }
  if (!sound.has(circumstances)) {
    if (!isSound(circumstances)) return 'unknown-value';
    sound.add(circumstances);
  }
  return undefined;
}

function isSound(circumstances: Circumstances): boolean {
  return (
    typeof circumstances.minor === 'boolean' &&
    typeof circumstances.group === 'boolean' &&
    Array.isArray(circumstances.speakers) &&
    circumstances.speakers.every((speaker) => speakerSchema.safeParse(speaker).success) &&
    (circumstances.status === undefined || typeof circumstances.status === 'string') &&
    (circumstances.statusSince === undefined || isInstant(circumstances.statusSince)) &&
    (circumstances.unreachableSince === undefined || isInstant(circumstances.unreachableSince))
  );
}
