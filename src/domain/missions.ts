/** Missions and the people in them. */

import type { Day, MissionCode } from './ids.ts';
import type { Person } from './record-kind.ts';
import type { OwnDays } from './usual-days.ts';

export const roles = [
  'focal-point',
  'deputy',
  'head-of-mission',
  'consular',
  'observer',
  'capital-reader',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export interface MissionPerson extends Person {
  readonly roles: readonly Role[];
  /** Identity list off by default for locally engaged people. */
  readonly locallyEngaged?: boolean;
  readonly from?: Day;
  readonly to?: Day;
  readonly confirmedOn?: Day;
  /** First and last day of the next or present absence. */
  readonly awayFrom?: Day;
  readonly awayTo?: Day;
}

export interface Mission {
  readonly code: MissionCode;
  readonly name: string;
  readonly state: string;
  readonly hostCountry: string;
  readonly kind:
    | 'embassy'
    | 'delegation'
    | 'consulate'
    | 'permanent-mission'
    | 'liaison-office'
    | 'capital-desk';
  /** IANA zone of the place. */
  readonly zone: string;
  readonly circle?: string;
  readonly people: readonly MissionPerson[];
  /** Months by kind key that differ from the usual ones. */
  readonly retention?: Readonly<Record<string, number>>;
  /** Days that differ from the usual ones. */
  readonly days?: OwnDays;
}
