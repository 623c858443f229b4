/** A configured circle from the mission's side: open, or shut for a reason in closed words; whole, or lacking what is named. */

import { afterEach, describe, expect, it } from 'vitest';
import { circlePath, demoClientId, ministryOf, siteAddress } from '../../../src/demo/people.ts';
import { setUpCircle } from '../../../src/demo/seed/set-up-circle.ts';
import { circleEntry, circleEntryExample } from '../../../src/domain/circle/kinds/circle-entry.ts';
import { circleMission, circleMissionExample } from '../../../src/domain/circle/kinds/circle-mission.ts';
import { keyCard, keyCardExample } from '../../../src/domain/circle/kinds/key-card.ts';
import { circleLists } from '../../../src/domain/circle/registry.ts';
import { clearNone } from '../../../src/domain/consent/clear.ts';
import type { EntryId } from '../../../src/domain/ids.ts';
import type { AnyKind, AnyRecord } from '../../../src/domain/record-kind.ts';
import { beginCircle } from '../../../src/log/circle/begin.ts';
import type { ListCheck } from '../../../src/log/circle/check.ts';
import { openCircleBook } from '../../../src/log/circle/circle-book.ts';
import { openCircleSites } from '../../../src/log/circle/site.ts';
import { openGraphBook } from '../../../src/store/graph/graph-book.ts';
import { graphFetch } from '../../../src/store/graph/transport.ts';
import { SignInError } from '../../../src/teams/sign-in-error.ts';
import { type CircleWorld, openCircleWorld } from '../../support/circle-world.ts';
import { ines, openLogWorld } from '../../support/log-world.ts';
import { castOf } from '../../support/set-up-mission.ts';

const host = ministryOf('secretariat');
const { envelope: _, ...bareRow } = circleEntryExample;
const entryOf = (n: number) => `01HZX3K8Q2W7V5R4T9N6M1C0${String(n).padStart(2, '0')}` as EntryId;

const open: CircleWorld[] = [];
afterEach(() => {
  for (const world of open.splice(0)) world.close();
});

async function worldOf(options: { readonly setUp?: false } = {}): Promise<CircleWorld> {
  const world = await openCircleWorld(options);
  open.push(world);
  return world;
}

/** The way of the app: a token of the host for each call, at another address where one is given. */
function circleOf(world: CircleWorld, who: string, path = circlePath) {
  const site = siteAddress(host, path);
  const book = openGraphBook({
    site,
    pace: { now: () => world.time.now, random: () => 0, sleep: async () => undefined },
    transport: graphFetch({
      token: () => world.token(who),
      rewrite: 'http://localhost/graph',
      fetch: (url, init) => world.tenant.fetch(new Request(url, init)),
    }),
  });
  return beginCircle({
    id: site,
    tenant: host.tenantId,
    book,
    owners: async () => book,
    async signIn() {
      const token = await world.token(who).catch((error: Error) => {
        const code = /AADSTS(50034|50020)/.test(error.message) ? 'not-invited' : 'consent-required';
        throw new SignInError(code, 'refused');
      });
      const { oid } = JSON.parse(atob(token.split('.')[1] ?? '')) as { oid: string };
      return { objectId: oid, tenantId: host.tenantId, name: who };
    },
    now: () => world.time.now,
  });
}

async function troubleOf(world: CircleWorld, who: string, path?: string) {
  const [site] = openCircleSites([circleOf(world, who, path)]);
  return site?.trouble();
}

describe('K2 · a circle', () => {
  it('is open to a guest who was invited', async () => {
    expect(await troubleOf(await worldOf(), 'ines')).toBeUndefined();
  });

  it.each([
    ['somebody who is no guest of its host', 'pavel', 'not-invited', () => undefined],
    [
      'a guest who is not in the group of its members',
      'pavel',
      'not-invited',
      ({ tenant }: CircleWorld) => tenant.world.guest({ user: castOf('pavel').id, host: host.tenantId }),
    ],
    [
      'a guest while the host has not approved the app',
      'ines',
      'no-consent',
      ({ tenant }: CircleWorld) =>
        tenant.world.withdrawConsent({
          app: demoClientId,
          tenant: host.tenantId,
          scopes: ['Sites.Selected'],
        }),
    ],
    [
      'a guest while the app has no grant for the site',
      'ines',
      'not-invited',
      ({ tenant }: CircleWorld) => {
        const { id } = tenant.world.site({ tenant: host.tenantId, path: circlePath, name: 'Circle' });
        tenant.world.revoke({ site: id, clientId: demoClientId });
      },
    ],
    [
      'a guest while there is no network',
      'ines',
      'offline',
      ({ tenant }: CircleWorld) => tenant.faults.add({ kind: 'lostRequest' }),
    ],
  ] as const)('is shut to %s: %s is told "%s"', async (_case, who, trouble, break_) => {
    const world = await worldOf();
    break_(world);
    expect(await troubleOf(world, who)).toBe(trouble);
  });

  it('that is not where the configuration says is not found, one without lists is not set up', async () => {
    expect(await troubleOf(await worldOf(), 'ines', '/sites/elsewhere')).toBe('not-found');
    expect(await troubleOf(await worldOf({ setUp: false }), 'ines')).toBe('not-provisioned');
  });

  it('K11 · opens once the host let the person in, and what was shut before is forgotten', async () => {
    const world = await worldOf();
    const circle = circleOf(world, 'pavel');
    const [site] = openCircleSites([circle]);
    expect(await site?.trouble()).toBe('not-invited');
    const { tenant } = world;
    const guest = tenant.world.guest({ user: castOf('pavel').id, host: host.tenantId }).id;
    const { id } = tenant.world.site({ tenant: host.tenantId, path: circlePath, name: 'Circle' });
    tenant.world.member({
      group: tenant.world.group({ site: id, name: 'Members', level: 'contribute' }).id,
      guest,
    });
    expect(await site?.again()).toBeUndefined();
    expect(await site?.trouble()).toBeUndefined();
    expect((await circle.opening).ok).toBe(true);
  });

  it('that fails in every way leaves the work of the mission as it is', async () => {
    const world = await openLogWorld();
    const shut = beginCircle({
      id: 'host.sharepoint.com:/sites/circle',
      tenant: host.tenantId,
      book: world.book,
      owners: () => Promise.reject(new TypeError('no owner')),
      signIn: () => Promise.reject(new SignInError('not-invited', 'refused')),
      now: () => world.time.now,
    });
    const log = await world.open(ines, { circles: [shut] });
    expect(log.view().state).toBe('ready');
    const [site] = await log.circleSites();
    expect(await site?.trouble()).toBe('not-invited');
    await expect(site?.check()).rejects.toBeInstanceOf(SignInError);
  });

  it('keeps nothing of the token: who they are at the host is an id, a tenant and a name', async () => {
    const world = await worldOf();
    const circle = beginCircle({
      ...circleOf(world, 'ines'),
      signIn: async () => ({
        objectId: 'o',
        tenantId: 't',
        name: 'n',
        issuedAt: 5,
        token: 'opens-everything',
      }),
      now: () => world.time.now,
    });
    expect(JSON.stringify(await circle.opening)).not.toContain('opens-everything');
  });
});

describe('The check of the site', () => {
  async function joined(world: CircleWorld, who: string) {
    const circle = circleOf(world, who);
    const opened = await circle.opening;
    if (!opened.ok) throw opened.error;
    const book = openCircleBook({
      id: circle.id,
      book: circle.book,
      opened,
      environment: world.staff.environment,
      onChanged: () => undefined,
    });
    const [site] = openCircleSites([circle]);
    if (!site) throw new TypeError('no site');
    const add = (kind: AnyKind, n: number, record: AnyRecord) =>
      book.add(clearNone({ kind, entry: entryOf(n), record, by: book.me }));
    return { circle, book, site, add };
  }
  const of = (lists: readonly ListCheck[], name: string) => lists.find(({ list }) => list === name);

  it('of a site as it should be finds nothing wrong, and says what could not be tried yet', async () => {
    const { site } = await joined(await worldOf(), 'ines');
    const lists = await site.check();
    expect(lists.map(({ list }) => list)).toEqual(circleLists.map(({ list }) => list));
    for (const { health, list } of lists) expect(health.writable, list).toBe(true);
    for (const name of ['Acts', 'KeyCards', 'Journal']) expect(of(lists, name)?.edit).toBe('no-row');
    expect(of(lists, 'Log')?.versions).toBe('no-row');
    expect(of(lists, 'Missions')).not.toHaveProperty('edit');
  });

  it('tries an edit of an own row, which is refused, and changes nothing by it', async () => {
    const world = await worldOf();
    const { site, add } = await joined(world, 'ines');
    await add(keyCard, 1, keyCardExample);
    const rows = async () =>
      Promise.all(
        ['KeyCards', 'Journal'].map((list) =>
          world.graph('selim', 'GET', `${world.site}/lists/${list}/items?$expand=fields`),
        ),
      );
    const before = await rows();
    const lists = await site.check();
    expect(of(lists, 'KeyCards')?.edit).toBe('refused');
    expect(of(lists, 'Journal')?.edit).toBe('refused');
    expect(await rows()).toEqual(before);
  });

  it('finds a list whose rows can be changed afterwards, and leaves what they say as it was', async () => {
    const world = await worldOf();
    const { site, add, book } = await joined(world, 'ines');
    await add(keyCard, 1, keyCardExample);
    const { id } = world.tenant.world.site({ tenant: host.tenantId, path: circlePath, name: 'Circle' });
    world.tenant.world.inheritPermissions({ site: id, list: 'KeyCards' });
    expect(of(await site.check(), 'KeyCards')?.edit).toBe('allowed');
    expect((await book.fresh(keyCard, entryOf(1)))?.record).toEqual(keyCardExample);
  });

  it('H2 · finds whether earlier states of the log are kept', async () => {
    const world = await worldOf();
    const { site, add, book } = await joined(world, 'ines');
    const change = async (state: string, at: Awaited<ReturnType<typeof add>>) => {
      world.time.now += 2_000;
      const record = { ...bareRow, state };
      return book.amend(clearNone({ kind: circleEntry, entry: entryOf(1), record, by: book.me }), at);
    };
    const changed = await change('observer', await add(circleEntry, 1, bareRow));
    expect(of(await site.check(), 'Log')?.versions).toBe('none');
    const { id } = world.tenant.world.site({ tenant: host.tenantId, path: circlePath, name: 'Circle' });
    world.tenant.world.versioning({ site: id, list: 'Log', enabled: true });
    await change('closed', changed);
    expect(of(await site.check(), 'Log')?.versions).toBe('kept');
  });

  it('names a list and a column that are missing', async () => {
    const world = await worldOf();
    const column = `${world.site}/lists/Log/columns/fp_week`;
    const scopes = 'User.Read Sites.Manage.All';
    expect((await world.graph('selim', 'DELETE', column, { scopes })).status).toBe(204);
    const { site } = await joined(world, 'ines');
    expect(of(await site.check(), 'Log')?.health.missingColumns).toEqual(['fp_week']);
    const empty = await worldOf({ setUp: false });
    const lists = await (await joined(empty, 'ines')).site.check();
    for (const { health } of lists) expect(health.list).toBe('missing');
  });

  it('the set-up is refused to a guest; an owner makes every list, and missions can then be entered', async () => {
    const world = await worldOf({ setUp: false });
    const { site } = await joined(world, 'ines');
    await expect(site.setUp(() => undefined)).rejects.toMatchObject({ code: 'forbidden' });
    await setUpCircle(world.tenant, world.staff, 'selim');
    expect(await site.again()).toBeUndefined();
    const { add, book } = await joined(world, 'ines');
    await add(circleMission, 1, circleMissionExample);
    expect(book.replica.of(circleMission.key)).toHaveLength(1);
  });
});
