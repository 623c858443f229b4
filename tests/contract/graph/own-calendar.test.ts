/** A date put into one's own calendar: what is sent, what the calendar then holds, and every way of not being let in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TokenOptions } from '../../../src/teams/host.ts';
import { type DateToAdd, openOwnCalendar } from '../../../src/teams/own-calendar.ts';
import { SignInError, type SignInErrorCode } from '../../../src/teams/sign-in-error.ts';
import { clientOf, moved } from './client.ts';
import { clientId, mails, type StagedWorld, stageWorld, tokenOf } from './staged-world.ts';

const scope = 'Calendars.ReadWrite';
const hearing: DateToAdd = {
  id: '01HZX3K8Q2W7V5R4T9N6M1C0BC-0-2026-11-26-10:00',
  title: 'Amber Heron · Hearing',
  day: '2026-11-26',
  zone: 'Asia/Tbilisi',
  at: Date.parse('2026-11-26T06:00:00Z'),
};
const { at: _, ...deadline } = { ...hearing, id: 'd-1', title: 'Amber Heron · Appeal ends' };

let staged: StagedWorld;
let sent: Request[];
const toTenant = async (request: Request) => staged.tenant.fetch(await moved(request, 'http://localhost'));
const overWire: typeof fetch = async (url, init) => {
  const request = new Request(url, init);
  sent.push(request.clone());
  return toTenant(request);
};

beforeEach(() => {
  staged = stageWorld();
  sent = [];
  for (const tenant of [staged.aldermark, staged.secretariat])
    staged.tenant.world.consent({ app: clientId, tenant, scopes: [scope] });
});
afterEach(() => staged.tenant.close());

/** A host that signs this person in, after what `before` says of the two ways of asking. */
function hostOf(mail: string, before: (options: TokenOptions) => void = () => undefined) {
  return {
    async token(tenantId: string, scopes: readonly string[], options: TokenOptions = {}) {
      before(options);
      const token = await tokenOf(staged.tenant, tenantId, mail, [...scopes]);
      return { token, tenantId, objectId: staged.focalPoint, name: 'Fia Focal', expiresAt: 0 };
    },
  };
}

const open = (host = hostOf(mails.focalPoint), tenantId = staged.aldermark, send = overWire) =>
  openOwnCalendar({ host, tenantId, fetch: send });

async function eventsOf(mail: string): Promise<readonly Record<string, unknown>[]> {
  const token = await tokenOf(staged.tenant, staged.aldermark, mail, [scope]);
  return (await clientOf(toTenant, token)('GET', '/me/events')).body.value as Record<string, unknown>[];
}

describe('D2 one date in one’s own calendar', () => {
  it('D2 · a hearing is an hour, busy, private, and says nothing but the title', async () => {
    expect(await open().add(hearing)).toBe('added');
    expect(await sent[0]?.json()).toEqual({
      subject: 'Amber Heron · Hearing',
      sensitivity: 'private',
      transactionId: hearing.id,
      isAllDay: false,
      showAs: 'busy',
      start: { dateTime: '2026-11-26T06:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-11-26T07:00:00', timeZone: 'UTC' },
    });
    expect(sent.map(({ url }) => url)).toEqual(['https://graph.microsoft.com/v1.0/me/events']);
    expect(await eventsOf(mails.focalPoint)).toMatchObject([
      { subject: hearing.title, sensitivity: 'private', showAs: 'busy', location: { displayName: '' } },
    ]);
  });

  it('D2 · a deadline fills the day of the place, and is free', async () => {
    expect(await open().add({ ...deadline, day: '2026-12-31' })).toBe('added');
    expect(await eventsOf(mails.focalPoint)).toMatchObject([
      {
        isAllDay: true,
        showAs: 'free',
        start: { dateTime: '2026-12-31T00:00:00.0000000', timeZone: 'Asia/Tbilisi' },
        end: { dateTime: '2027-01-01T00:00:00.0000000', timeZone: 'Asia/Tbilisi' },
      },
    ]);
  });

  it('D2 · the place stands there only where it was given', async () => {
    await open().add({ ...hearing, place: 'Oskel District Court, room 4' });
    expect(await eventsOf(mails.focalPoint)).toMatchObject([
      { location: { displayName: 'Oskel District Court, room 4' } },
    ]);
  });

  it('D2 · added again, also after a lost answer, it stands there once; another date stands beside it', async () => {
    let isLost = false;
    const losing: typeof fetch = async (url, init) => {
      const answer = await overWire(url, init);
      if (isLost) return answer;
      isLost = true;
      throw new TypeError('fetch failed');
    };
    const calendar = open(hostOf(mails.focalPoint), staged.aldermark, losing);
    expect(await calendar.add(hearing)).toBe('failed');
    expect(await calendar.add(hearing)).toBe('added');
    expect(await eventsOf(mails.focalPoint)).toHaveLength(1);
    await calendar.add({ ...hearing, id: 'moved' });
    expect(await eventsOf(mails.focalPoint)).toHaveLength(2);
  });

  it('D2 · it is in nobody else’s calendar', async () => {
    await open().add(hearing);
    expect(await eventsOf(mails.owner)).toEqual([]);
  });

  it('D2 · the permission is asked for by itself: without a window first, with one where that is needed', async () => {
    const asked: unknown[] = [];
    const host = hostOf(mails.focalPoint, ({ interactive }) => {
      asked.push(interactive ?? false);
      if (!interactive) throw new SignInError('consent-required', 'AADSTS65001');
    });
    expect(await open(host).add(hearing)).toBe('added');
    expect(asked).toEqual([false, true]);
  });
});

describe('D2 not let in', () => {
  it.each<[SignInErrorCode, string]>([
    ['cancelled', 'declined'],
    ['interaction-required', 'declined'],
    ['consent-required', 'not-allowed'],
    ['disabled', 'not-allowed'],
    ['not-in-teams', 'not-allowed'],
    ['wrong-tenant', 'not-allowed'],
    ['no-network', 'failed'],
    ['unavailable', 'failed'],
    ['unexpected', 'failed'],
  ])('D2 · sign-in says %s: %s, and nothing is sent', async (code, outcome) => {
    const host = hostOf(mails.focalPoint, () => {
      throw new SignInError(code, 'a test');
    });
    expect(await open(host).add(hearing)).toBe(outcome);
    expect(sent).toEqual([]);
  });

  it('D2 · a guest has no mailbox in the tenant that hosts them', async () => {
    expect(await open(hostOf(mails.focalPoint), staged.secretariat).add(hearing)).toBe('not-allowed');
  });

  it('D2 · a token without the scope writes nothing', async () => {
    const host = {
      async token(tenantId: string) {
        const token = await tokenOf(staged.tenant, tenantId, mails.focalPoint, ['User.Read']);
        return { token, tenantId, objectId: staged.focalPoint, name: '', expiresAt: 0 };
      },
    };
    expect(await open(host).add(hearing)).toBe('not-allowed');
    expect(await eventsOf(mails.focalPoint)).toEqual([]);
  });

  it.each([
    [409, 'added'],
    [401, 'not-allowed'],
    [403, 'not-allowed'],
    [404, 'not-allowed'],
    [400, 'failed'],
    [429, 'failed'],
    [503, 'failed'],
  ])('D2 · an answer %i: %s', async (status, outcome) => {
    const answering: typeof fetch = async () => new Response(null, { status });
    expect(await open(hostOf(mails.focalPoint), staged.aldermark, answering).add(hearing)).toBe(outcome);
  });
});
