/** What an invented person does on one day, and the short ways in which a story says it. */

import type { Decision } from '../../domain/consent/consent-file.ts';
import {
  answers,
  defaultReviewOn,
  defaultValidity,
  elementsFor,
  isNamedPublic,
  type Preset,
} from '../../domain/consent/presets.ts';
import type { DutyKind } from '../../domain/duties/duty.ts';
import type { Code } from '../../domain/ids.ts';
import type { AnyRecord, Person } from '../../domain/record-kind.ts';
import type { ListedCode } from '../../domain/system/code-list.ts';
import type { IdentityRecord } from '../../domain/system/identity.ts';
import type { ConsentInput, DutyClosing } from '../../log/writing/saving.ts';
import { type DemoPerson, demoPeople, ministryOf } from '../people.ts';
import type { Calendar } from './calendar.ts';
import { castEntry } from './cast.ts';
import type { CircleStep } from './circle-step.ts';

/** `day` counts from today and lies before it; acts of one day happen in the order in which they are told. */
export interface Act {
  /** Names the act; entries and every draw of chance follow from it. */
  readonly key: string;
  readonly who: string;
  readonly day: number;
  readonly does: Doing;
}

export type Doing =
  /** An owner sets the mission's site up. */
  | { readonly act: 'set-up' }
  /** The host's administrator makes the site that the missions share. */
  | { readonly act: 'set-up-circle' }
  /** The host's administrator enters a mission into the circle's list, by the slug of its ministry. */
  | { readonly act: 'join-circle'; readonly mission: string }
  /** Something in the circle, with this person's key unlocked where it needs one. */
  | { readonly act: 'circle'; readonly step: CircleStep }
  | {
      readonly act: 'log';
      readonly kind: string;
      readonly values: AnyRecord;
      readonly consent?: readonly ConsentInput[];
      readonly closes?: readonly DutyClosing[];
    }
  /** Changes some values of the entry that was logged under the key `of`. */
  | { readonly act: 'change'; readonly of: string; readonly values: AnyRecord }
  /** Gives the visa request that was logged under the key `of` to the consular officer `to`. */
  | { readonly act: 'give'; readonly of: string; readonly to: string }
  | { readonly act: 'withdraw'; readonly consent: ConsentInput }
  /** An open list of the mission, made for the first time. */
  | { readonly act: 'list'; readonly name: string; readonly codes: readonly ListedCode[] }
  | { readonly act: 'name'; readonly code: Code; readonly names: Omit<IdentityRecord, 'about'> }
  | { readonly act: 'look'; readonly code: Code };

/** What one mission or one defender went through. */
export type Story = (calendar: Calendar) => readonly Act[];

type Extra = Pick<Extract<Doing, { act: 'log' }>, 'consent' | 'closes'>;

export function log(
  who: string,
  day: number,
  key: string,
  kind: string,
  values: AnyRecord,
  extra: Extra = {},
): Act {
  return { key, who, day, does: { act: 'log', kind, values, ...extra } };
}

export function change(who: string, day: number, of: string, values: AnyRecord): Act {
  return { key: `${of} on ${day}`, who, day, does: { act: 'change', of, values } };
}

export function giveToConsular(who: string, day: number, of: string, to: string): Act {
  return { key: `${of} given to ${to}`, who, day, does: { act: 'give', of, to } };
}

/** `key` names the row of the circle that comes of it. */
export function inCircle(who: string, day: number, key: string, step: CircleStep): Act {
  return { key, who, day, does: { act: 'circle', step } };
}

export function name(who: string, day: number, code: Code, names: Omit<IdentityRecord, 'about'>): Act {
  return { key: `name ${code}`, who, day, does: { act: 'name', code, names } };
}

export interface Said extends Partial<Omit<ConsentInput, 'about'>> {
  readonly about: Code;
  /** The answer as the form's presets spell it out; `grants` and `refuses` narrow it. */
  readonly preset?: Preset;
}

/** What somebody said on a day: in person, free to speak, told all that their answer needs, unless stated otherwise. */
export function said(calendar: Calendar, day: number, { preset, ...words }: Said): ConsentInput {
  const answer = { ...answers[preset ?? 'quiet-only'], ...words };
  const { outcome, grants, refuses } = answer;
  const on = calendar.day(day);
  const agrees = outcome === 'given' || outcome === 'given-in-part';
  const usual: Omit<ConsentInput, 'about'> = {
    outcome,
    grants,
    refuses,
    giver: 'defender',
    giverRef: words.about,
    freeToSpeak: 'yes',
    howWeKnow: 'known-to-us',
    effect: { when: 'now' },
    channel: 'in-person',
    informed: agrees ? elementsFor(grants) : [],
    evidence: { form: 'oral' },
    statistics: true,
    ...(agrees && words.effect === undefined ? { validity: defaultValidity(on) } : {}),
    ...(agrees || outcome === 'deferred' ? { reviewOn: defaultReviewOn({ grants }, on, words.effect) } : {}),
    ...(isNamedPublic(grants) ? { witness: 'read-back' as const } : {}),
  };
  return { ...usual, ...words };
}

/** Everything, or the rows listed, taken back. */
export function takenBack(about: Code, rows: Decision['grants'], limits: string): ConsentInput {
  return {
    about,
    outcome: 'withdrawn',
    giver: 'defender',
    giverRef: about,
    freeToSpeak: 'yes',
    howWeKnow: 'known-to-us',
    grants: rows,
    refuses: [],
    effect: { when: 'now' },
    limits,
    channel: 'secure-message',
    informed: [],
    evidence: { form: 'message' },
    statistics: true,
  };
}

/** The id of a duty that comes from the entry told under `key`; `part` is a promise's row or a further person. */
export function dutyOf(key: string, kind: DutyKind, part?: string): string {
  return [castEntry(key), kind, ...(part ? [part] : [])].join(':');
}

/** The id of a duty that comes from the n-th decision recorded with the entry told under `key`. */
export function consentDutyOf(key: string, kind: DutyKind, place = 0): string {
  return `${castEntry(key)}:${place}:${kind}`;
}

export function told(
  calendar: Calendar,
  day: number,
  duty: string,
  reaction: NonNullable<DutyClosing['reaction']>,
): DutyClosing {
  return { duty, outcome: 'told', on: calendar.day(day), reaction };
}

export function kept(calendar: Calendar, day: number, duty: string): DutyClosing {
  return { duty, outcome: 'kept', on: calendar.day(day) };
}

/** Throws TypeError when nobody in the cast has that key. */
export function castPerson(key: string): DemoPerson {
  const found = demoPeople.find((each) => each.key === key);
  if (!found) throw new TypeError(`nobody in the cast is called '${key}'`);
  return found;
}

/** A person of the cast as records name one. */
export function asPerson(key: string): Person {
  const { id, name: fullName, ministry } = castPerson(key);
  return { objectId: id, tenantId: ministryOf(ministry).tenantId, name: fullName };
}
