/** The context object Teams gives a tab, in teams-js' flat form, for one person in one place. */
import type { HostState } from './host-address.ts';
import type { Signed } from './roster.ts';

/** What the tab sees of the host; `sessionId` stays the same while the page is open. */
export function tabContext(
  { person, ministry }: Signed,
  state: HostState,
  sessionId: string,
): Record<string, unknown> {
  const channel =
    state.place === 'channel'
      ? {
          channelId: `19:${ministry.slug}-human-rights@thread.tacv2`,
          channelName: 'Human rights',
          channelType: 'Regular',
          teamId: `19:${ministry.slug}@thread.tacv2`,
          teamName: ministry.group,
          hostTeamTenantId: ministry.tenantId,
        }
      : {};
  return {
    hostName: 'Teams',
    hostClientType: state.width === '320' ? 'android' : 'web',
    sessionId,
    appSessionId: sessionId,
    locale: state.lang,
    theme: state.theme,
    osLocaleInfo: { platform: 'windows', regionalFormat: state.lang, timezone: 'Asia/Tbilisi' },
    entityId: 'focal-point',
    subEntityId: state.sub,
    userObjectId: person.id,
    tid: ministry.tenantId,
    loginHint: person.mail,
    userPrincipalName: person.mail,
    userDisplayName: person.name,
    isFullScreen: false,
    dialogParameters: {},
    ...channel,
  };
}
