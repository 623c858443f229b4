/** Others at work in the demo's circle: what another mission shares with us and asks of us, and what the host does by hand. */

import { demoPassphrase } from '../../src/demo/people.ts';
import { openChance } from '../../src/demo/seed/chance.ts';
import { openStaff } from '../../src/demo/seed/staff.ts';
import { act } from '../../src/domain/circle/kinds/act.ts';
import { clearNone } from '../../src/domain/consent/clear.ts';
import { addDays, type EntryId, type MissionCode } from '../../src/domain/ids.ts';
import type { LocalTenant } from '../../src/local-tenant/local-tenant.ts';
import type { Circle } from '../../src/log/circle/circle.ts';
import type { Log } from '../../src/log/log.ts';
import { openReadyLog } from './ready-log.ts';
import { personOf } from './set-up-mission.ts';
import { shareLooked } from './share-looked.ts';

export interface Desk {
  readonly log: Log;
  readonly circle: Circle;
  close(): void;
}

export interface Told {
  readonly hearing: EntryId;
  readonly request: EntryId;
}

/** That person at work with an open key, as if in another browser; what they do is heard with the next beat. */
export async function openDesk(tenant: LocalTenant, who: string): Promise<Desk> {
  const staff = openStaff(tenant, openChance());
  const log = await openReadyLog({
    book: staff.book(who),
    person: personOf(who),
    environment: staff.environment,
    circles: [staff.circle(who)],
  });
  const [circle] = await log.circles();
  if (!circle) throw new Error('the circle is not open');
  await circle.keys.unlock(demoPassphrase);
  await circle.refresh();
  return {
    log,
    circle,
    close() {
      log.close();
      staff.close();
    },
  };
}

/** Brenland shares a hearing from a court's list with Aldermark, to which nobody goes, and asks for a visa. */
export async function brenlandTells(tenant: LocalTenant): Promise<Told> {
  const desk = await openDesk(tenant, 'joris');
  const told = await tell(desk);
  desk.close();
  return told;
}

/** Brenland asks Aldermark for so many visas, one after the other, numbered from 1 in words. @returns the newest */
export async function brenlandAsks(tenant: LocalTenant, count: number): Promise<EntryId> {
  const { log, circle, close } = await openDesk(tenant, 'joris');
  const until = addDays(log.today(), 10);
  let row = '' as EntryId;
  for (let nth = 1; nth <= count; nth += 1) {
    const entry = log.newEntryId();
    const asked = await circle.sharing.ask({
      ...{ entry, asks: 'visa', to: ['aldermark' as MissionCode], urgency: 'routine', until },
      words: `Number ${nth}.`,
    });
    if (asked.outcome !== 'done') throw new Error(JSON.stringify(asked));
    row = rowOf(circle, asked.entry);
  }
  close();
  return row;
}

function rowOf(circle: Circle, entry: EntryId): EntryId {
  return circle.view().shares.find((share) => share.entry === entry)?.record.row as EntryId;
}

export async function saveAt({ log }: Desk, kind: string, values: object): Promise<EntryId> {
  const entry = log.newEntryId();
  const saved = await log.save({ kind, entry, values: { ...values } });
  if (saved.outcome !== 'saved') throw new Error(`${kind}: ${JSON.stringify(saved)}`);
  return entry;
}

async function tell(desk: Desk): Promise<Told> {
  const { log, circle } = desk;
  const today = log.today();
  const to = ['aldermark' as MissionCode];
  const about = log.newCode();
  await saveAt(desk, 'defender', { about, unit: 'individual' });
  const source = await saveAt(desk, 'hearing', {
    about,
    start: { day: addDays(today, 5), time: '11:45', zone: 'Asia/Tbilisi' },
    court: 'Court of Appeal',
    dateSource: 'court-list',
  });
  const shared = await shareLooked(circle.sharing, {
    share: log.newEntryId(),
    source,
    to,
    parts: ['start', 'court'],
    identity: 'none',
    categories: [],
    until: addDays(today, 30),
  });
  const asked = await circle.sharing.ask({
    entry: log.newEntryId(),
    asks: 'visa',
    to,
    urgency: '72-h',
    people: 3,
    words: 'Papers are complete.',
    until: addDays(today, 10),
  });
  if (shared.outcome !== 'done' || asked.outcome !== 'done')
    throw new Error(`not told: ${JSON.stringify([shared, asked])}`);
  return { hearing: rowOf(circle, shared.entry), request: rowOf(circle, asked.entry) };
}

/** The first act of that mission says something else in the list than what was signed. */
export async function hostAlters(tenant: LocalTenant, mission: string): Promise<void> {
  const staff = openStaff(tenant, openChance());
  const { book } = staff.circle('selim', true);
  const { entries } = await book.loadAll(act);
  const theirs = entries.filter(({ record }) => record.from === mission);
  const [first] = theirs.sort((a, b) => Number(a.record.sequence) - Number(b.record.sequence));
  if (!first) throw new Error(`${mission} has said nothing`);
  const { entry, record, id, version } = first;
  const other = { ...record, type: record.type === 'deleted' ? 'retracted' : 'deleted' };
  await book.amend(clearNone({ kind: act, entry, record: other, by: personOf('selim') }), { id, version });
  staff.close();
}
