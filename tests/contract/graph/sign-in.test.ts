/** Signing in at the local tenant: tokens by password, code and refresh, and which of them Graph believes. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from './client.ts';
import {
  clientId,
  everyScope,
  graphOf,
  mails,
  type StagedWorld,
  stageWorld,
  tokenOf,
} from './staged-world.ts';

describe('signing in', () => {
  let staged: StagedWorld;
  beforeAll(() => {
    staged = stageWorld();
  });
  afterAll(() => staged.tenant.close());

  const claimsOf = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Json;
  const ask = (path: string, form?: Record<string, string>) =>
    staged.tenant.fetch(
      new Request(
        `http://localhost${path}`,
        form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) },
      ),
    );

  it('puts tenant, person, scopes and, for guests, the home tenant into the token', async () => {
    const claims = claimsOf(
      await tokenOf(staged.tenant, staged.secretariat, mails.focalPoint, ['User.Read']),
    );
    expect(claims).toMatchObject({
      aud: 'https://graph.microsoft.com',
      tid: staged.secretariat,
      oid: staged.guest,
      scp: 'User.Read',
      appid: clientId,
      idp: `https://sts.windows.net/${staged.aldermark}/`,
    });
  });
  it.each([
    ['a scope nobody consented to', { scope: 'Mail.Read' }, 'AADSTS65001'],
    ['a wrong password', { password: 'guess' }, 'AADSTS50126'],
    ['a person of another tenant', { username: 'nobody@brenland.example' }, 'AADSTS50034'],
    ['an unknown app', { client_id: 'nobody' }, 'AADSTS700016'],
    ['an unknown grant', { grant_type: 'device_code' }, 'AADSTS70003'],
  ])('refuses %s', async (_, change, number) => {
    const form = {
      grant_type: 'password',
      username: mails.owner,
      password: 'local',
      client_id: clientId,
      scope: 'User.Read',
    };
    const response = await ask(`/${staged.aldermark}/oauth2/v2.0/token`, { ...form, ...change });
    const body = (await response.json()) as Json;
    expect(response.status).toBe(400);
    expect(body.error_description).toMatch(new RegExp(`^${number}:`));
  });
  it('refuses what was consented to once the consent is withdrawn', async () => {
    const other = { app: clientId, tenant: staged.secretariat, scopes: ['Sites.Manage.All'] };
    staged.tenant.world.withdrawConsent(other);
    await expect(
      tokenOf(staged.tenant, staged.secretariat, mails.focalPoint, ['Sites.Manage.All']),
    ).rejects.toThrow('AADSTS65001');
    staged.tenant.world.consent(other);
  });
  it('leads from the sign-in page through a one-time code with PKCE to tokens, and on to a refresh', async () => {
    const verifier = 'v'.repeat(50);
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: 'http://localhost/app',
      response_type: 'code',
      response_mode: 'fragment',
      scope: 'openid profile User.Read',
      state: 's1',
      nonce: 'n1',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const page = await (await ask(`/${staged.aldermark}/oauth2/v2.0/authorize?${query}`)).text();
    expect(page).toContain('Fia Focal');
    query.set('pick', staged.focalPoint);
    const back = await ask(`/${staged.aldermark}/oauth2/v2.0/authorize?${query}`);
    const answer = new URLSearchParams(new URL(back.headers.get('location') ?? '').hash.slice(1));
    expect(answer.get('state')).toBe('s1');
    const form = {
      grant_type: 'authorization_code',
      client_id: clientId,
      code: answer.get('code') ?? '',
      redirect_uri: 'http://localhost/app',
    };
    const path = `/${staged.aldermark}/oauth2/v2.0/token`;
    const tokens = (await (await ask(path, { ...form, code_verifier: verifier })).json()) as Record<
      string,
      string
    >;
    expect(claimsOf(tokens.id_token ?? '')).toMatchObject({
      nonce: 'n1',
      aud: clientId,
      oid: staged.focalPoint,
    });
    const info = JSON.parse(Buffer.from(tokens.client_info ?? '', 'base64url').toString()) as Json;
    expect(info).toEqual({ uid: staged.focalPoint, utid: staged.aldermark });
    expect((await ask(path, { ...form, code_verifier: verifier })).status).toBe(400);
    const refreshed = await ask(`/${staged.secretariat}/oauth2/v2.0/token`, {
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: tokens.refresh_token ?? '',
      scope: 'User.Read',
    });
    expect(claimsOf(((await refreshed.json()) as Record<string, string>).access_token ?? '').oid).toBe(
      staged.guest,
    );
  });
  it('refuses a code redeemed with another verifier', async () => {
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: 'http://localhost/app',
      scope: 'User.Read',
      code_challenge: createHash('sha256').update('right').digest('base64url'),
      code_challenge_method: 'S256',
      login_hint: mails.owner,
    });
    const back = await ask(`/${staged.aldermark}/oauth2/v2.0/authorize?${query}`);
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const response = await ask(`/${staged.aldermark}/oauth2/v2.0/token`, {
      grant_type: 'authorization_code',
      client_id: clientId,
      code,
      redirect_uri: 'http://localhost/app',
      code_verifier: 'wrong',
    });
    expect(response.status).toBe(400);
  });
  it('refuses a token it did not sign, one changed by a letter, and one expired by its own clock', async () => {
    const token = await tokenOf(staged.tenant, staged.aldermark, mails.owner, everyScope);
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims = { ...claimsOf(token), oid: staged.outsider };
    const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const bad of [forged, unsigned, 'x', '']) {
      expect((await graphOf(staged, bad)('GET', '/me')).status).toBe(401);
    }
    expect((await graphOf(staged, token)('GET', '/me')).status).toBe(200);
    staged.tenant.clock.set(Date.now() + 24 * 3600 * 1000);
    expect((await graphOf(staged, token)('GET', '/me')).status).toBe(401);
    staged.tenant.clock.set(undefined);
    expect((await graphOf(staged, token)('GET', '/me')).status).toBe(200);
  });
  it('publishes the key its tokens are signed with', async () => {
    const metadata = (await (
      await ask(`/${staged.aldermark}/v2.0/.well-known/openid-configuration`)
    ).json()) as Json;
    const keys = (await (await ask(new URL(String(metadata.jwks_uri)).pathname)).json()) as {
      keys: JsonWebKey[];
    };
    const token = await tokenOf(staged.tenant, staged.aldermark, mails.owner, everyScope);
    const [head = '', body = '', signature = ''] = token.split('.');
    const [jwk] = keys.keys;
    if (jwk === undefined) throw new Error('no key');
    const key = await crypto.subtle.importKey(
      'jwk',
      jwk,
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      false,
      ['verify'],
    );
    const text = new TextEncoder().encode(`${head}.${body}`);
    expect(
      await crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, Buffer.from(signature, 'base64url'), text),
    ).toBe(true);
  });
});
