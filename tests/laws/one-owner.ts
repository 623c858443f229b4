/** One person who says yes and no in turn, as the walked-through worlds have them: their file, their word, the clock. */

import {
  type ConsentFile,
  type Decision,
  type Grant,
  informedElements,
  type Validity,
} from '../../src/domain/consent/consent-file.ts';
import type { Evidence } from '../../src/domain/consent/decision.ts';
import { addDecision, type FileStep } from '../../src/domain/consent/file-operations.ts';
import type { ConsentNeed } from '../../src/domain/consent/need.ts';
import { recordDecision } from '../../src/domain/consent/withdrawal.ts';
import { addDays, type Code, type Day, type Instant } from '../../src/domain/ids.ts';

export const person = '9BGPNH00W' as Code;
export const by = { objectId: 'o', tenantId: 't', name: 'Focal point, Aldermark' };
export const start = '2026-11-20' as Day;

/** What a world knows of its owner. */
export interface Owned {
  readonly file: ConsentFile;
  readonly version: number;
  readonly day: number;
  readonly spoken: number;
  /** The owner's last word, whatever became of the file. */
  readonly word: { readonly given: boolean; readonly until: Day };
}

/** What they say yes to, and whether one yes carries one step alone. */
export interface Yes {
  readonly grant: Grant;
  readonly once?: boolean;
}

/** They said yes once, until the end of day 1. */
export function opening(yes: Yes): Owned {
  return {
    file: { about: person, decisions: [consent(0, yes)], tickets: [] },
    version: 0,
    day: 0,
    spoken: 0,
    word: { given: true, until: addDays(start, 1) },
  };
}

/** Withdraws what stands, or gives anew: one compare-and-swap that tries until nobody was faster, so one step here. */
export function afterSpeaking(owned: Owned, yes: Yes): Owned {
  const spoken = owned.spoken + 1;
  const said = { ...consent(spoken, yes), at: `${dayOf(owned)}T09:00:0${spoken}Z` as Instant };
  const { day, version } = owned;
  if (spoken % 2 === 0)
    return {
      day,
      spoken,
      version: version + 1,
      word: { given: true, until: addDays(start, spoken + 1) },
      file: fileAfter(addDecision(owned.file, said)),
    };
  const { validity: _, ...rest } = said;
  const no: Decision = { ...rest, outcome: 'withdrawn', grants: [] };
  return {
    day,
    spoken,
    version: version + 1,
    word: { ...owned.word, given: false },
    file: fileAfter(recordDecision(owned.file, no, evidence(owned.file), clock(owned))),
  };
}

export function stands(owned: Owned): boolean {
  return owned.word.given && dayOf(owned) <= owned.word.until;
}

export function dayOf({ day }: Pick<Owned, 'day'>): Day {
  return addDays(start, day);
}

export function clock(owned: Pick<Owned, 'day'>): Instant {
  return `${dayOf(owned)}T09:01:00Z` as Instant;
}

export function evidence(file: ConsentFile): Evidence {
  return {
    files: new Map([[person, file]]),
    circumstances: new Map([
      [person, { code: person, speakers: [], minor: false, group: false, status: 'free' }],
    ]),
    zone: 'UTC',
  };
}

/** The step that asks for what they say yes to. */
export function needOf({ action, audiences, identity }: Grant): ConsentNeed {
  return {
    kind: 'consent',
    action,
    audiences,
    identity,
    categories: [],
    persons: [person],
    basis: 'consent',
    tense: 'ahead',
  };
}

function fileAfter(step: FileStep): ConsentFile {
  if (!step.ok) throw new Error(step.why);
  return step.file;
}

function consent(spoken: number, { grant, once }: Yes): Decision {
  const validity: Validity = { kind: once ? 'once' : 'until', day: addDays(start, spoken + 1) };
  return {
    id: `d${spoken}`,
    outcome: 'given',
    giver: 'defender',
    giverRef: 'self',
    freeToSpeak: 'yes',
    howWeKnow: 'known-to-us',
    grants: [grant],
    refuses: [],
    effect: { when: 'now' },
    validity,
    channel: 'in-person',
    informed: informedElements,
    statistics: false,
    by,
    at: `${start}T09:00:00Z` as Instant,
  };
}
