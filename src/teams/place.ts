/** Turns what teams-js says about the surroundings into a {@link HostPlace}. */
import type { app } from '@microsoft/teams-js';
import type { HostFrame, HostPlace, HostTheme } from './host.ts';

const mobileClients: ReadonlySet<string> = new Set(['android', 'ios', 'ipados', 'teamsPhones']);
const frames: ReadonlySet<string> = new Set<HostFrame>(['content', 'settings', 'remove', 'task']);

/** Our name for a Teams theme; what we do not know is light. */
export function themeOf(name: string | undefined): HostTheme {
  return name === 'dark' || name === 'contrast' ? name : 'light';
}

/** The language as BCP 47 writes it (`fr-fr` becomes `fr-FR`), or `en` when the host sends none we can read. */
export function localeOf(name: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(name ?? 'en')[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** The place a teams-js context describes. */
export function placeOf(context: app.Context): HostPlace {
  const { app: shown, page, user, channel } = context;
  const timeZone = zoneOf(shown.osLocaleInfo?.timezone);
  return {
    inTeams: true,
    theme: themeOf(shown.theme),
    locale: localeOf(shown.locale),
    ...(timeZone ? { timeZone } : {}),
    ...(user?.tenant?.id ? { tenantId: user.tenant.id } : {}),
    ...(user?.id ? { userId: user.id } : {}),
    ...(user?.loginHint ? { loginHint: user.loginHint } : {}),
    frame: frameOf(page.frameContext),
    ...(page.subPageId ? { subPageId: page.subPageId } : {}),
    ...(channel ? { channel: channelOf(channel) } : {}),
    hostName: shown.host.name,
    ...(shown.host.sessionId ? { sessionId: shown.host.sessionId } : {}),
    isMobile: mobileClients.has(shown.host.clientType),
  };
}

/** The place of a page that no Teams shows: the browser's own language, zone and colours. */
export function placeOutside(): HostPlace {
  return {
    inTeams: false,
    theme: window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    locale: localeOf(navigator.language),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    frame: 'other',
    hostName: 'none',
    isMobile: false,
  };
}

function frameOf(name: string): HostFrame {
  return frames.has(name) ? (name as HostFrame) : 'other';
}

function channelOf(channel: app.ChannelInfo): { id: string; ownerTenantId?: string } {
  return { id: channel.id, ...(channel.ownerTenantId ? { ownerTenantId: channel.ownerTenantId } : {}) };
}

/** Hosts also send Windows' own zone names, which Intl does not know. */
function zoneOf(name: string | undefined): string | undefined {
  if (!name) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
