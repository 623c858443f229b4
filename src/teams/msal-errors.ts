/** Translates what msal-browser throws in nested app authentication into our closed codes. */
import { AuthError, ClientAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { SignInError, type SignInErrorCode } from './sign-in-error.ts';

const byErrorCode: Readonly<Record<string, SignInErrorCode>> = {
  user_canceled: 'cancelled',
  no_network_connectivity: 'no-network',
  nested_app_auth_bridge_disabled: 'disabled',
  // The host lost the account; a sign-in window brings it back.
  no_account_found: 'interaction-required',
  null_or_empty_token: 'unavailable',
};

/**
 * Entra's numbers for "nobody approved this app here": no consent, administrator's consent needed, app unknown in the
 * tenant. The host may pass them in the code or only in the description.
 */
const consentMissing = /consent_required|AADSTS(65001|65004|90094|700016)\b/;

/**
 * Entra's numbers for somebody whom the tenant does not know: no account, no guest account, none in its directory. The
 * same person is known at home, so signing in again would not help.
 */
const unknownThere = /AADSTS(50020|50034|50177|51004|90072)\b/;

/** The token broker of Teams on the desktop says this when scopes were declined; only a sign-in window helps. */
const contractViolation = /ApiContractViolation/i;

/** Any thrown value as a {@link SignInError}; one that already is one stays as it is. */
export function asSignInError(error: unknown): SignInError {
  if (error instanceof SignInError) return error;
  if (!(error instanceof AuthError))
    return new SignInError('unexpected', 'not an answer of the host', { cause: error });
  const code = codeOf(error);
  // The cause is left out: its message may carry an account name.
  return new SignInError(code, safeDetail(error), { correlationId: error.correlationId });
}

function codeOf(error: AuthError): SignInErrorCode {
  const said = `${error.errorCode} ${error.subError} ${error.errorMessage}`;
  if (contractViolation.test(said)) return 'interaction-required';
  if (consentMissing.test(said)) return 'consent-required';
  if (unknownThere.test(said)) return 'not-invited';
  if (error instanceof InteractionRequiredAuthError) return 'interaction-required';
  const known = byErrorCode[error.errorCode];
  if (known) return known;
  // What remains of these two is a host that could not, now (a server's error) or at all (a missing bridge).
  return error instanceof ServerError || error instanceof ClientAuthError ? 'unavailable' : 'unexpected';
}

/** The error's own code and Entra's number, where there is one: neither can name a person. */
function safeDetail(error: AuthError): string {
  const code = /^[\w.-]{1,64}$/.test(error.errorCode) ? error.errorCode : 'no code';
  const number = /AADSTS\d+/.exec(error.errorMessage)?.[0];
  return number ? `${code}, ${number}` : code;
}
