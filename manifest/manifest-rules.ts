/** What the manifest itself must say: ids, addresses, tabs, permissions. */
import { isRegisteredId } from './deployment.ts';
import { type Pack, type Rule, textsAt } from './pack.ts';

const ADDRESS = /Url$/;
const SCOPES = ['personal', 'team', 'groupChat'];
// Each of these would let the app do or ask more than a tab needs; an administrator should never have to wonder why.
const UNNEEDED = [
  'devicePermissions',
  'authorization',
  'bots',
  'connectors',
  'composeExtensions',
  'graphConnector',
];

function list(pack: Pack, path: RegExp): readonly string[] {
  return textsAt(pack, path).map(([, text]) => text);
}

function exactly(what: string, wanted: readonly string[], found: readonly string[]): readonly string[] {
  const show = (values: readonly string[]): string => (values.length === 0 ? 'nothing' : values.join(', '));
  return wanted.join('\n') === found.join('\n')
    ? []
    : [`${what} must be ${show(wanted)}, not ${show(found)}`];
}

function registration(pack: Pack): readonly string[] {
  const wanted = { id: pack.deployment.appId, 'webApplicationInfo.id': pack.deployment.clientId };
  return Object.entries(wanted).flatMap(([path, id]) => {
    const found = pack.texts.get(path) ?? '';
    if (!isRegisteredId(found)) return [`${path} is not a GUID that can be registered: "${found}"`];
    return found === id ? [] : [`${path} must be ${id}, not ${found}`];
  });
}

function version(pack: Pack): readonly string[] {
  const found = pack.texts.get('version') ?? '';
  if (!/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(found)) {
    return [`version must be three numbers such as 1.2.3 without a suffix, not "${found}"`];
  }
  return exactly('version', [pack.deployment.version], [found]);
}

function https(pack: Pack): readonly string[] {
  return textsAt(pack, ADDRESS).flatMap(([path, url]) =>
    url.startsWith('https://') ? [] : [`${path} must begin with https://, not "${url}"`],
  );
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return '';
  }
}

function ownHost(pack: Pack): readonly string[] {
  return textsAt(pack, ADDRESS).flatMap(([path, url]) =>
    hostOf(url) === pack.deployment.domain
      ? []
      : [`${path} must lie on ${pack.deployment.domain}, not "${url}"`],
  );
}

function scopeSpelling(pack: Pack): readonly string[] {
  return textsAt(pack, /^\w+Tabs\[\d+\]\.scopes\[\d+\]$/).flatMap(([path, scope]) => {
    if (SCOPES.includes(scope)) return [];
    const meant = SCOPES.find((known) => known.toLowerCase() === scope.toLowerCase().replace(/s$/, ''));
    return [`${path} is "${scope}"; ${meant ? `it is spelt "${meant}"` : `known are ${SCOPES.join(', ')}`}`];
  });
}

function tabs(pack: Pack): readonly string[] {
  return [
    ...exactly('the entity ids of the static tabs', ['today'], list(pack, /^staticTabs\[\d+\]\.entityId$/)),
    ...exactly('the scopes of the static tab', ['personal'], list(pack, /^staticTabs\[\d+\]\.scopes/)),
    ...exactly(
      'the scopes of the channel tab',
      ['team', 'groupChat'],
      list(pack, /^configurableTabs\[\d+\]\.scopes/),
    ),
    // The query only tells the two addresses apart for people and logs; the app looks at the frame context
    // `settings` that Teams reports, which nobody can forge by typing an address.
    ...exactly(
      'the paths of the two tabs',
      ['/index.html', '/index.html?configure'],
      list(pack, /^(staticTabs\[\d+\]\.contentUrl|configurableTabs\[\d+\]\.configurationUrl)$/).map((url) =>
        url.replace(/^\w+:\/\/[^/]*/, ''),
      ),
    ),
  ];
}

function leastPermission(pack: Pack): readonly string[] {
  return [
    ...exactly('permissions', ['identity'], list(pack, /^permissions\[\d+\]$/)),
    ...UNNEEDED.filter((name) => Object.hasOwn(pack.manifest, name)).map(
      (name) => `${name} must be left out: a tab does not need it`,
    ),
  ];
}

/** Rules on ids, version, addresses, tabs and permissions, in the order in which they are reported. */
export const MANIFEST_RULES: readonly Rule[] = [
  { name: 'registration', check: registration },
  { name: 'version', check: version },
  { name: 'https', check: https },
  { name: 'own-host', check: ownHost },
  {
    name: 'valid-domains',
    check: (pack) => exactly('validDomains', [pack.deployment.domain], list(pack, /^validDomains\[\d+\]$/)),
  },
  { name: 'scope-spelling', check: scopeSpelling },
  { name: 'tabs', check: tabs },
  {
    name: 'channel-features',
    check: (pack) => exactly('supportsChannelFeatures', ['tier1'], list(pack, /^supportsChannelFeatures$/)),
  },
  { name: 'least-permission', check: leastPermission },
];
