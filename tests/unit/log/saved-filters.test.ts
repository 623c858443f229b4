/** M8: filters that a person keeps under a name are theirs alone, and come back as they were. */

import { describe, expect, it } from 'vitest';
import { choiceOf, keptFilters } from '../../../src/app/pages/entries/saved-filters.ts';
import type { Filter } from '../../../src/app/table/filter.ts';
import type { Code, MissionCode } from '../../../src/domain/ids.ts';
import { ines, openLogWorld, tomas } from '../../support/log-world.ts';

const filter: Filter = {
  kind: 'hearing',
  defender: '9BGPNH00W' as Code,
  period: '90',
  mine: true,
  state: 'open',
  status: 'held',
  mission: 'brenland' as MissionCode,
};

describe('M8: a saved filter', () => {
  it('comes back whole, after a reload too, without what was typed', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const entry = log.newEntryId();
    await log.keepFilter({ entry, name: 'To come', choice: choiceOf({ ...filter, text: 'Oskel' }) });
    expect(keptFilters(log.view(), 'en')).toEqual([{ entry, name: 'To come', filter }]);
    const again = await world.open(ines);
    expect(keptFilters(again.view(), 'en')).toEqual([{ entry, name: 'To come', filter }]);
  });

  it('is seen by nobody else', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    await log.keepFilter({ entry: log.newEntryId(), name: 'Mine', choice: choiceOf(filter) });
    const colleague = await world.open(tomas);
    expect(keptFilters(colleague.view(), 'en')).toEqual([]);
    expect(colleague.view().entries.get('saved-filter') ?? []).toEqual([]);
  });

  it('is not taken over by a colleague who knows its id', async () => {
    const world = await openLogWorld();
    const log = await world.open(ines);
    const entry = log.newEntryId();
    await log.keepFilter({ entry, name: 'Mine', choice: choiceOf(filter) });
    const colleague = await world.open(tomas);
    const taken = colleague.keepFilter({ entry, name: 'Theirs', choice: choiceOf(filter) });
    await expect(taken).rejects.toThrow(TypeError);
    expect(keptFilters((await world.open(ines)).view(), 'en')).toEqual([{ entry, name: 'Mine', filter }]);
  });

  it('is renamed, thrown away, and saved once however often it is tried', async () => {
    const log = await (await openLogWorld()).open(ines);
    const entry = log.newEntryId();
    const names = () => keptFilters(log.view(), 'en').map(({ name }) => name);
    await log.keepFilter({ entry, name: 'First', choice: choiceOf(filter) });
    await log.keepFilter({ entry, name: 'First', choice: choiceOf(filter) });
    expect(names()).toEqual(['First']);
    await log.keepFilter({ entry, name: 'Second', choice: choiceOf(filter) });
    expect(names()).toEqual(['Second']);
    await log.keepFilter({ entry, choice: {} });
    expect(names()).toEqual([]);
  });

  it('renamed in another tab meanwhile takes the name given last', async () => {
    const world = await openLogWorld();
    const [log, other] = [await world.open(ines), await world.open(ines)];
    const entry = log.newEntryId();
    await log.keepFilter({ entry, name: 'First', choice: choiceOf(filter) });
    await other.keepFilter({ entry, name: 'Elsewhere', choice: choiceOf(filter) });
    await log.keepFilter({ entry, name: 'Last', choice: choiceOf(filter) });
    expect(keptFilters(log.view(), 'en').map(({ name }) => name)).toEqual(['Last']);
  });

  it('with a name too long is refused before it is written', async () => {
    const log = await (await openLogWorld()).open(ines);
    await expect(
      log.keepFilter({ entry: log.newEntryId(), name: 'x'.repeat(61), choice: {} }),
    ).rejects.toThrow(TypeError);
    expect(keptFilters(log.view(), 'en')).toEqual([]);
  });
});
