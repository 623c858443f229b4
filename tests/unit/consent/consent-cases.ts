/** Short ways to write decisions, needs and evidence in tests; everybody and everything is invented. */

import {
  type Circumstances,
  type ConsentFile,
  type Decision,
  type Grant,
  informedElements,
  type Ticket,
} from '../../../src/domain/consent/consent-file.ts';
import { decide } from '../../../src/domain/consent/decide.ts';
import type { Evidence, Verdict } from '../../../src/domain/consent/decision.ts';
import type { Audience, ConsentAction, ConsentNeed } from '../../../src/domain/consent/need.ts';
import type { Code, Day, EntryId, Instant } from '../../../src/domain/ids.ts';
import type { Person } from '../../../src/domain/record-kind.ts';

/** The environmental defender in Oskel, and her sister-in-arms the journalist. */
export const oskel = '9BGPNH00W' as Code;
export const journalist = 'GSCP57DRW' as Code;
export const now = '2026-11-20T09:00:00Z' as Instant;
export const entry = '01HZX3K8Q2W7V5R4T9N6M1C0BF' as EntryId;
export const otherEntry = '01HZX3K8Q2W7V5R4T9N6M1C0BG' as EntryId;
export const officer: Person = { objectId: 'o1', tenantId: 't1', name: 'Focal point, Aldermark' };

export function grant(
  action: ConsentAction,
  audiences: readonly Audience[],
  more: Partial<Grant> = {},
): Grant {
  return { action, audiences, identity: 'full-name', categories: ['contact', 'legal'], ...more };
}

let count = 0;

/** A full, free, informed, witnessed consent of the defender to observe the trial; `more` changes it. */
export function decision(more: Partial<Decision> = {}): Decision {
  count += 1;
  return {
    id: `d${count}`,
    outcome: 'given',
    giver: 'defender',
    giverRef: 'self',
    freeToSpeak: 'yes',
    howWeKnow: 'known-to-us',
    grants: [grant('trial', ['embassy', 'court'])],
    refuses: [],
    effect: { when: 'now' },
    validity: { kind: 'until', day: '2027-03-01' as Day },
    reviewOn: '2027-01-10' as Day,
    channel: 'in-person',
    informed: informedElements,
    evidence: { form: 'oral' },
    witness: 'read-back',
    statistics: false,
    by: officer,
    at: '2026-10-01T10:00:00Z' as Instant,
    ...more,
  };
}

/** Without the keys named: to leave out what `decision` fills in. */
export function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;
}

export function refusal(more: Partial<Decision> = {}): Decision {
  return without(
    decision({ outcome: 'refused', grants: [], at: '2026-10-05T10:00:00Z' as Instant, ...more }),
    ...(more.validity ? [] : (['validity'] as const)),
  ) as Decision;
}

export function mother(more: Partial<Decision> = {}): Decision {
  return decision({ giver: 'family', giverRef: 'mother', whyNotDefender: 'detained', ...more });
}

export function file(
  decisions: readonly Decision[],
  tickets: readonly Ticket[] = [],
  about = oskel,
): ConsentFile {
  return { about, decisions, tickets };
}

export function circumstances(more: Partial<Circumstances> = {}): Circumstances {
  return { code: oskel, speakers: [], minor: false, status: 'free', group: false, ...more };
}

export function need(more: Partial<ConsentNeed> = {}): ConsentNeed {
  return {
    kind: 'consent',
    action: 'trial',
    audiences: ['court'],
    identity: 'full-name',
    categories: ['legal'],
    persons: [oskel],
    basis: 'consent',
    tense: 'ahead',
    ...more,
  };
}

export function evidence(held: ConsentFile, around: Partial<Circumstances> = {}): Evidence {
  return {
    files: new Map([[held.about, held]]),
    circumstances: new Map([[held.about, circumstances({ code: held.about, ...around })]]),
    zone: 'UTC',
  };
}

/** The verdict on one person's decisions. */
export function ask(
  decisions: readonly Decision[],
  wanted: Partial<ConsentNeed> = {},
  around: Partial<Circumstances> = {},
  at: Instant | undefined = now,
): Verdict {
  return decide(need(wanted), evidence(file(decisions), around), { now: at, entry });
}

export function codes(verdict: Verdict): readonly string[] {
  return verdict.refusals.map(({ code }) => code);
}
