/** What every part of the local tenant shares: its rows, its clock, its faults and where it says it lives. */
import type { Database } from './database.ts';
import type { FaultBox } from './faults/fault-box.ts';

export interface Clock {
  /** Milliseconds since 1970, by the tenant. */
  now(): number;
  /** Moves the clock to `at` (it runs on from there); undefined returns to the real time. */
  set(at: number | undefined): void;
}

export interface Core {
  db: Database;
  clock: Clock;
  faults: FaultBox;
  /** Origin of the sign-in endpoints, e.g. http://localhost:5300. */
  origin: string;
  /** Base of every link Graph hands out. */
  graphBase: string;
}

export interface PersonRow {
  oid: string;
  tenant: string;
  name: string;
  mail: string;
  upn: string;
  kind: 'Member' | 'Guest';
  home_tenant: string;
  home_oid: string;
}

export interface SiteRow {
  id: string;
  tenant: string;
  host: string;
  path: string;
  name: string;
  created: number;
  /** Minutes east of UTC of the site's regional setting. */
  utc_offset: number;
}

export interface ListRow {
  id: string;
  site: string;
  name: string;
  display_name: string;
  description: string;
  created: number;
  modified: number;
  author: string;
  author_app: string;
  versioning: number;
  own_permissions: number;
  last_item: number;
  seq: number;
  n: number;
}

export interface ItemRow {
  list: string;
  id: number;
  guid: string;
  n: number;
  version: number;
  fields: string;
  created: number;
  modified: number;
  author: string;
  author_app: string;
  editor: string;
  editor_app: string;
  seq: number;
  before: string | null;
}

/** An instant as Graph writes it: UTC, whole seconds. */
export function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
