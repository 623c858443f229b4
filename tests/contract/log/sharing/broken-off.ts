/** What broke off on its way, was sent twice at once, or was rolled back by the host. */

import { expect, it } from 'vitest';
import type { Entry } from '../../../../src/domain/record-kind.ts';
import type { Book } from '../../../../src/store/book.ts';
import { StoreError } from '../../../../src/store/store-error.ts';
import { addDefender } from '../../../support/log-world.ts';
import { shareLooked } from '../../../support/share-looked.ts';
import { agreedTo, brenland } from '../../../support/sharing-world.ts';
import type { SharingDesks } from './desks.ts';

export function whatBrokeOff(at: SharingDesks): void {
  const { hearingOf, planFor, rowOf, shared, moved } = at;

  it('H2 · two colleagues who share the same at the same moment send it once', async () => {
    const desk = at.desks.aldermark;
    const head = at.desks.heads.aldermark;
    const about = await addDefender(desk.log);
    await desk.log.recordConsent(agreedTo(about, 'trial', [brenland]));
    const source = await hearingOf(desk, about);
    await head.hear();
    const outcomes = await Promise.all(
      [desk, head].map(async (each) => {
        const plan = planFor(each, source, [brenland]);
        const first = await shareLooked(each.circle.sharing, plan);
        // Whose code for them came second has looked at another one: they look again.
        return first.outcome === 'blocked' ? shareLooked(each.circle.sharing, plan) : first;
      }),
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    await desk.hear();
    await at.desks.brenland.hear();
    const code = desk.circle.view().shares.find(({ record }) => record.source === source)?.record.code;
    const rows = at.desks.brenland.circle.view().entries.filter((one) => one.code === code);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.content).toBeDefined();
  });

  /** A share that reached our own book and not the circle. */
  async function brokenOff(identity: 'none' | 'initials' = 'none') {
    let isDown = true;
    const down = (book: Book): Book => ({
      ...book,
      async add(cleared) {
        if (isDown && cleared.kind.key === 'circle-entry' && cleared.record.coarse === 'trial')
          throw new StoreError('unavailable');
        return book.add(cleared);
      },
    });
    const about = await addDefender(at.desks.aldermark.log);
    await at.desks.aldermark.log.recordConsent(agreedTo(about, 'trial', [brenland], { identity }));
    await at.desks.aldermark.log.saveIdentity(about, { about, fullName: 'Ana Torres' });
    const source = await hearingOf(at.desks.aldermark, about);
    const stopped = await at.world.open('ines', { over: { circle: down } });
    const plan = planFor(stopped, source, [brenland], { identity });
    await expect(shareLooked(stopped.circle.sharing, plan)).rejects.toThrow('unavailable');
    isDown = false;
    return { stopped, plan, about, source };
  }

  it('H2 · a share that broke off is completed by the next colleague who is there', async () => {
    const { stopped, plan } = await brokenOff();
    stopped.close();
    await at.desks.heads.aldermark.hear();
    await at.desks.brenland.hear();
    const row = rowOf(at.desks.heads.aldermark, plan.share);
    expect(at.desks.brenland.entry(row)?.content).toBeDefined();
    expect(at.desks.brenland.entry(row)?.attestedUntil).toBeDefined();
  });

  it('H2 · what broke off and was changed since waits for another look, and is then sent as it reads now', async () => {
    const { stopped, plan, source } = await brokenOff();
    await moved(stopped, source);
    stopped.close();
    const head = at.desks.heads.aldermark;
    await head.hear();
    await at.desks.brenland.hear();
    const row = rowOf(head, plan.share);
    expect(at.desks.brenland.entry(row)).toBeUndefined();
    const [share] = head.circle.view().shares.filter(({ entry }) => entry === plan.share);
    expect(share?.record).toMatchObject({ state: 'shared' });
    expect(share?.record.digest).toBeUndefined();
    expect(head.circle.view().undone).toMatchObject([
      { what: 'completing', share: plan.share, cause: { why: 'changed' } },
    ]);
    expect(await shareLooked(head.circle.sharing, plan)).toMatchObject({ outcome: 'done' });
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(row)?.content?.body).toMatchObject({
      fields: { court: 'Meren City Court' },
    });
  });

  it('H2 · a name that broke off on its way is sealed by nobody who has not read it', async () => {
    const { stopped, plan } = await brokenOff('initials');
    stopped.close();
    // The same person in another tab may read names, and has not read this one.
    const desk = at.desks.aldermark;
    await desk.hear();
    await at.desks.brenland.hear();
    expect(at.desks.brenland.entry(rowOf(desk, plan.share))).toBeUndefined();
    expect(desk.circle.view().undone).toMatchObject([{ share: plan.share, cause: { why: 'changed' } }]);
  });

  it('H1 · what is marked for the own mission alone after it broke off is never completed', async () => {
    const { stopped, plan, about } = await brokenOff();
    const [held] = (stopped.log.view().entries.get('defender') ?? []).filter(
      ({ record }) => record.about === about,
    );
    if (!held) throw new Error('no defender');
    const { entry, id, version, record } = held;
    const values = { ...record, ownMissionOnly: true };
    await stopped.log.save({ kind: 'defender', entry, base: { id, version, record }, values });
    stopped.close();
    await at.desks.heads.aldermark.hear();
    await at.desks.brenland.hear();
    const row = rowOf(at.desks.heads.aldermark, plan.share);
    expect(at.desks.brenland.entry(row)).toBeUndefined();
  });

  it('J10 · a host who shows an older revision of a row is found out', async () => {
    const older = new Map<string, Entry>();
    let isShowingOlder = false;
    const shown = (entry: Entry): Entry => {
      if (entry.kind !== 'circle-entry') return entry;
      const before = older.get(entry.entry) ?? entry;
      older.set(entry.entry, before);
      return isShowingOlder ? { ...entry, record: before.record, version: `${entry.version} again` } : entry;
    };
    const rollingBack = (book: Book): Book => ({
      ...book,
      async find(...given) {
        const found = await book.find(...given);
        return found && { entry: shown(found.entry) };
      },
      async load(...given) {
        const page = await book.load(...given);
        return { ...page, entries: page.entries.map(shown) };
      },
    });
    const head = await at.world.open('casimir', { over: { circle: rollingBack } });
    const { plan, source, row } = await shared();
    await head.hear();
    expect(head.entry(row)).toMatchObject({ rev: 1 });
    const held = at.desks.aldermark.log.view().byEntry.get(source);
    if (!held) throw new Error('no hearing');
    const base = { id: held.id, version: held.version, record: held.record };
    const values = { ...held.record, court: 'Meren City Court' };
    await at.desks.aldermark.log.save({ kind: 'hearing', entry: source, base, values });
    await shareLooked(at.desks.aldermark.circle.sharing, plan);
    await head.hear();
    expect(head.entry(row)).toMatchObject({ rev: 2 });
    isShowingOlder = true;
    for (let beat = 0; beat < 40; beat += 1) await head.hear();
    expect(head.entry(row)).toMatchObject({ withheld: 'altered' });
    expect(head.entry(row)?.content).toBeUndefined();
    head.close();
  });
}
