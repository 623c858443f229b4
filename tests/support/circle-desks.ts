/** People of the demo's circle at work in its seeded tenant: keys made and compared, and what another mission shares. */

import { openChance } from '../../src/demo/seed/chance.ts';
import { openStaff } from '../../src/demo/seed/staff.ts';
import { addDays, type EntryId, type MissionCode } from '../../src/domain/ids.ts';
import type { LocalTenant } from '../../src/local-tenant/local-tenant.ts';
import type { Circle } from '../../src/log/circle/circle.ts';
import type { Log } from '../../src/log/log.ts';
import { openReadyLog } from './ready-log.ts';
import { personOf } from './set-up-mission.ts';

interface Desk {
  readonly log: Log;
  readonly circle: Circle;
}

export interface Told {
  readonly hearing: EntryId;
  readonly request: EntryId;
}

/** Brenland shares a hearing from a court's list with Aldermark, to which nobody goes, and asks for a visa. */
export async function brenlandTells(tenant: LocalTenant): Promise<Told> {
  const staff = openStaff(tenant, openChance());
  const open = async (who: string): Promise<Desk> => {
    const log = await openReadyLog({
      book: staff.book(who),
      person: personOf(who),
      environment: staff.environment,
      circles: [staff.circle(who)],
    });
    const [circle] = await log.circles();
    if (!circle) throw new Error(`${who}: the circle is not open`);
    if (circle.view().keys === 'none') await circle.keys.createMissionKeys();
    await circle.keys.createOwnKey(await circle.keys.proposePassphrase());
    await circle.refresh();
    return { log, circle };
  };
  const desks: Desk[] = [];
  for (const who of ['ines', 'greta', 'joris', 'casimir']) desks.push(await open(who));
  const [ines, greta, joris, casimir] = desks as [Desk, Desk, Desk, Desk];
  await greta.circle.keys.signCards();
  await casimir.circle.keys.signCards();
  for (const { circle } of desks) await circle.refresh();
  await verify(ines, joris);
  await verify(joris, ines);
  const told = await tell(joris);
  for (const { log } of desks) log.close();
  staff.close();
  return told;
}

async function verify(who: Desk, whom: Desk): Promise<void> {
  const fingerprint = whom.circle.view().ownFingerprint ?? '';
  await who.circle.pins.verify([{ mission: whom.log.me.mission.code, fingerprint }]);
  await who.circle.refresh();
}

async function tell({ log, circle }: Desk): Promise<Told> {
  const today = log.today();
  const to = ['aldermark' as MissionCode];
  const about = log.newCode();
  const save = async (kind: string, values: object): Promise<EntryId> => {
    const entry = log.newEntryId();
    const saved = await log.save({ kind, entry, values: { ...values } });
    if (saved.outcome !== 'saved') throw new Error(`${kind}: ${JSON.stringify(saved)}`);
    return entry;
  };
  await save('defender', { about, unit: 'individual' });
  const source = await save('hearing', {
    about,
    start: { day: addDays(today, 5), time: '11:45', zone: 'Asia/Tbilisi' },
    court: 'Court of Appeal',
    dateSource: 'court-list',
  });
  const shared = await circle.sharing.share({
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
  const rowOf = (entry: EntryId) =>
    circle.view().shares.find((share) => share.entry === entry)?.record.row as EntryId;
  return { hearing: rowOf(shared.entry), request: rowOf(asked.entry) };
}
