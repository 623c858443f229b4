/** What missions ask and answer each other: requests, answers, comments, and "we were in touch lately". */

import type { AnswerBody } from '../../../domain/circle/payloads/answer.ts';
import type { RequestBody } from '../../../domain/circle/payloads/request.ts';
import { requestAction } from '../../../domain/circle/requests.ts';
import { weekOf } from '../../../domain/circle/week.ts';
import { type ConsentAction, type DataCategory, dataCategories } from '../../../domain/consent/need.ts';
import { addDays, type Code, type Day, type EntryId, type MissionCode } from '../../../domain/ids.ts';
import { codesKeptInside } from '../../../domain/no-export.ts';
import type { AnyRecord, Problems } from '../../../domain/record-kind.ts';
import type { ShareRecord } from '../../../domain/system/share.ts';
import { todayAt } from '../../clock.ts';
import { derivedEntryId } from '../../environment.ts';
import type { CircleEntry, CircleMission } from '../circle.ts';
import type { CircleCodes } from '../codes.ts';
import type { Answer, CircleOutcome, ShareBlock, Sharing } from '../contract/sharing.ts';
import type { SharingCore } from '../sharing-core.ts';
import type { Delivery } from './deliver.ts';
import type { Planning } from './plan-share.ts';
import type { Shares } from './shares.ts';
import type { TakingBack } from './taken-back.ts';
import { hindranceIn, isAct, type Target, type Targets } from './targets.ts';

interface Parts {
  readonly codes: CircleCodes;
  readonly targets: Targets;
  readonly shares: Shares;
  readonly planning: Planning;
  readonly delivery: Delivery;
  readonly takingBack: TakingBack;
  missions(): readonly CircleMission[];
}

/** "Lately" is over after so long. */
const IN_TOUCH_DAYS = 60;
/** What is said about something is there as long as that, and at least so long. */
const SAID_DAYS = 30;

export function openAsking(
  core: SharingCore,
  parts: Parts,
): Pick<Sharing, 'ask' | 'answer' | 'comment' | 'tellInTouch'> {
  const { own, circle } = core;
  const { codes, targets, shares, planning, delivery } = parts;
  const me = () => core.me().mission.code;
  /** As in the mission: somebody who heard a word this morning says so before midnight elsewhere. */
  const today = () => todayAt(core.me().mission.zone, circle.clock.now());

  interface Say {
    readonly entry: EntryId;
    readonly type: ShareRecord['type'];
    readonly says: AnyRecord;
    readonly to: readonly MissionCode[];
    readonly until: Day;
    readonly action: ConsentAction;
    readonly about?: Code;
    readonly code?: Code;
    readonly named?: readonly Code[];
    readonly categories?: readonly DataCategory[];
  }

  async function say({
    entry,
    type,
    says,
    to,
    until,
    action,
    about,
    code,
    named,
    categories = [],
  }: Say): Promise<CircleOutcome> {
    const blocked: ShareBlock[] = [...planning.sendBlocks(to)];
    if (until < today()) blocked.push('no-end');
    const kept = codesKeptInside(own.replica.entries());
    if ([about, ...(named ?? [])].some((one) => one && kept.has(one))) blocked.push('own-mission-only');
    if (blocked.length > 0) return { outcome: 'blocked', why: blocked };
    return delivery.deliver(entry, {
      type,
      says,
      action,
      identity: 'none',
      to: [...new Set(to)].filter((one) => one !== me()).sort(),
      until,
      circle: core.id,
      row: shares.find(entry)?.record.row ?? (await derivedEntryId(own.environment, `circle row ${entry}`)),
      rev: 1,
      state: 'shared',
      ...(about ? { about } : {}),
      ...(named ? { named } : {}),
      ...(code ? { code } : {}),
      ...(categories.length > 0 ? { categories } : {}),
    });
  }

  /** Whoever can read it and whom we can seal to, its sender among them. */
  function audienceOf({ from, audience }: CircleEntry): readonly MissionCode[] {
    const isOpen = (mission: MissionCode) =>
      mission === from || !planning.sendBlocks([mission]).includes('recipient-not-verified');
    return [...new Set([from, ...audience])].filter((one) => one !== me() && isOpen(one));
  }

  function target(entry: EntryId): Target {
    const found = targets.find(entry);
    if (!found) throw new TypeError('there is nothing to answer here');
    return found;
  }

  /** A request is declined with a reason; that we cannot go to a hearing is said in one click. */
  function problemsOf(answer: Answer, type: string): Problems | undefined {
    const asksWhy = answer.says === 'conditions' || (answer.says === 'no' && type === 'request');
    if (asksWhy && !answer.reported && !answer.conditions?.trim())
      return { conditions: [{ code: 'required' }] };
    const of = answer.reported && parts.missions().find(({ code }) => code === answer.reported?.mission);
    const isOwnWord = answer.reported && (!of || of.connected || of.code === me());
    const isAhead = (answer.reported?.at ?? '') > today();
    return isOwnWord || isAhead ? { reported: [{ code: 'not-a-choice' }] } : undefined;
  }

  /** The owner may have taken it back while we wrote: then our word goes too. */
  async function stillStanding(answer: Answer, outcome: CircleOutcome): Promise<CircleOutcome> {
    await targets.latestWords();
    await core.settled();
    const of = targets.find(answer.to);
    const why = of ? hindranceIn(targets.mayAct(of)) : 'ask-the-owner';
    if (!why) return outcome;
    const row = shares.find(answer.entry)?.record.row;
    if (row) await parts.takingBack.takeBack(row, 'revoked');
    return { outcome: 'blocked', why: [why] };
  }

  return {
    async ask(request) {
      const { about, to, until, entry, asks, ...rest } = request;
      const recipients = to.filter((one) => one !== me());
      const code = about && (await codes.codeFor(about, recipients));
      const { of, urgency, people, place, by, words, categories = [] } = rest;
      const says = present<RequestBody>({ asks, about: code, of, urgency, people, place, by, words });
      return say({
        ...{ entry, type: 'request', says, to, until, action: requestAction(asks) },
        categories: dataCategories.filter((one) => categories.includes(one)),
        ...(about ? { about } : {}),
        ...(code ? { code } : {}),
      });
    },
    async answer(answer) {
      const to = target(answer.to);
      const problems = problemsOf(answer, to.content.type);
      if (problems) return { outcome: 'invalid', problems };
      const acts = isAct({ ...answer });
      // Fresh: the owner may have ended their word a moment ago.
      if (acts) await targets.latestWords();
      await core.settled();
      const why = targets.find(answer.to) ? hindranceIn(targets.mayAct(to)) : 'ask-the-owner';
      if (acts && why) return { outcome: 'blocked', why: [why] };
      const { says, conditions, until, part, state, who, reported } = answer;
      const told = reported && { ...reported, at: reported.at ?? today() };
      const body = present<AnswerBody>({
        to: answer.to,
        says,
        conditions,
        until,
        part,
        state,
        who,
        reported: told,
      });
      const end = [until, to.content.until, addDays(today(), SAID_DAYS)].filter((one) => one !== undefined);
      const outcome = await say({
        ...{ entry: answer.entry, type: 'answer', says: body, to: audienceOf(to), action: 'quiet-contact' },
        until: end.sort().at(-1) ?? today(),
      });
      return acts && outcome.outcome === 'done' ? stillStanding(answer, outcome) : outcome;
    },
    async comment({ entry, to: of, words }) {
      if (words.trim() === '') return { outcome: 'invalid', problems: { words: [{ code: 'required' }] } };
      const to = target(of);
      const ours = to.from === me() ? shares.ofRow(of)[0]?.record : undefined;
      const end = to.content.until ?? addDays(today(), SAID_DAYS);
      return say({
        ...{ entry, type: 'comment', says: { to: of, words }, to: audienceOf(to), until: end },
        action: ours?.action ?? 'quiet-contact',
        // On what we shared ourselves the same people's consent is asked for again.
        ...(ours?.about ? { about: ours.about } : {}),
        ...(ours?.named ? { named: ours.named } : {}),
        ...(ours?.categories ? { categories: ours.categories } : {}),
        ...(to.code && ours ? { code: to.code as Code } : {}),
      });
    },
    async tellInTouch(about, to) {
      const recipients = to.filter((one) => one !== me());
      const week = weekOf(today());
      const code = await codes.codeFor(about, recipients);
      // The row's id must follow from nothing that can be guessed: our own codes are short.
      const told = shares.all().find(({ record }) => isToldAlready(record, { code, week }));
      return say({
        ...{ entry: told?.entry ?? core.newEntryId(), type: 'in-touch', says: { code, week } },
        ...{ to, until: addDays(today(), IN_TOUCH_DAYS), action: 'quiet-contact', about, code },
      });
    },
  };
}

/** To the same missions, because the code is theirs alone. */
function isToldAlready({ type, state, says }: ShareRecord, told: AnyRecord): boolean {
  return type === 'in-touch' && state === 'shared' && says?.code === told.code && says?.week === told.week;
}

/** Without members that are absent. */
function present<T extends object>(body: { readonly [K in keyof T]: T[K] | undefined }): AnyRecord {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
