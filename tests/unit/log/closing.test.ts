/** How long a closed duty stays in the first load: as long as what it was owed for. */

import { beforeEach, expect, it } from 'vitest';
import { addDays, type Code, type Day, type EntryId } from '../../../src/domain/ids.ts';
import { checkRecord, type Entry } from '../../../src/domain/record-kind.ts';
import { dutyClosing } from '../../../src/domain/system/duty-closing.ts';
import type { Log } from '../../../src/log/log.ts';
import { addDefender, contactDraft, ines, type LogWorld, openLogWorld } from '../../support/log-world.ts';

let world: LogWorld;

beforeEach(async () => {
  world = await openLogWorld();
});

async function close(log: Log, duty: string): Promise<Entry> {
  await log.closeDuty({ duty, outcome: 'done', on: log.today() });
  const held = log
    .view()
    .entries.get(dutyClosing.key)
    ?.find(({ record }) => record.duty === duty);
  if (!held) throw new Error(`${duty} was not closed`);
  return held;
}

const dutyOf = (log: Log, kind: string) => {
  const duty = log.view().duties.find((each) => each.kind === kind);
  if (!duty) throw new Error(`no duty ${kind}`);
  return duty.id;
};

it('C4: leaves it with a contact whose promise it kept', async () => {
  const log = await world.open(ines);
  const about = await addDefender(log);
  const due = addDays(log.today(), 3);
  const promises = [{ id: 'p1', what: 'Say who comes', owner: ines, due }];
  await log.save(contactDraft(log, about, { values: { promises } }));
  const closing = await close(log, dutyOf(log, 'follow-up'));
  const contact = log.view().byEntry.get(entryOf(closing));
  expect(contact?.kind).toBe('contact');
  expect(closing.record.keptUntil).toBe(addDays(due, 60));
  expect(dutyClosing.live(closing.record as never)).toBe(addDays(due, 60));
});

it.each<[string, (log: Log, duty: string) => Promise<unknown>]>([
  ['in a dialog', (log, duty) => log.closeDuty({ duty, outcome: 'done', on: addDays(log.today(), 1) })],
  [
    'with an entry',
    (log, duty) => {
      const [about] = [...log.view().byEntry.values()].flatMap(({ record }) => record.about ?? []);
      const closes = [{ duty, outcome: 'done', on: addDays(log.today(), 1) }] as const;
      return log.save(contactDraft(log, about as Code, { closes }));
    },
  ],
])('C4: ended %s as the clock was set back over midnight, it ends on the day it is now', async (_, end) => {
  const log = await world.open(ines);
  await addDefender(log, { riskLevel: 'high', riskReview: addDays(log.today(), -1) });
  const duty = dutyOf(log, 'risk-review');
  await end(log, duty);
  const closings = log.view().entries.get(dutyClosing.key) ?? [];
  expect(closings.map(({ record }) => [record.duty, record.on])).toEqual([[duty, log.today()]]);
});

it('stays in it while the defender is followed', async () => {
  const log = await world.open(ines);
  await addDefender(log, { riskLevel: 'high', riskReview: addDays(log.today(), -1) });
  const closing = await close(log, dutyOf(log, 'risk-review'));
  expect(closing.record.keptUntil).toBeUndefined();
  expect(dutyClosing.live(closing.record as never)).toBe('open');
});

it('never leaves it before the day of closing', () => {
  const record = {
    duty: 'd',
    outcome: 'done',
    on: '2026-11-20' as Day,
    keptUntil: '2026-03-01' as Day,
  } as const;
  expect(dutyClosing.live(record)).toBe('2026-11-20');
});

it.each<[string, object, readonly string[]]>([
  ['why', { until: '2026-12-01' }, ['because']],
  ['a day to look at it again', { because: 'unreachable-safely' }, ['until']],
  ['a later one', { because: 'unreachable-safely', until: '2026-11-20' }, ['until']],
  ['words where the reason is another', { because: 'other', until: '2026-12-01' }, ['reason']],
  ['nothing more', { because: 'asked-not-contacted', until: '2026-12-01' }, []],
])('C6: who was not told needs %s', (_, more, asked) => {
  const record = { duty: 'd', outcome: 'not-told', on: '2026-11-20', ...more };
  const checked = checkRecord(dutyClosing, record, '2026-11-20' as Day);
  expect(checked.ok ? [] : Object.keys(checked.problems)).toEqual(asked);
});

it('C6: who could not be told, and could not again on the day set for it, was asked about twice', async () => {
  const log = await world.open(ines);
  const about = await addDefender(log);
  await log.save({
    kind: 'recognition',
    entry: log.newEntryId(),
    values: {
      about,
      day: log.today(),
      does: 'Writes letters',
      peacefulMeans: 'Letters only',
      result: 'not-now',
      reason: 'Too early to say',
    },
  });
  const duty = dutyOf(log, 'feedback');
  const untold = (days: number) =>
    log.closeDuty({
      duty,
      outcome: 'not-told',
      on: log.today(),
      because: 'unreachable-safely',
      until: addDays(log.today(), days),
    });
  const closings = () => log.view().entries.get(dutyClosing.key)?.length ?? 0;
  await untold(1);
  expect(log.view().duties.some(({ id }) => id === duty)).toBe(false);
  await untold(1);
  expect(closings()).toBe(1);
  world.time.now += 24 * 3_600_000;
  await log.refresh();
  expect(log.view().duties.find(({ id }) => id === duty)).toMatchObject({ due: log.today() });
  await untold(30);
  expect(closings()).toBe(2);
  expect(log.view().duties.some(({ id }) => id === duty)).toBe(false);
});

function entryOf(closing: Entry): EntryId {
  return String(closing.record.duty).split(':')[0] as EntryId;
}
