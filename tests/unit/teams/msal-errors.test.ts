/** Every failure of sign-in becomes one of our codes and carries no name. */
import { AuthError, ClientAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { describe, expect, it } from 'vitest';
import { asSignInError } from '../../../src/teams/msal-errors.ts';
import { SignInError, type SignInErrorCode } from '../../../src/teams/sign-in-error.ts';

const correlation = 'c0ffee00-0000-4000-8000-000000000000';

const cases: readonly (readonly [string, unknown, SignInErrorCode])[] = [
  [
    'a click is needed',
    new InteractionRequiredAuthError('login_required', correlation),
    'interaction-required',
  ],
  ['declined scopes', new ServerError('ApiContractViolation', correlation), 'interaction-required'],
  [
    'declined scopes, told only in words',
    new ServerError('broker', correlation, 'Error: ApiContractViolation 3399'),
    'interaction-required',
  ],
  ['lost account', new ClientAuthError('no_account_found', correlation), 'interaction-required'],
  ['closed window', new ClientAuthError('user_canceled', correlation), 'cancelled'],
  ['no network', new ClientAuthError('no_network_connectivity', correlation), 'no-network'],
  ['switched off', new ClientAuthError('nested_app_auth_bridge_disabled', correlation), 'disabled'],
  ['no bridge', new ClientAuthError('something_else', correlation), 'unavailable'],
  ['failing server', new ServerError('server_error', correlation), 'unavailable'],
  [
    'no consent',
    new InteractionRequiredAuthError(
      'invalid_grant',
      correlation,
      'AADSTS65001: The user ines@aldermark.example',
    ),
    'consent-required',
  ],
  [
    'no consent, by code',
    new InteractionRequiredAuthError('consent_required', correlation),
    'consent-required',
  ],
  [
    'administrator needed',
    new ServerError('access_denied', correlation, 'AADSTS90094: Admin'),
    'consent-required',
  ],
  [
    'app unknown there',
    new ServerError('unauthorized_client', correlation, 'AADSTS700016: x'),
    'consent-required',
  ],
  [
    'K2: no guest of that tenant',
    new InteractionRequiredAuthError('invalid_grant', correlation, 'AADSTS50020: User account from'),
    'not-invited',
  ],
  [
    'K2: not in its directory',
    new ServerError('invalid_grant', correlation, 'AADSTS50034: The user account does not exist'),
    'not-invited',
  ],
  ['an error nobody knows', new AuthError('surprise', correlation), 'unexpected'],
  ['no error at all', 'text', 'unexpected'],
  ['a fault of ours', new TypeError('scopes'), 'unexpected'],
];

describe('a failed sign-in', () => {
  it.each(cases)('%s', (_, thrown, code) => {
    expect(asSignInError(thrown).code).toBe(code);
  });

  it('keeps the id that support asks for, and the number of Entra', () => {
    const error = asSignInError(new ServerError('x', correlation, 'AADSTS90033: try later'));
    expect(error.correlationId).toBe(correlation);
    expect(error.message).toContain('AADSTS90033');
  });

  it('names nobody, however the server words it', () => {
    const thrown = new ServerError(
      'Ines Calder <ines@x>',
      correlation,
      'AADSTS50020: ines.calder@aldermark.example',
    );
    expect(`${asSignInError(thrown).message} ${asSignInError(thrown).cause ?? ''}`).not.toMatch(
      /ines|calder|@/i,
    );
  });

  it('stays what it is when it already is one', () => {
    const own = new SignInError('wrong-tenant', 'test');
    expect(asSignInError(own)).toBe(own);
  });
});
