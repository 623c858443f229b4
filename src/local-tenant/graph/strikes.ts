/** What a fault makes of a request: where it can strike, and with which refusal Graph answers. */
import type { TokenProblem } from '../entra/tokens.ts';
import type { FaultKind, FaultRule } from '../faults/fault-box.ts';
import { GraphError } from './reply.ts';

/** Kinds that refuse a request before anything is done. */
export const refusing: FaultKind[] = [
  'throttled',
  'unavailable',
  'expiredToken',
  'removedPermission',
  'resourceModified',
];
/** Kinds that change how a request is answered. */
export const conditional: FaultKind[] = [
  'shortPages',
  'delayedVisibility',
  'clockSkew',
  'forgedAuthor',
  'missingUserId',
  'duplicateDelta',
  'resync',
];

/** Where a kind can strike at all, so that a count is not used up by requests it says nothing about. */
export function applies(kind: FaultKind, method: string, target: string): boolean {
  const delta = /\/items\/delta\b/.test(target);
  if (kind === 'resync') return delta && /token=(?!latest)/.test(target);
  if (kind === 'duplicateDelta') return delta;
  if (kind === 'shortPages')
    return method === 'GET' && /\/(items|items\/delta|lists|columns)(\?|$)/.test(target);
  if (kind === 'delayedVisibility') return method === 'GET' && /\/items(\/delta|\?|$)/.test(target);
  if (kind === 'clockSkew' || kind === 'forgedAuthor') return method !== 'GET' && /\/items\b/.test(target);
  if (kind === 'missingUserId') return /\/items\b/.test(target);
  return kind !== 'resourceModified' || method === 'PATCH';
}

export const tokenProblems: Record<TokenProblem, string> = {
  malformed: 'CompactToken parsing failed with error code: 80049217',
  signature: 'Signature is invalid.',
  audience: 'Access token validation failure. Invalid audience.',
  expired: 'Lifetime validation failed, the token is expired.',
  early: 'Lifetime validation failed, the token is not yet valid.',
};

/** A 401 with the challenge Graph sends. */
export function unauthorized(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, {
    'www-authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
  });
}

/** The Retry-After header of a rule; default one second, null = none. */
export function retryAfter(rule: FaultRule): Record<string, string> {
  return rule.retryAfter === null ? {} : { 'Retry-After': String(rule.retryAfter ?? 1) };
}

/** The refusal a rule stands for. */
export function refusal(rule: FaultRule): GraphError {
  if (rule.kind === 'throttled')
    return new GraphError(429, 'TooManyRequests', 'Too many requests', retryAfter(rule));
  if (rule.kind === 'unavailable')
    return new GraphError(
      rule.status ?? 503,
      'serviceNotAvailable',
      'The service is not available',
      retryAfter(rule),
    );
  if (rule.kind === 'expiredToken') return unauthorized(tokenProblems.expired);
  if (rule.kind === 'removedPermission') return new GraphError(403, 'accessDenied', 'Access denied');
  return new GraphError(
    409,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
  );
}
