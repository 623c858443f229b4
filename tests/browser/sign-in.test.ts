/** Sign-in through Teams, in a real browser: the right tenant's token or a reason, never another tenant's token. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoClientId, demoPeople, ministryOf } from '../../src/demo/people.ts';
import type { SignInErrorCode } from '../../src/teams/sign-in-error.ts';
import { type FixtureRig, inTab, openFixtureRig, scopes } from '../support/fixture-session.ts';
import type { Rig } from '../support/rig.ts';

const aldermark = ministryOf('aldermark').tenantId;
const circle = ministryOf('secretariat').tenantId;
const ines = demoPeople.find((person) => person.key === 'ines');

let fixture: FixtureRig;
let rig: Rig;

beforeAll(async () => {
  fixture = await openFixtureRig();
  rig = fixture.rig;
});

afterAll(() => fixture?.close());

describe('a token', () => {
  it('comes without a click, for the tenant and the scopes asked for by name', () =>
    inTab(rig, 'ines', {}, async ({ ask, tokenRequests }) => {
      expect(await ask(aldermark)).toMatchObject({
        code: 'token',
        tenantId: aldermark,
        objectId: ines?.id,
        name: 'Ines Calder',
        fresh: true,
      });
      expect(await tokenRequests()).toEqual([
        {
          method: 'GetToken',
          authority: `https://login.microsoftonline.com/${aldermark}`,
          scope: scopes.join(' '),
          forceRefresh: false,
        },
      ]);
    }));

  it("of the circle's tenant is a guest's, with an object id of its own, and kept apart from the home tenant's", () =>
    inTab(rig, 'ines', {}, async ({ ask, tokenRequests }) => {
      await ask(aldermark);
      const guest = await ask(circle);
      expect(guest).toMatchObject({ code: 'token', tenantId: circle });
      expect(guest?.objectId).not.toBe(ines?.id);
      expect(await ask(aldermark)).toMatchObject({ tenantId: aldermark, objectId: ines?.id, fresh: false });
      expect((await tokenRequests()).map(({ authority }) => authority?.split('/').pop())).toEqual([
        aldermark,
        circle,
      ]);
    }));

  it('is asked for once when several parts of the app ask at the same time', () =>
    inTab(rig, 'ines', {}, async ({ ask, tokenRequests }) => {
      const all = await Promise.all([ask(aldermark), ask(aldermark), ask(aldermark)]);
      expect(all.map((each) => each?.code)).toEqual(['token', 'token', 'token']);
      expect(await tokenRequests()).toHaveLength(1);
    }));

  it('is fetched anew past every cache when the app insists', () =>
    inTab(rig, 'ines', {}, async ({ ask, tokenRequests }) => {
      await ask(aldermark);
      expect(await ask(aldermark, { forceRefresh: true })).toMatchObject({ code: 'token', fresh: true });
      expect((await tokenRequests()).map(({ forceRefresh }) => forceRefresh)).toEqual([false, true]);
    }));

  it('is good for Graph: the token opens what the tenant lets this person see', () =>
    inTab(rig, 'ines', {}, async ({ inside }) => {
      const answer = await inside.evaluate(async (tenant) => {
        const got = await window.fixture?.host.token(tenant, ['User.Read']);
        const reply = await fetch('https://graph.microsoft.com/v1.0/me', {
          headers: { Authorization: `Bearer ${got?.token}` },
        });
        return { status: reply.status, body: (await reply.json()) as { id?: string } };
      }, aldermark);
      expect(answer).toMatchObject({ status: 200, body: { id: ines?.id } });
      expect(rig.requests.some(({ host }) => host === 'graph.microsoft.com')).toBe(true);
    }));
});

describe("another tenant's token", () => {
  it('given once is thrown away, and the right one fetched past the cache', () =>
    inTab(rig, 'ines', { trouble: 'tenant-once' }, async ({ ask, tokenRequests }) => {
      expect(await ask(aldermark)).toMatchObject({ code: 'token', tenantId: aldermark, objectId: ines?.id });
      expect((await tokenRequests()).map(({ forceRefresh }) => forceRefresh)).toEqual([false, true]);
    }));

  it('given twice is refused', () =>
    inTab(rig, 'ines', { trouble: 'tenant' }, async ({ ask, tokenRequests }) => {
      expect(await ask(aldermark)).toMatchObject({ code: 'wrong-tenant' });
      expect(await tokenRequests()).toHaveLength(2);
    }));
});

describe('a sign-in window', () => {
  it('appears only on a click, and its token counts', () =>
    inTab(rig, 'ines', { trouble: 'click' }, async ({ page, tab, ask }) => {
      expect(await ask(aldermark)).toMatchObject({ code: 'interaction-required' });
      expect(await page.locator('#sign-in').isVisible()).toBe(false);
      await tab.locator('#sign-in').click();
      await page.locator('#sign-in button[value="yes"]').click();
      await tab.locator('#signed', { hasText: 'token' }).waitFor();
    }));

  it('that the person closes counts as cancelled', () =>
    inTab(rig, 'ines', { trouble: 'click' }, async ({ page, tab }) => {
      await tab.locator('#sign-in').click();
      await page.locator('#sign-in button[value="no"]').click();
      await tab.locator('#signed', { hasText: 'cancelled' }).waitFor();
    }));
});

describe('a sign-in that fails says why', () => {
  const cases: readonly (readonly [trouble: string, code: SignInErrorCode])[] = [
    ['click', 'interaction-required'],
    ['declined', 'interaction-required'],
    ['account', 'interaction-required'],
    ['cancel', 'cancelled'],
    ['network', 'no-network'],
    ['disabled', 'disabled'],
    ['unavailable', 'unavailable'],
    ['transient', 'unavailable'],
    ['consent', 'consent-required'],
    ['no-bridge', 'unavailable'],
  ];
  it.each(cases)('host plays "%s": %s', (trouble, code) =>
    inTab(rig, 'ines', { trouble }, async ({ ask }) => {
      const outcome = await ask(aldermark);
      expect(outcome?.code).toBe(code);
      expect(outcome?.message).not.toMatch(/calder|@/i);
    }),
  );

  it("a bridge that refuses from the start is named; no hidden frame of our own takes the host's place", () =>
    inTab(rig, 'ines', {}, async ({ ask, inside }) => {
      await inside.evaluate(() => {
        const listeners: ((answer: string) => void)[] = [];
        const refusing = {
          addEventListener: (_: string, listener: (answer: string) => void) => listeners.push(listener),
          removeEventListener: () => undefined,
          postMessage(envelope: string) {
            const { requestId } = JSON.parse(envelope) as { requestId: string };
            const answer = JSON.stringify({
              messageType: 'NestedAppAuthResponse',
              requestId,
              success: false,
              error: { status: 'DISABLED' },
            });
            for (const listener of listeners) queueMicrotask(() => listener(answer));
          },
        };
        Object.assign(window, { nestedAppAuthBridge: refusing });
      });
      const outcome = await ask(aldermark);
      expect(outcome).toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining("the host's bridge did not answer"),
      });
      expect(await inside.locator('iframe').count()).toBe(0);
    }));

  it('a tenant that did not approve the app, or does not know the person, gives no token', () =>
    inTab(rig, 'pavel', { expected: [/status of 400 .*oauth2/] }, async ({ ask }) => {
      expect((await ask(circle))?.code).toBe('not-invited');
      rig.tenant.world.withdrawConsent({
        app: demoClientId,
        tenant: aldermark,
        scopes: [...scopes],
      });
      expect((await ask(aldermark))?.code).toBe('consent-required');
      rig.tenant.world.consent({ app: demoClientId, tenant: aldermark, scopes: [...scopes] });
      expect((await ask(aldermark))?.code).toBe('token');
    }));
});
