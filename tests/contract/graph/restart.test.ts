/** What survives a restart on the same file, and what time the tenant writes. */
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addItem, at, makeBenchList, rowsOf } from './bench-list.ts';
import { everyScope, graphOf, mails, stageWorld, tokenOf } from './staged-world.ts';

describe('stopping and starting again', () => {
  it('finds the same world, items, keys and change tokens, even after the one file was moved', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'local-tenant-'));
    const file = join(folder, 'deep', 'tenant.sqlite');
    const first = stageWorld(file);
    const token = await tokenOf(first.tenant, first.aldermark, mails.owner, everyScope);
    const list = await makeBenchList(graphOf(first, token), `/sites/${first.site}`);
    const id = await addItem(graphOf(first, token), list, { Title: 'kept' });
    const delta = await graphOf(first, token)('GET', `${list.items}/delta`);
    first.tenant.close();
    const elsewhere = join(folder, 'moved.sqlite');
    renameSync(file, elsewhere);
    const second = stageWorld(elsewhere);
    const graph = graphOf(second, token);
    expect([second.aldermark, second.site, second.guest]).toEqual([first.aldermark, first.site, first.guest]);
    expect(at((await graph('GET', `${list.items}/${id}?$expand=fields`)).body, 'fields').Title).toBe('kept');
    const next = await addItem(graph, list, { Title: 'after' });
    const changed = rowsOf((await graph('GET', String(delta.body['@odata.deltaLink']))).body);
    expect(changed.map((row) => row.id)).toEqual([next]);
    second.tenant.close();
    rmSync(folder, { recursive: true, force: true });
  });
  it('stamps what is written while the clock is set back with that time, and runs on from there', async () => {
    const staged = stageWorld();
    const past = Date.parse('2026-02-20T09:00:00Z');
    staged.tenant.clock.set(past);
    const graph = graphOf(staged, await tokenOf(staged.tenant, staged.aldermark, mails.owner, everyScope));
    const list = await makeBenchList(graph, `/sites/${staged.site}`);
    const id = await addItem(graph, list, { Title: 'then' });
    const item = await graph('GET', `${list.items}/${id}`);
    expect(String(item.body.createdDateTime).slice(0, 16)).toBe('2026-02-20T09:00');
    staged.tenant.close();
  });
});
