/** The header block with which a ministry serves the tab; the demo and the browser tests serve it with the same. */

/** Where Microsoft shows tabs: Teams, Outlook and Microsoft 365 of the global cloud. */
const hosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

/** Graph, Entra ID, and the list of valid hosts that teams-js fetches. */
const servers = [
  'https://graph.microsoft.com',
  'https://login.microsoftonline.com',
  'https://res.cdn.office.net',
];

/** Hash of the empty style element: Fluent makes empty ones and fills them by script, so nothing inline is allowed. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * The headers of every answer of the tab's web server. `frameAncestors` are origins that may show the tab besides
 * Microsoft's own, `connect` servers it may call besides its own, Graph and Entra ID (a national cloud's, for instance).
 */
export function securityHeaders({
  frameAncestors = [],
  connect = [],
}: {
  frameAncestors?: readonly string[];
  connect?: readonly string[];
} = {}): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${emptyStyle}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${[...servers, ...connect].join(' ')}`,
    `frame-ancestors ${[...hosts, ...frameAncestors].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types focal-point-worker',
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  };
}
