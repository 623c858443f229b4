/** Microsoft's separate clouds: where each one signs people in and where its Graph lives. */

export type CloudName = 'global' | 'gcc-high' | 'dod' | 'china';

export interface Cloud {
  /** Origin of Entra ID, without a trailing slash. */
  readonly login: string;
  /** Origin of Microsoft Graph, without a trailing slash. */
  readonly graph: string;
  /** Origins that may show the tab besides those of the global cloud, as `frame-ancestors` writes them. */
  readonly frameAncestors: readonly string[];
}

export const clouds: Readonly<Record<CloudName, Cloud>> = {
  global: {
    login: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    frameAncestors: [],
  },
  'gcc-high': {
    login: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    frameAncestors: ['https://gov.teams.microsoft.us'],
  },
  dod: {
    login: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    frameAncestors: ['https://dod.teams.microsoft.us'],
  },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    frameAncestors: ['https://teams.microsoftonline.cn'],
  },
};

/**
 * The authority of one tenant. Throws a TypeError unless `tenantId` is a GUID: `common`, `organizations` and domain
 * names would sign a guest into another tenant than the one meant.
 */
export function authorityOf(cloud: CloudName, tenantId: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(tenantId)) {
    throw new TypeError('a tenant is named by its GUID');
  }
  return `${clouds[cloud].login}/${tenantId}`;
}
