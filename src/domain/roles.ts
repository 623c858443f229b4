/** What each role is for. It prevents mistakes; the SharePoint groups of the site are what enforces. */

import type { MissionPerson, Role } from './missions.ts';
import { kindByKey } from './registry.ts';

export const abilities = [
  /** Read entries: of cases, of defenders, in the calendar. */
  'read',
  /** Record and change entries of every kind. */
  'record',
  /** Record what was seen: observations, hearings, contacts. */
  'observe',
  'record-consent',
  /** Plan, announce and share; the gate still decides. */
  'act',
  'show-names',
  'approve',
  /** Take what is in the log out of it: files, briefs, paper. */
  'export',
  /** Decide what is kept, held, restored, made anonymous, and answer those it is about. */
  'keep',
  /** Read the visa bundles given to them, and write back what became of each. */
  'answer-visas',
  'set-up',
] as const;
export type Ability = (typeof abilities)[number];

export const roleAbilities = {
  'focal-point': ['read', 'record', 'observe', 'record-consent', 'act', 'show-names', 'keep', 'export'],
  deputy: ['read', 'record', 'observe', 'record-consent', 'act', 'show-names', 'keep', 'export'],
  'head-of-mission': ['read', 'record', 'observe', 'record-consent', 'act', 'approve', 'export'],
  observer: ['read', 'observe'],
  consular: ['answer-visas'],
  'capital-reader': [],
  administrator: ['set-up'],
} as const satisfies Readonly<Record<Role, readonly Ability[]>>;

/**
 * What holds an ability where the site's lists have their permissions: a group of the site, which enforces, or the app
 * alone, which prevents. Everybody in `members` can write every list of cases, so what lies between their roles is the app's.
 */
export const heldBy = {
  read: 'members',
  record: 'members',
  observe: 'app',
  'record-consent': 'app',
  act: 'app',
  'show-names': 'identity-readers',
  approve: 'app',
  export: 'app',
  keep: 'app',
  'answer-visas': 'consular',
  'set-up': 'owners',
} as const satisfies Readonly<
  Record<Ability, 'app' | 'members' | 'identity-readers' | 'consular' | 'owners'>
>;

/** Whether somebody with these roles may do it. Locally engaged people are not shown names. */
export function may(person: Pick<MissionPerson, 'roles' | 'locallyEngaged'>, ability: Ability): boolean {
  if (ability === 'show-names' && person.locallyEngaged === true) return false;
  return person.roles.some((role) => (roleAbilities[role] as readonly Ability[]).includes(ability));
}

/** Whether somebody with these roles may save an entry of this kind. */
export function mayWrite(person: Pick<MissionPerson, 'roles'>, kind: string): boolean {
  return may(person, 'record') || (may(person, 'observe') && kindByKey(kind)?.observed === true);
}

/** Whether somebody with these roles logs anything at all. */
export function mayLog(person: Pick<MissionPerson, 'roles'>): boolean {
  return may(person, 'record') || may(person, 'observe');
}

/**
 * Whether the pages of cases are open to somebody. Who has no role yet is turned away by the lists of the site alone; a
 * role that is for something else closes them.
 */
export function readsCases(person: Pick<MissionPerson, 'roles'>): boolean {
  return person.roles.length === 0 || may(person, 'read');
}

/** Whether somebody may change who works in the mission and in which roles. */
export function mayChangePeople(person: Pick<MissionPerson, 'roles'>): boolean {
  return may(person, 'record') || may(person, 'set-up');
}
