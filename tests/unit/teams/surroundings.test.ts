/** What Teams tells about itself is read with care: themes, languages, zones, clouds, addresses, storage. */
import { afterEach, describe, expect, it } from 'vitest';
import { authorityOf, type CloudName, clouds } from '../../../src/teams/clouds.ts';
import { outwardAddress } from '../../../src/teams/links.ts';
import { localeOf, placeOf, themeOf } from '../../../src/teams/place.ts';
import { rememberedSetting } from '../../../src/teams/remembered-setting.ts';
import { within } from '../../../src/teams/time-limit.ts';

type Context = Parameters<typeof placeOf>[0];

/** Built as teams-js builds it; only the parts we read. */
function context(parts: { app?: object; page?: object; user?: object; channel?: object }): Context {
  const host = { name: 'Teams', clientType: 'web', sessionId: '' };
  return {
    app: { locale: 'en-us', theme: 'default', sessionId: '', host, ...parts.app },
    page: { id: 'focal-point', frameContext: 'content', ...parts.page },
    ...(parts.user ? { user: parts.user } : {}),
    ...(parts.channel ? { channel: parts.channel } : {}),
    dialogParameters: {},
  } as unknown as Context;
}

describe('the place', () => {
  it.each([
    ['default', 'light'],
    ['dark', 'dark'],
    ['contrast', 'contrast'],
    ['glass', 'light'],
    [undefined, 'light'],
  ])('theme %s is shown as %s', (name, theme) => {
    expect(themeOf(name)).toBe(theme);
  });

  it.each([
    ['fr-fr', 'fr-FR'],
    ['ar-sa', 'ar-SA'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['not a language', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('language %s is read as %s', (name, locale) => {
    expect(localeOf(name)).toBe(locale);
  });

  it.each([
    ['Asia/Tbilisi', 'Asia/Tbilisi'],
    ['Georgian Standard Time', undefined],
    [undefined, undefined],
  ])('time zone %s is read as %s', (timezone, zone) => {
    expect(placeOf(context({ app: { osLocaleInfo: { timezone } } })).timeZone).toBe(zone);
  });

  it.each([
    ['content', 'content'],
    ['settings', 'settings'],
    ['remove', 'remove'],
    ['task', 'task'],
    ['sidePanel', 'other'],
    ['meetingStage', 'other'],
  ])('frame %s counts as %s', (frameContext, frame) => {
    expect(placeOf(context({ page: { frameContext } })).frame).toBe(frame);
  });

  it('of a stranger has no person, no tenant, no channel and no deep link', () => {
    const place = placeOf(context({ user: { id: '' } }));
    for (const name of ['userId', 'tenantId', 'channel', 'subPageId', 'loginHint']) {
      expect(place).not.toHaveProperty(name);
    }
  });
});

describe('a tenant of a cloud', () => {
  const tenant = '7e4a0001-7e4a-4000-8000-7e4a7e4a7e4a';
  it.each(Object.keys(clouds) as CloudName[])(
    'in the %s cloud has an https authority of its own',
    (cloud) => {
      expect(authorityOf(cloud, tenant)).toBe(`${clouds[cloud].login}/${tenant}`);
      expect(new URL(clouds[cloud].graph).protocol).toBe('https:');
    },
  );

  it.each(['common', 'organizations', 'consumers', 'aldermark.example', '', `${tenant}/..`])(
    'is never called "%s"',
    (name) => {
      expect(() => authorityOf('global', name)).toThrow(TypeError);
    },
  );
});

describe('an address to open', () => {
  it.each(['https://example.org/a?b#c', 'mailto:desk@aldermark.example'])('%s is opened', (url) => {
    expect(outwardAddress(url)).toBe(url);
  });
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'http://example.org',
    '/entries',
    'file:///etc/passwd',
    '',
  ])('"%s" is refused', (url) => {
    expect(() => outwardAddress(url)).toThrow(TypeError);
  });
});

describe('a remembered comfort', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'window');
  });

  function withStorage(storage: () => object): void {
    Object.defineProperty(globalThis, 'window', {
      configurable: true,
      value: Object.defineProperty({}, 'localStorage', { get: storage }),
    });
  }

  it('lasts while the page is open when touching storage throws', () => {
    withStorage(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const setting = rememberedSetting('language');
    expect(setting.read()).toBeUndefined();
    setting.write('fr');
    expect(setting.read()).toBe('fr');
    setting.write(undefined);
    expect(setting.read()).toBeUndefined();
  });

  it('lasts while the page is open when storage is full', () => {
    withStorage(() => ({
      getItem: () => 'en',
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    }));
    const setting = rememberedSetting('language');
    expect(setting.read()).toBe('en');
    setting.write('fr');
    expect(setting.read()).toBe('fr');
  });
});

describe('waiting', () => {
  it('ends with a reason when nothing comes', async () => {
    const never = new Promise<string>(() => undefined);
    await expect(within(never, 1, () => new Error('too late'))).rejects.toThrow('too late');
  });
  it('gives what comes in time, value or failure', async () => {
    await expect(within(Promise.resolve('here'), 1_000, () => new Error('late'))).resolves.toBe('here');
    await expect(within(Promise.reject(new Error('own')), 1_000, () => new Error('late'))).rejects.toThrow(
      'own',
    );
  });
});
