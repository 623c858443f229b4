/** What only a staged tenant can show: who may do what, guests, thresholds, and shapes that differ between tenants. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addItem, at, type BenchList, makeBenchList, rowsOf } from './bench-list.ts';
import type { Client } from './client.ts';
import {
  clientId,
  everyScope,
  graphOf,
  mails,
  runtimeScopes,
  type StagedWorld,
  stageWorld,
  tokenOf,
} from './staged-world.ts';

describe('who may do what', () => {
  let staged: StagedWorld;
  let base: string;
  let owner: Client;
  let focalPoint: Client;
  let outsider: Client;
  let guest: Client;
  let list: BenchList;

  beforeAll(async () => {
    staged = stageWorld();
    base = `/sites/${staged.site}`;
    const token = (tenant: string, name: string, scopes: string[]) =>
      tokenOf(staged.tenant, tenant, name, scopes);
    owner = graphOf(staged, await token(staged.aldermark, mails.owner, everyScope));
    focalPoint = graphOf(staged, await token(staged.aldermark, mails.focalPoint, runtimeScopes));
    outsider = graphOf(staged, await token(staged.aldermark, mails.outsider, everyScope));
    guest = graphOf(staged, await token(staged.secretariat, mails.focalPoint, everyScope));
    list = await makeBenchList(owner, base);
  });
  afterAll(() => staged.tenant.close());

  it('gives a person without any right on the site 403 and no row of it (J1)', async () => {
    for (const path of [base, `${base}/lists`, list.items, `${list.items}/delta`]) {
      const answer = await outsider('GET', path);
      expect([answer.status, at(answer.body, 'error').code]).toEqual([403, 'accessDenied']);
    }
  });
  it('refuses a token of another tenant (J1)', async () => {
    expect((await guest('GET', base)).status).toBe(403);
    const mistaken = { group: staged.groups.focalPoints, guest: staged.guest };
    staged.tenant.world.member(mistaken);
    expect((await guest('GET', base)).status).toBe(403);
    staged.tenant.world.leave(mistaken);
  });
  it('lets a contributor add and edit but not delete', async () => {
    const id = await addItem(focalPoint, list, { Title: 'mine' });
    expect((await focalPoint('PATCH', `${list.items}/${id}/fields`, { Title: 'ours' })).status).toBe(200);
    expect((await focalPoint('DELETE', `${list.items}/${id}`)).status).toBe(403);
  });
  it('refuses new lists and columns under User.Read and Sites.Selected with a write grant (J2)', async () => {
    const narrow = graphOf(
      staged,
      await tokenOf(staged.tenant, staged.aldermark, mails.owner, runtimeScopes),
    );
    expect((await narrow('POST', `${base}/lists`, { displayName: 'No' })).status).toBe(403);
    expect((await narrow('POST', `${list.path}/columns`, { name: 'No', text: {} })).status).toBe(403);
  });
  it('refuses new lists to a contributor even with Sites.Manage.All (J2)', async () => {
    const wide = graphOf(
      staged,
      await tokenOf(staged.tenant, staged.aldermark, mails.focalPoint, everyScope),
    );
    expect((await wide('POST', `${base}/lists`, { displayName: 'No' })).status).toBe(403);
  });
  it('refuses the site once the grant of the app is revoked, and opens it again with it (J2)', async () => {
    staged.tenant.world.revoke({ site: staged.site, clientId });
    expect((await focalPoint('GET', base)).status).toBe(403);
    staged.tenant.world.grant({ site: staged.site, clientId, role: 'read' });
    expect((await focalPoint('GET', list.items)).status).toBe(200);
    expect((await focalPoint('POST', list.items, { fields: {} })).status).toBe(403);
    staged.tenant.world.grant({ site: staged.site, clientId, role: 'write' });
    expect((await focalPoint('POST', list.items, { fields: {} })).status).toBe(201);
  });
  it('refuses the site to a token without a site scope (J2)', async () => {
    const bare = graphOf(staged, await tokenOf(staged.tenant, staged.aldermark, mails.owner, ['User.Read']));
    expect((await bare('GET', '/me')).status).toBe(200);
    expect((await bare('GET', base)).status).toBe(403);
  });
  it('hides a list with its own permissions from those outside them (J1)', async () => {
    const narrow = await makeBenchList(owner, base);
    const item = await addItem(owner, narrow, { Title: 'identity' });
    staged.tenant.world.listPermissions({
      site: staged.site,
      list: narrow.id,
      entries: [{ group: staged.groups.owners, level: 'fullControl' }],
    });
    expect((await focalPoint('GET', `${narrow.items}/${item}`)).status).toBe(404);
    expect((await focalPoint('GET', `${narrow.items}/delta`)).status).toBe(404);
    expect(rowsOf((await focalPoint('GET', `${base}/lists`)).body).map((row) => row.id)).not.toContain(
      narrow.id,
    );
    expect(rowsOf((await owner('GET', `${base}/lists`)).body).map((row) => row.id)).toContain(narrow.id);
  });
  it('lets the Append level add and read, but neither edit, delete nor restore', async () => {
    const acts = await makeBenchList(owner, base);
    staged.tenant.world.listPermissions({
      site: staged.site,
      list: acts.id,
      entries: [{ group: staged.groups.focalPoints, level: 'append' }],
    });
    const id = await addItem(focalPoint, acts, { Title: 'act' });
    expect((await focalPoint('GET', `${acts.items}/${id}/versions`)).status).toBe(200);
    expect((await focalPoint('PATCH', `${acts.items}/${id}/fields`, { Title: 'changed' })).status).toBe(403);
    expect((await focalPoint('DELETE', `${acts.items}/${id}`)).status).toBe(403);
    expect((await focalPoint('POST', `${acts.items}/${id}/versions/1.0/restoreVersion`)).status).toBe(403);
  });
  it('keeps one version where the owner switched versioning off', async () => {
    const plain = await makeBenchList(owner, base);
    const id = await addItem(owner, plain, { Title: 'one' });
    await owner('PATCH', `${plain.items}/${id}/fields`, { Title: 'two' });
    staged.tenant.world.versioning({ site: staged.site, list: plain.id, enabled: false });
    await owner('PATCH', `${plain.items}/${id}/fields`, { Title: 'three' });
    const versions = rowsOf((await owner('GET', `${plain.items}/${id}/versions?$expand=fields`)).body);
    expect(versions.map((row) => at(row, 'fields').Title)).toEqual(['three']);
    expect(staged.tenant.world.dump()).not.toContain('"two"');
  });
  it('shows a forged author as Graph would, with and without a new version', async () => {
    const id = await addItem(focalPoint, list, { Title: 'forged' });
    const before = await owner('GET', `${list.items}/${id}`);
    staged.tenant.world.forgeAuthor({ site: staged.site, list: list.id, item: id, userId: staged.owner });
    const quiet = await owner('GET', `${list.items}/${id}`);
    expect(at(quiet.body, 'createdBy', 'user').id).toBe(staged.owner);
    expect(quiet.body.eTag).toBe(before.body.eTag);
    staged.tenant.world.forgeAuthor({
      site: staged.site,
      list: list.id,
      item: id,
      userId: staged.outsider,
      withVersion: true,
    });
    const versions = rowsOf((await owner('GET', `${list.items}/${id}/versions`)).body);
    expect(versions.map((row) => row.id)).toEqual(['2.0', '1.0']);
  });
  it('shows the User Information List to owners only', async () => {
    const path = `${base}/lists/User%20Information%20List/items?$expand=fields`;
    const people = rowsOf((await owner('GET', path)).body).map((row) => at(row, 'fields').EMail);
    expect(people).toContain(mails.focalPoint);
    expect((await focalPoint('GET', path)).status).toBe(403);
  });
  it('finds the User Information List among others only where it is asked for by name or by system', async () => {
    const ids = async (query: string) =>
      rowsOf((await owner('GET', `${base}/lists${query}`)).body).map((row) => row.displayName);
    expect(await ids('')).not.toContain('User Information List');
    expect(await ids('?$select=id,displayName,system')).toContain('User Information List');
    expect(await ids("?$filter=displayName eq 'User Information List'")).toEqual(['User Information List']);
    const path = `${base}/lists/User%20Information%20List/items?$expand=fields&$filter=fields/EMail eq '${mails.owner}'`;
    expect((await owner('GET', path)).status).toBe(400);
    const found = await owner('GET', path, undefined, {
      prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly',
    });
    expect(rowsOf(found.body).map((row) => at(row, 'fields').EMail)).toEqual([mails.owner]);
  });
  it('keeps lookups and several people by id, and shows them where they are selected', async () => {
    const cases = await makeBenchList(owner, base);
    const first = await addItem(owner, cases, { Title: 'first case' });
    const second = await addItem(owner, cases, { Title: 'second case' });
    const lookups = await makeBenchList(owner, base, [
      { name: 'Case', lookup: { listId: cases.id, columnName: 'Title' } },
      { name: 'Cases', lookup: { listId: cases.id, columnName: 'Title', allowMultipleValues: true } },
      { name: 'People', personOrGroup: { allowMultipleSelection: true } },
    ]);
    const id = await addItem(owner, lookups, {
      CaseLookupId: Number(first),
      'CasesLookupId@odata.type': 'Collection(Edm.Int32)',
      CasesLookupId: [Number(first), Number(second)],
      'PeopleLookupId@odata.type': 'Collection(Edm.Int32)',
      PeopleLookupId: [6],
    });
    const plain = at((await owner('GET', `${lookups.items}/${id}?$expand=fields`)).body, 'fields');
    expect([plain.CaseLookupId, plain.Case]).toEqual([first, undefined]);
    const shown = at(
      (await owner('GET', `${lookups.items}/${id}?$expand=fields($select=Case,Cases,People)`)).body,
      'fields',
    );
    expect(shown.Case).toBe('first case');
    expect(shown.Cases).toEqual([
      { LookupId: Number(first), LookupValue: 'first case' },
      { LookupId: Number(second), LookupValue: 'second case' },
    ]);
    expect(shown.People).toEqual([{ LookupId: 6, LookupValue: 'Odile Owner', Email: mails.owner }]);
    const objects = await owner('POST', lookups.items, { fields: { PeopleLookupId: [6] } });
    expect(objects.status).toBe(400);
    expect((await owner('POST', lookups.items, { fields: { CaseLookupId: 99 } })).status).toBe(400);
  });
  it('shifts a date-only value to midnight at the site, the trap for readers in UTC', async () => {
    const { world } = staged.tenant;
    const far = world.site({ tenant: staged.aldermark, path: '/sites/far', name: 'Far', utcOffset: 240 });
    const group = world.group({ site: far.id, name: 'Owners', level: 'fullControl' });
    world.member({ group: group.id, user: staged.owner });
    const days = await makeBenchList(owner, `/sites/${far.id}`, [
      { name: 'Day', dateTime: { format: 'dateOnly' } },
    ]);
    const id = await addItem(owner, days, { Day: '2026-03-02' });
    expect(at((await owner('GET', `${days.items}/${id}?$expand=fields`)).body, 'fields').Day).toBe(
      '2026-03-01T20:00:00Z',
    );
  });
  it('never poisons a person column whose XId sister exists without saying so', async () => {
    const trap = await makeBenchList(owner, base, [
      { name: 'X', personOrGroup: {} },
      { name: 'XId', text: {} },
    ]);
    const answer = await owner('POST', trap.items, { fields: { XLookupId: 6 } });
    expect([answer.status, at(answer.body, 'error').message]).toEqual([
      400,
      'General exception while processing',
    ]);
  });
  it('tells guests who they are but not who else there is', async () => {
    const me = await guest('GET', '/me');
    expect([me.body.id, String(me.body.userPrincipalName).includes('#EXT#')]).toEqual([staged.guest, true]);
    expect((await guest('GET', '/users')).status).toBe(403);
    expect((await owner('GET', '/users')).status).toBe(200);
    const found = await owner('GET', `/users?$search=${encodeURIComponent('"displayName:Fia"')}`, undefined, {
      ConsistencyLevel: 'eventual',
    });
    expect(rowsOf(found.body).map((row) => row.id)).toEqual([staged.focalPoint]);
  });
  it('stamps what a guest writes with the guest account of the host tenant', async () => {
    const circleOwner = staged.tenant.world.group({
      site: staged.circleSite,
      name: 'Provisioners',
      level: 'fullControl',
    });
    staged.tenant.world.member({ group: circleOwner.id, guest: staged.guest });
    const circleList = await makeBenchList(guest, `/sites/${staged.circleSite}`);
    const id = await addItem(guest, circleList, { Title: 'shared' });
    expect(at((await guest('GET', `${circleList.items}/${id}`)).body, 'createdBy', 'user').id).toBe(
      staged.guest,
    );
  });
  it.each([
    ['GET', '/groups', 'GET /groups'],
    ['GET', '/me?$expand=manager', '$expand'],
    ['DELETE', '/me', 'DELETE /me'],
  ])('answers %s %s with 501 and names what it does not know', async (method, path, named) => {
    const answer = await owner(method, path);
    expect(answer.status).toBe(501);
    expect(String(at(answer.body, 'error').message)).toContain(named);
  });
  it.each(['$count=true', '$search=x', '$skip=5'])('refuses %s on items with 400', async (query) => {
    expect((await owner('GET', `${list.items}?${query}`)).status).toBe(400);
  });
  it('refuses two indexed fields in one filter', async () => {
    const filter = encodeURIComponent("fields/Live eq '9999' and fields/Size gt 1");
    expect((await owner('GET', `${list.items}?$filter=${filter}`)).status).toBe(400);
    expect(
      (
        await owner('GET', `${list.items}?$filter=${filter}`, undefined, {
          prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly',
        })
      ).status,
    ).toBe(200);
  });
  it('refuses a query that touches more rows than the threshold, in either known shape (K7)', async () => {
    const big = await makeBenchList(owner, base);
    for (let n = 0; n < 6; n += 1) await addItem(owner, big, { Live: n < 4 ? '9999' : '2026-01-01' });
    staged.tenant.faults.behave({ thresholdRows: 3 });
    const open = `${big.items}?$filter=fields/Live eq '9999'`;
    expect((await owner('GET', open)).status).toBe(422);
    staged.tenant.faults.behave({ threshold: 'throttled' });
    expect((await owner('GET', open)).status).toBe(429);
    expect(rowsOf((await owner('GET', `${big.items}?$filter=fields/Live lt '9999'`)).body)).toHaveLength(2);
    expect(rowsOf((await owner('GET', big.items)).body)).toHaveLength(6);
    staged.tenant.faults.clear();
  });
  it.each([
    ['conflict', 409],
    ['badRequest', 400],
    ['serverError', 500],
  ] as const)('answers a duplicate as %s when told so', async (unique, status) => {
    const twice = { fields: { Entry: `twice-${unique}` } };
    await owner('POST', list.items, twice);
    staged.tenant.faults.behave({ unique });
    expect((await owner('POST', list.items, twice)).status).toBe(status);
    staged.tenant.faults.clear();
  });
  it('is strict about choices until told to be lenient', async () => {
    const odd = { fields: { Step: 'never declared' } };
    expect((await owner('POST', list.items, odd)).status).toBe(400);
    staged.tenant.faults.behave({ choice: 'lenient' });
    expect((await owner('POST', list.items, odd)).status).toBe(201);
    staged.tenant.faults.clear();
  });
  it('keeps deleted items and their versions in the recycle bin, so that a scanner finds them', async () => {
    const id = await addItem(owner, list, { Title: 'canary one' });
    await owner('PATCH', `${list.items}/${id}/fields`, { Title: 'canary two' });
    await owner('DELETE', `${list.items}/${id}`);
    const dump = staged.tenant.world.dump();
    expect([dump.includes('canary one'), dump.includes('canary two')]).toEqual([true, true]);
  });
});
