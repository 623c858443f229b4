/** Addresses and trails: what goes out is quoted, what is kept for support holds no content. */

import { describe, expect, it } from 'vitest';
import { addressesOf, condition, fieldsOf } from '../../../src/store/graph/address.ts';
import { plainPath } from '../../../src/store/graph/trail.ts';
import { graphFetch } from '../../../src/store/graph/transport.ts';
import { beat, visit } from '../../contract/store/visit-kind.ts';

describe('An address', () => {
  it.each([
    [
      'a path',
      'aldermark.sharepoint.com:/sites/meren',
      '/sites/aldermark.sharepoint.com:/sites/meren:/lists/Test%20beats/items',
    ],
    [
      'an id',
      'aldermark.sharepoint.com,11111111-1111-4111-8111-111111111111,22222222-2222-4222-8222-222222222222',
      '/sites/aldermark.sharepoint.com,11111111-1111-4111-8111-111111111111,22222222-2222-4222-8222-222222222222/lists/Test%20beats/items',
    ],
  ])('names a site by %s', (_, site, items) => {
    expect(addressesOf(site).items(beat)).toBe(items);
  });

  it.each(['', 'aldermark', 'https://aldermark.sharepoint.com/sites/x', 'a b:/c'])(
    'refuses %j as a site',
    (site) => {
      expect(() => addressesOf(site)).toThrow(TypeError);
    },
  );

  it('doubles quotes and leaves nothing in a literal that could end it', () => {
    expect(condition('fp_entry', 'eq', "a'b&c#d%27")).toBe("fields/fp_entry%20eq%20'a''b%26c%23d%2527'");
  });

  it('asks for the columns of the kind alone, without those the list lacks', () => {
    expect(fieldsOf(beat, ['fp_word'])).not.toContain('fp_word');
    expect(fieldsOf(beat)).toMatch(/^\$expand=fields\(\$select=fp_entry,.*fp_word\)$/);
    expect(fieldsOf(visit)).toBe('$expand=fields');
  });
});

describe('A trail', () => {
  it.each([
    [
      '/sites/aldermark.sharepoint.com:/sites/meren:/lists/Contacts/items?$filter=secret',
      'lists/Contacts/items',
    ],
    ['/sites/a.b,1,2/lists/Contacts/items/17/fields', 'site/lists/Contacts/items/{id}/fields'],
    [
      "https://graph.microsoft.com/v1.0/sites/x/lists/Contacts/items/delta(token='abc')",
      'site/lists/Contacts/items/delta()',
    ],
    [
      'https://graph.microsoft.com/v1.0/sites/x/lists/Contacts/items/delta?token=abc',
      'site/lists/Contacts/items/delta',
    ],
    ['/$batch', '$batch'],
  ])('keeps %s without its literals', (url, kept) => {
    expect(plainPath(url)).toBe(kept);
  });
});

describe('The last step before the network', () => {
  const sent: { url: string; headers: Headers; cache: RequestCache | undefined }[] = [];
  const transport = graphFetch({
    token: async () => 'token',
    rewrite: 'http://localhost:5300/graph',
    fetch: async (url, init) => {
      sent.push({ url: String(url), headers: new Headers(init?.headers), cache: init?.cache });
      return Response.json({});
    },
  });

  it('sends to the other place what is meant for Graph, with its token, and keeps nothing', async () => {
    await transport('https://graph.microsoft.com/v1.0/me?$select=id', { method: 'GET' });
    expect(sent.at(-1)?.url).toBe('http://localhost:5300/graph/v1.0/me?$select=id');
    expect(sent.at(-1)?.headers.get('authorization')).toBe('Bearer token');
    expect(sent.at(-1)?.cache).toBe('no-store');
  });

  it('M6 gives up on whoever never answers, as on a network that fails', async () => {
    const silent = graphFetch({
      token: async () => 'token',
      silence: 5,
      fetch: (_url, init) =>
        new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    });
    const asked = silent('https://graph.microsoft.com/v1.0/me', { method: 'GET' });
    await expect(asked).rejects.toThrow(new TypeError('no answer came'));
  });

  /** An answer of which a part comes every so many ms, and which then ends or stays silent. */
  function trickling(parts: readonly string[], every: number, ends: boolean): typeof fetch {
    return async (_url, init) => {
      const left = [...parts];
      const body = new ReadableStream<Uint8Array>({
        start: (stream) => init?.signal?.addEventListener('abort', () => stream.error(init.signal?.reason)),
        pull: (stream) =>
          new Promise((pulled) => {
            const part = left.shift();
            if (part === undefined && !ends) return;
            setTimeout(() => {
              if (part === undefined) stream.close();
              else stream.enqueue(new TextEncoder().encode(part));
              pulled();
            }, every);
          }),
      });
      return new Response(body, { status: 201, headers: { 'request-id': 'r1' } });
    };
  }

  it('M6 gives up on an answer that begins and never ends', async () => {
    const stalled = trickling(['{"value":', '[]'], 1, false);
    const transport = graphFetch({ token: async () => 'token', silence: 20, fetch: stalled });
    const asked = transport('https://graph.microsoft.com/v1.0/me', { method: 'GET' });
    await expect(asked).rejects.toThrow(new TypeError('no answer came'));
  });

  it('M6 waits for a long answer as long as something of it comes', async () => {
    const slow = trickling(['{"value":', '[', '1', ',', '2', ']', '}'], 30, true);
    const transport = graphFetch({ token: async () => 'token', silence: 150, fetch: slow });
    const answer = await transport('https://graph.microsoft.com/v1.0/me', { method: 'GET' });
    expect([answer.status, answer.headers.get('request-id'), await answer.json()]).toEqual([
      201,
      'r1',
      { value: [1, 2] },
    ]);
  });

  it.each([
    'https://graph.microsoft.com.evil.example/v1.0/me',
    'https://graph.microsoft.com@evil.example/v1.0/',
    'http://graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com/beta/me',
  ])('never sends a token to %s', async (url) => {
    const before = sent.length;
    await expect(transport(url, { method: 'GET' })).rejects.toThrow('unexpected-shape');
    expect(sent).toHaveLength(before);
  });
});
