/** Days of the mission in what is kept, and one person: everything gathered, everything erased. */

import { beforeEach, describe, expect, it } from 'vitest';
import { informedElements } from '../../../src/domain/consent/consent-file.ts';
import { isAnonymised } from '../../../src/domain/keeping/marks.ts';
import type { Life } from '../../../src/log/life/life.ts';
import type { Log } from '../../../src/log/log.ts';
import { everything, noProgress, savedEntry, story } from '../../support/life-story.ts';
import {
  addDefender,
  agreed,
  contactDraft,
  ines,
  type LogWorld,
  openLogWorld,
} from '../../support/log-world.ts';

let world: LogWorld;
let log: Log;
let life: Life;

beforeEach(async () => {
  world = await openLogWorld();
  log = await world.open(ines);
  life = await log.life();
});

describe('E2: days of the mission', () => {
  it('hold at once for what waits, and stay when its people or periods change', async () => {
    const about = await addDefender(log);
    const values = {
      about,
      type: 'house-arrest',
      step: 'asked',
      askedOn: log.today(),
      askedTo: 'police',
    };
    await log.recordConsent(
      agreed(about, {
        informed: informedElements,
        grants: [
          {
            action: 'prison',
            audiences: ['embassy', 'host-authority'],
            identity: 'full-name',
            categories: [],
          },
        ],
      }),
    );
    expect((await log.save({ kind: 'prison-visit', entry: log.newEntryId(), values })).outcome).toBe('saved');
    world.time.now += 10 * 86_400_000;
    await log.refresh();
    const waits = () => log.view().duties.some(({ kind }) => kind === 'visit-no-reply');
    expect(waits()).toBe(false);
    await life.setDays({ 'no-reply': 7 });
    expect(waits()).toBe(true);
    await life.setPeriods({ contact: 12 });
    await log.savePeople(log.me.mission.people);
    expect(log.me.mission.days).toEqual({ 'no-reply': 7 });
    await life.setDays({});
    expect(log.me.mission).not.toHaveProperty('days');
    expect(waits()).toBe(false);
  });

  it.each([[0], [601], [1.5]])('are whole and from 1 to 600: %d is not', async (days) => {
    await expect(life.setDays({ 'no-reply': days })).rejects.toThrow(TypeError);
  });
});

describe('J6: one person', () => {
  it('gets everything about them, journalled before anything is read', async () => {
    const about = await addDefender(log);
    const { contact } = await story(log, about);
    await log.saveIdentity(about, { about, fullName: 'Nino Mtisdze' });
    const gathered = await life.gather(about);
    expect(gathered.entries.map(({ entry }) => entry)).toContain(contact);
    expect(gathered.decisions).toHaveLength(1);
    expect(gathered.tickets.length).toBeGreaterThan(0);
    expect(gathered.identity?.fullName).toBe('Nino Mtisdze');
    const journal = await everything(world.book, 'journal');
    expect(journal).toContain('subject-access');
  });

  it('is erased: nothing leads to them, and what concerns others and is open stays for a person', async () => {
    const about = await addDefender(log);
    const other = await addDefender(log);
    await story(log, about);
    await log.saveIdentity(about, { about, fullName: 'Nino Mtisdze' });
    const river = log.newCode();
    const cases = await savedEntry(log, {
      kind: 'case',
      entry: log.newEntryId(),
      values: { about: river, named: [about, other], gist: 'The vigil', state: 'open' },
    });
    const both = await savedEntry(log, contactDraft(log, other, { values: { named: [about] } }));
    const outcome = await life.erase(about, noProgress);
    expect(outcome.stayed.map(({ entry, why }) => [entry.entry, why])).toEqual([[cases, 'others']]);
    expect(log.view().byEntry.get(both)?.record.about).toBe(other);
    const left = [...log.view().byEntry.values()].filter(
      ({ kind, record }) => kind !== 'consent-file' && JSON.stringify(record).includes(about),
    );
    expect(left.map(({ entry }) => entry)).toEqual([cases]);
    expect(await everything(world.book, 'identity')).not.toContain('Nino');
    expect(log.view().entries.get('contact')?.filter(isAnonymised)).toHaveLength(2);
  });
});
