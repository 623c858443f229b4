/** One line of the decision table of the gate, and the words that many lines share. */

import type { Circumstances, Decision, Speaker } from '../../../src/domain/consent/consent-file.ts';
import type { ConsentNeed } from '../../../src/domain/consent/need.ts';
import type { Day, Instant } from '../../../src/domain/ids.ts';
import { decision, grant, now, officer, oskel, otherEntry } from './consent-cases.ts';

export interface Case {
  readonly name: string;
  readonly says: readonly Decision[];
  readonly need?: Partial<ConsentNeed>;
  readonly around?: Partial<Circumstances>;
  /** `allowed`, or the code of the first refusal. */
  readonly answer: string;
}

export const day = (text: string) => text as Day;
export const at = (text: string) => text as Instant;
export const later = at('2026-11-01T10:00:00Z');
export const publicly = { action: 'publicity', audiences: ['public'] } as const;
export const publicGrant = grant('publicity', ['public'], { text: { mode: 'any' } });
/** Their own application for a visa at this embassy. */
export const ownVisa = { action: 'visa', audiences: ['embassy'], theirOwn: [oskel] } as const;
export const lawyer: Speaker = { giver: 'legal-representative', giverRef: 'chosen lawyer' };
export const lawyerSays = (more: Partial<Decision> = {}) =>
  decision({ giver: 'legal-representative', giverRef: 'chosen lawyer', whyNotDefender: 'detained', ...more });
export const usedTicket = {
  id: 't',
  entry: otherEntry,
  kind: 'x',
  action: 'trial',
  audiences: ['court'],
  identity: 'none',
  categories: [],
  under: 'once',
  by: officer,
  at: now,
  until: at('2026-11-21T09:00:00Z'),
} as const;
