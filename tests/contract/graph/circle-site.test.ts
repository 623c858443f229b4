/** The circle's site as Graph itself guards it: what a guest may do in each list, and who is not let in at all. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { circlePath, demoClientId, ministryOf } from '../../../src/demo/people.ts';
import { circleLists } from '../../../src/domain/circle/registry.ts';
import { entryIdFrom } from '../../../src/domain/ids.ts';
import type { AnyKind, AnyRecord } from '../../../src/domain/record-kind.ts';
import { encodeRow } from '../../../src/store/encode.ts';
import { type CircleWorld, openCircleWorld } from '../../support/circle-world.ts';
import { exampleOf } from '../../support/examples.ts';

const nobody = { objectId: '', tenantId: '', name: '' };
const members = ['ines', 'joris', 'kaja'];
const named = (list: string): AnyKind => {
  const kind = circleLists.find((each) => each.list === list);
  if (!kind) throw new TypeError(list);
  return kind;
};

describe('the site of the circle', () => {
  let world: CircleWorld;
  let made = 0;
  beforeAll(async () => {
    world = await openCircleWorld();
  });
  afterAll(() => world.close());

  const items = (list: string, rest = '') => `${world.site}/lists/${list}/items${rest}`;

  function columns(list: string, change: AnyRecord = {}): AnyRecord {
    const kind = named(list);
    made += 1;
    const entry = entryIdFrom(new Uint8Array(16).fill(made));
    const record = { ...exampleOf(kind), ...change };
    const row = encodeRow({ kind, entry, record, by: nobody, under: [] });
    return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  }

  async function add(who: string, list: string, change: AnyRecord = {}): Promise<string> {
    const { status, body } = await world.graph(who, 'POST', items(list), {
      body: { fields: columns(list, change) },
    });
    expect(status, JSON.stringify(body)).toBe(201);
    return String(body.id);
  }

  const append = ['Acts', 'KeyCards', 'Journal'] as const;

  describe.each(members)('K2 · %s, a guest with a token of the host', (who) => {
    it.each(append)(
      'adds to %s, and changes or deletes nothing there, the own row included',
      async (list) => {
        const id = await add(who, list);
        const row = await world.graph(who, 'GET', items(list, `/${id}?$expand=fields`));
        expect(row.status).toBe(200);
        const patched = await world.graph(who, 'PATCH', items(list, `/${id}/fields`), {
          body: { fp_schema: 2 },
          headers: { 'If-Match': String(row.body.eTag) },
        });
        expect(patched.status).toBe(403);
        expect((await world.graph(who, 'DELETE', items(list, `/${id}`))).status).toBe(403);
      },
    );

    it('changes a row of the log and cannot delete it', async () => {
      const id = await add(who, 'Log');
      const changed = await world.graph(who, 'PATCH', items('Log', `/${id}/fields`), {
        body: { fp_state: 'closed' },
      });
      expect(changed.status).toBe(200);
      expect((await world.graph(who, 'DELETE', items('Log', `/${id}`))).status).toBe(403);
    });

    it('changes the list of missions and cannot delete from it', async () => {
      const id = await add(who, 'Missions', { code: `m-${who}` });
      const changed = await world.graph(who, 'PATCH', items('Missions', `/${id}/fields`), {
        body: { fp_connected: false },
      });
      expect(changed.status).toBe(200);
      expect((await world.graph(who, 'DELETE', items('Missions', `/${id}`))).status).toBe(403);
    });

    it('makes no list and no column, whatever scope the token has', async () => {
      const scopes = 'User.Read Sites.Manage.All';
      const list = await world.graph(who, 'POST', `${world.site}/lists`, {
        body: { displayName: 'Names', list: { template: 'genericList' } },
        scopes,
      });
      expect(list.status).toBe(403);
      const column = await world.graph(who, 'POST', `${world.site}/lists/Log/columns`, {
        body: { name: 'fp_name', text: {} },
        scopes,
      });
      expect(column.status).toBe(403);
    });

    it('is refused the directory of the host', async () => {
      const refused = await world.graph(who, 'GET', '/users?$top=5');
      expect(refused.status).toBe(403);
      const host = ministryOf('secretariat').tenantId;
      const scopes = ['User.ReadBasic.All'];
      world.tenant.world.consent({ app: demoClientId, tenant: host, scopes });
      const even = await world.graph(who, 'GET', '/users?$top=5', {
        scopes: 'User.Read User.ReadBasic.All',
      });
      world.tenant.world.withdrawConsent({ app: demoClientId, tenant: host, scopes });
      expect(even.status, 'with every right to read people').toBe(403);
    });

    it('knows who they are at the host: an object id of their own', async () => {
      const me = await world.graph(who, 'GET', '/me?$select=id,userType');
      expect(me.status).toBe(200);
      const home = await world.graph(who, 'GET', '/me?$select=id,userType', { home: true });
      expect(me.body.id).not.toBe(home.body.id);
    });
  });

  it.each(['ines', 'joris'])('J1 · a token of the own ministry opens nothing of it for %s', async (who) => {
    for (const { list } of circleLists) {
      const { status } = await world.graph(who, 'GET', items(list), { home: true });
      expect([401, 403, 404], list).toContain(status);
    }
  });

  it.each(['pavel', 'mira', 'aldermark-owner'])(
    'K2 · %s, whom nobody invited, gets no token of the host',
    async (who) => {
      await expect(world.token(who)).rejects.toThrow(/AADSTS50034/);
    },
  );

  it('J1 · a guest of the host who is no member of the circle is refused every list', async () => {
    const pavel = '9e0b1e00-0000-4000-8000-000000000014';
    world.tenant.world.guest({ user: pavel, host: ministryOf('secretariat').tenantId });
    for (const { list } of circleLists)
      expect([403, 404], list).toContain((await world.graph('pavel', 'GET', items(list))).status);
  });

  it('L4 · whoever left the group is refused at once', async () => {
    const { world: making } = world.tenant;
    const host = ministryOf('secretariat');
    const site = making.site({
      tenant: host.tenantId,
      path: circlePath,
      name: 'Meren like-minded missions',
    }).id;
    const group = making.group({ site, name: 'Members', level: 'contribute' }).id;
    const guest = making.guest({ user: '9e0b1e00-0000-4000-8000-000000000031', host: host.tenantId }).id;
    expect((await world.graph('lucia', 'GET', items('Log'))).status).toBe(200);
    making.leave({ group, guest });
    expect([403, 404]).toContain((await world.graph('lucia', 'GET', items('Log'))).status);
    making.member({ group, guest });
  });

  it('the administrator of the host reads every row, and nothing in it that the index does not allow', async () => {
    await add('ines', 'Log');
    const { status, body } = await world.graph('selim', 'GET', items('Log', '?$expand=fields'));
    expect(status).toBe(200);
    const [row] = body.value as { fields: object }[];
    const own = Object.keys(row?.fields ?? {}).filter((name) => name.startsWith('fp_'));
    const allowed = ['entry', 'live', 'schema', ...Object.keys(named('Log').fields)].map(
      (key) => `fp_${key}`,
    );
    for (const name of own) expect(allowed).toContain(name);
  });
});
