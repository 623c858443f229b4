/** Tokens are held per tenant, renewed in time, and never mixed up. */
import { describe, expect, it } from 'vitest';
import { SignInError } from '../../../src/teams/sign-in-error.ts';
import { type IssuedToken, openTokenHolder, type TokenRequest } from '../../../src/teams/token-holder.ts';

const home = '7e4a0001-7e4a-4000-8000-7e4a7e4a7e4a';
const host = '7e4a0009-7e4a-4000-8000-7e4a7e4a7e4a';
const minute = 60_000;
const serverTime = Date.UTC(2026, 10, 20, 9);

function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.signature`;
}

/** A host whose answers can be replaced; tokens live 60 minutes by the server's clock. */
function playHost(localTime: number) {
  const asked: TokenRequest[] = [];
  const state = { now: localTime, answer: issue, issuedAt: serverTime };
  function issue({ tenantId }: TokenRequest): IssuedToken {
    const iat = state.issuedAt / 1000;
    const claims = { tid: tenantId, oid: `oid in ${tenantId}`, name: 'Ines Calder', iat, exp: iat + 3600 };
    return { token: jwt(claims), tenantId, homeAccountId: `oid.${home}` };
  }
  const token = openTokenHolder(
    async (request) => {
      asked.push(request);
      return state.answer(request);
    },
    () => state.now,
  );
  return { token, asked, state, issue };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'token',
    (error: unknown) => (error instanceof SignInError ? error.code : String(error)),
  );
}

describe('a held token', () => {
  it.each([
    ['is used until five minutes before its end', 54, 1],
    ['is renewed five minutes before its end', 56, 2],
  ])('%s', async (_, minutes, requests) => {
    const { token, asked, state } = playHost(serverTime);
    await token(home, ['User.Read']);
    state.now += minutes * minute;
    await token(home, ['User.Read']);
    expect(asked).toHaveLength(requests);
  });

  it.each([
    ['a day ahead', 24 * 60],
    ['a day behind', -24 * 60],
  ])('a local clock %s neither shortens nor stretches its life', async (_, offset) => {
    const { token, asked, state } = playHost(serverTime + offset * minute);
    const got = await token(home, ['User.Read']);
    expect(got.expiresAt).toBe(serverTime + 60 * minute);
    state.now += 54 * minute;
    await token(home, ['User.Read']);
    expect(asked).toHaveLength(1);
    state.now += 2 * minute;
    await token(home, ['User.Read']);
    expect(asked).toHaveLength(2);
  });

  it('is not trusted after the local clock was turned back', async () => {
    const { token, asked, state } = playHost(serverTime);
    await token(home, ['User.Read']);
    state.now -= minute;
    await token(home, ['User.Read']);
    expect(asked).toHaveLength(2);
  });

  it("tells the server's time only while it is fresh", async () => {
    const { token } = playHost(serverTime);
    expect((await token(home, ['User.Read'])).issuedAt).toBe(serverTime);
    expect((await token(home, ['User.Read'])).issuedAt).toBeUndefined();
  });

  it('serves the same scopes in any order, and no others', async () => {
    const { token, asked } = playHost(serverTime);
    await token(home, ['User.Read', 'Sites.Selected']);
    await token(home, ['Sites.Selected', 'User.Read']);
    expect(asked).toHaveLength(1);
    await token(home, ['Sites.Manage.All']);
    expect(asked).toHaveLength(2);
  });

  it('without a time of issue is used once', async () => {
    const { token, asked, state } = playHost(serverTime);
    state.answer = ({ tenantId }) => ({
      token: jwt({ tid: tenantId, oid: 'x', exp: serverTime / 1000 + 3600 }),
      tenantId,
    });
    await token(home, ['User.Read']);
    await token(home, ['User.Read']);
    expect(asked).toHaveLength(2);
  });

  it('that the host refused is asked for again, not remembered as refused', async () => {
    const { token, state, issue } = playHost(serverTime);
    state.answer = () => {
      throw new SignInError('no-network', 'test');
    };
    expect(await codeOf(token(home, ['User.Read']))).toBe('no-network');
    state.answer = issue;
    expect(await codeOf(token(home, ['User.Read']))).toBe('token');
  });
});

describe("another tenant's token", () => {
  const wrong: readonly (readonly [name: string, answer: (request: TokenRequest) => Partial<IssuedToken>])[] =
    [
      ['whose own claim names another tenant', () => ({ token: jwt({ tid: host, oid: 'x', exp: 2e9 }) })],
      ['beside which the host names another tenant', () => ({ tenantId: host })],
      ['that cannot be read', () => ({ token: 'opaque' })],
      ['whose payload is no JSON', () => ({ token: 'a.bm90IGpzb24.c' })],
      ['without a tenant', () => ({ token: jwt({ oid: 'x', exp: 2e9 }) })],
      ['without a person', () => ({ token: jwt({ tid: home, exp: 2e9 }) })],
    ];
  it.each(wrong)('%s is refused after one more try past every cache', async (_, answer) => {
    const { token, asked, state, issue } = playHost(serverTime);
    state.answer = (request) => ({ ...issue(request), ...answer(request) });
    expect(await codeOf(token(home, ['User.Read']))).toBe('wrong-tenant');
    expect(asked.map(({ forceRefresh }) => forceRefresh)).toEqual([false, true]);
  });

  it('takes the token that was held before with it', async () => {
    const { token, state, issue } = playHost(serverTime);
    await token(home, ['User.Read']);
    state.answer = (request) => ({ ...issue(request), tenantId: host });
    expect(await codeOf(token(home, ['User.Read'], { forceRefresh: true }))).toBe('wrong-tenant');
    expect(await codeOf(token(home, ['User.Read']))).toBe('wrong-tenant');
  });

  it('never opens a second sign-in window by itself', async () => {
    const { token, asked, state, issue } = playHost(serverTime);
    state.answer = (request) => ({ ...issue(request), tenantId: host });
    await codeOf(token(home, ['User.Read'], { interactive: true }));
    expect(asked.map(({ interactive }) => interactive)).toEqual([true, false]);
  });
});
