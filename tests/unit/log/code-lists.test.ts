/** L1: two tabs keep one list; edits of different lines both stay, the same line is refused, and roles are held to. */

import { describe, expect, it } from 'vitest';
import type { ListedCode } from '../../../src/domain/system/code-list.ts';
import type { Log } from '../../../src/log/log.ts';
import { ines, openLogWorld, pavel, tomas } from '../../support/log-world.ts';

const code = (key: string, en: string): ListedCode => ({ key, labels: { en } });
const stored = (log: Log) =>
  log
    .view()
    .entries.get('code-list')
    ?.map(({ record }) => ({ name: record.name, codes: record.codes }));

describe('open lists', () => {
  it('are made by the first who saves one, and by two at once become one list', async () => {
    const world = await openLogWorld();
    const [one, two] = [await world.open(ines), await world.open(tomas)];
    const said = await Promise.all([
      one.saveCodeList({ name: 'courts', base: [], codes: [code('city', 'City Court')] }),
      two.saveCodeList({ name: 'courts', base: [], codes: [code('appeal', 'Court of Appeal')] }),
    ]);
    expect(said).toEqual(['saved', 'saved']);
    await one.refresh();
    await two.refresh();
    expect(stored(one)).toEqual(stored(two));
    expect(stored(one)).toHaveLength(1);
    const codes = (stored(one) ?? []).flatMap((list) => list.codes as ListedCode[]);
    expect(codes.map(({ key }) => key).sort()).toEqual(['appeal', 'city']);
  });

  it('keep both edits of different lines, and refuse the second of two on one line without writing', async () => {
    const world = await openLogWorld();
    const [one, two] = [await world.open(ines), await world.open(tomas)];
    const base = [code('a', 'A'), code('b', 'B')];
    await one.saveCodeList({ name: 'courts', base: [], codes: base });
    expect(await one.saveCodeList({ name: 'courts', base, codes: [code('a', 'A1'), code('b', 'B')] })).toBe(
      'saved',
    );
    expect(await two.saveCodeList({ name: 'courts', base, codes: [code('a', 'A'), code('b', 'B2')] })).toBe(
      'saved',
    );
    expect(await two.saveCodeList({ name: 'courts', base, codes: [code('a', 'A2'), code('b', 'B')] })).toBe(
      'conflict',
    );
    await one.refresh();
    expect(stored(one)).toEqual([{ name: 'courts', codes: [code('a', 'A1'), code('b', 'B2')] }]);
  });

  it('are not changed by whoever may not record', async () => {
    const world = await openLogWorld();
    const log = await world.open(pavel);
    await expect(log.saveCodeList({ name: 'courts', base: [], codes: [] })).rejects.toThrow(TypeError);
  });
});
