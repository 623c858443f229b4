/** The faults the host page can play, so that every state of sign-in can be seen and tested. */

/** An error as the host's bridge puts it. */
export interface BridgeError {
  readonly status: string;
  readonly code?: string;
  readonly subError?: string;
  readonly description?: string;
}

export interface Trouble {
  readonly key: string;
  readonly label: string;
  /** Answer to silent requests; a sign-in window still works unless `always`. */
  readonly error?: BridgeError;
  readonly always?: boolean;
  /** How often a token of another tenant is given instead of the right one. */
  readonly wrongTenant?: 'once' | 'always';
  /** The host does not answer at all, offers no bridge, or hands over the bridge and then stays silent. */
  readonly silent?: 'host' | 'bridge';
  readonly noBridge?: boolean;
}

export const troubles: readonly Trouble[] = [
  { key: '', label: 'None' },
  {
    key: 'click',
    label: 'Sign-in needs a click',
    error: {
      status: 'USER_INTERACTION_REQUIRED',
      code: 'interaction_required',
      description: 'AADSTS50058: no session',
    },
  },
  {
    key: 'declined',
    label: 'Broker declines scopes',
    error: { status: 'PERSISTENT_ERROR', code: 'ApiContractViolation', description: 'Declined scopes' },
  },
  { key: 'account', label: 'Account is missing', error: { status: 'ACCOUNT_UNAVAILABLE' } },
  { key: 'cancel', label: 'Sign-in is cancelled', always: true, error: { status: 'USER_CANCEL' } },
  { key: 'network', label: 'No network', always: true, error: { status: 'NO_NETWORK' } },
  { key: 'disabled', label: 'Sign-in is switched off', always: true, error: { status: 'DISABLED' } },
  {
    key: 'unavailable',
    label: 'Sign-in is not available',
    always: true,
    error: { status: 'NESTED_APP_AUTH_UNAVAILABLE', code: 'not_here' },
  },
  {
    key: 'transient',
    label: 'Sign-in server fails',
    always: true,
    error: { status: 'TRANSIENT_ERROR', code: 'server_error', description: 'AADSTS90033: try later' },
  },
  {
    key: 'consent',
    label: 'App is not approved',
    always: true,
    error: { status: 'PERSISTENT_ERROR', code: 'invalid_grant', description: 'AADSTS65001: not consented' },
  },
  { key: 'tenant-once', label: "Another tenant's token, once", wrongTenant: 'once' },
  { key: 'tenant', label: "Another tenant's token, always", wrongTenant: 'always' },
  { key: 'no-bridge', label: 'Host without nested sign-in', noBridge: true },
  { key: 'bridge-silent', label: 'Sign-in never answers', silent: 'bridge' },
  { key: 'host-silent', label: 'Host never answers', silent: 'host' },
];

/** The fault of that name; no fault for a name we do not know. */
export function troubleOf(key: string): Trouble {
  return troubles.find((each) => each.key === key) ?? { key: '', label: 'None' };
}
