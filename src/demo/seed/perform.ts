/** Lets the cast act one after the other, each act at its own time on the tenant's clock. */

import { type AnyRecord, codesOf } from '../../domain/record-kind.ts';
import type { LocalTenant } from '../../local-tenant/local-tenant.ts';
import type { Log } from '../../log/log.ts';
import type { Draft, SaveOutcome } from '../../log/writing/saving.ts';
import { type Act, asPerson } from './act.ts';
import type { Calendar } from './calendar.ts';
import { castEntry } from './cast.ts';
import type { Chance } from './chance.ts';
import { type CircleStep, takeStep } from './circle-step.ts';
import { setUp } from './set-up.ts';
import { joinCircle, setUpCircle } from './set-up-circle.ts';
import type { Staff } from './staff.ts';

export interface Stage {
  readonly tenant: LocalTenant;
  readonly staff: Staff;
  readonly chance: Chance;
  readonly calendar: Calendar;
}

/** Acts in the order of their days; on one day the first begins at nine, the next ones follow minutes later. */
export function inOrder(
  acts: readonly Act[],
  calendar: Calendar,
): readonly (Act & { readonly at: number })[] {
  const sorted = acts
    .map((act, place) => ({ act, place }))
    .sort((a, b) => a.act.day - b.act.day || a.place - b.place);
  const onDay = new Map<number, number>();
  return sorted.map(({ act }) => {
    const before = onDay.get(act.day) ?? 0;
    onDay.set(act.day, before + 1);
    return { ...act, at: calendar.instant(act.day, '09:00') + before * 17 * 60_000 };
  });
}

/** @throws Error naming the act when it does not end as told: a story that the rules refuse is a wrong story. */
export async function perform(stage: Stage, act: Act & { readonly at: number }): Promise<void> {
  const { tenant, staff, chance, calendar } = stage;
  tenant.clock.set(act.at);
  chance.begin(act.key);
  try {
    if (act.does.act === 'set-up') await setUp(tenant, staff, act.who, calendar, act.day);
    else if (act.does.act === 'set-up-circle') await setUpCircle(tenant, staff, act.who);
    else if (act.does.act === 'join-circle') await joinCircle(staff, act.who, act.does.mission);
    else if (act.does.act === 'circle') await workInCircle(staff, act.who, act.key, act.does.step);
    else await work(await staff.log(act.who), act);
  } catch (cause) {
    throw new Error(`seed, '${act.key}' by ${act.who} on day ${act.day}: ${(cause as Error).message}`, {
      cause,
    });
  }
  staff.wrote(act.who);
}

/** What the others did until now is heard first: nobody listens between two acts. */
async function workInCircle(staff: Staff, who: string, key: string, step: CircleStep): Promise<void> {
  const [circle] = await (await staff.log(who)).circles();
  if (!circle) throw new Error('no circle is open');
  await circle.refresh();
  await takeStep(circle, staff.environment, key, step);
}

async function work(log: Log, { key, does }: Act): Promise<void> {
  switch (does.act) {
    case 'set-up':
    case 'set-up-circle':
    case 'join-circle':
    case 'circle':
      throw new TypeError('a site is set up before anybody has a log');
    case 'log': {
      const { kind, values, consent, closes } = does;
      const draft: Draft = { kind, entry: castEntry(key), values };
      return saved(
        await log.save({ ...draft, ...(consent ? { consent } : {}), ...(closes ? { closes } : {}) }),
        values,
      );
    }
    case 'change': {
      const held = log.view().byEntry.get(castEntry(does.of));
      if (!held) throw new Error(`there is no '${does.of}' to change`);
      const { id, version, record } = held;
      const values = { ...record, ...does.values };
      const draft = { kind: held.kind, entry: held.entry, values, base: { id, version, record } };
      return saved(await log.save(draft), values);
    }
    case 'give': {
      const given = await log.consular.give(castEntry(does.of), asPerson(does.to));
      if (given.outcome !== 'saved') throw new Error(JSON.stringify(given));
      return;
    }
    case 'withdraw':
      await log.withdrawConsent(does.consent);
      return;
    case 'list': {
      const said = await log.saveCodeList({ name: does.name, base: [], codes: does.codes });
      if (said !== 'saved') throw new Error(said);
      return;
    }
    case 'name':
      return log.saveIdentity(does.code, { about: does.code, ...does.names });
    case 'look':
      await log.showIdentity(does.code);
  }
}

/** Everybody the story names must be in what was saved. */
function saved(outcome: SaveOutcome, values: AnyRecord): void {
  if (outcome.outcome === 'saved') {
    if (outcome.left.length === 0 && codesOf(outcome.entry.record).length === codesOf(values).length) return;
    throw new Error(`left out: ${outcome.left.join(', ')}`);
  }
  if (outcome.outcome === 'invalid') throw new Error(`invalid: ${JSON.stringify(outcome.problems)}`);
  if (outcome.outcome === 'refused' || outcome.outcome === 'say-why')
    throw new Error(`${outcome.outcome}: ${JSON.stringify(outcome.verdict.refusals)}`);
  throw new Error(outcome.outcome);
}
