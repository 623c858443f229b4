/** Why a circle is not open, as one of seven closed words; each asks somebody else to help. */

import { circleKinds } from '../../domain/circle/registry.ts';
import type { KindHealth } from '../../store/book.ts';
import { isStoreError } from '../bookkeeping.ts';
import type { CircleTrouble } from './circle.ts';

/** Signing in fails with codes of its own; the log knows them by name only. */
const bySignIn: Readonly<Record<string, CircleTrouble>> = {
  'consent-required': 'no-consent',
  'not-invited': 'not-invited',
  'no-network': 'offline',
  unexpected: 'failed',
  unavailable: 'failed',
};

export function troubleOf(error: unknown): CircleTrouble {
  if (isSignInError(error)) return bySignIn[error.code] ?? 'signed-out';
  if (!isStoreError(error)) return 'failed';
  if (isSignInError(error.cause)) return troubleOf(error.cause);
  switch (error.code) {
    case 'offline':
    case 'signed-out':
    case 'not-found':
    case 'not-provisioned':
      return error.code;
    // The host knows this person, the site does not.
    case 'forbidden':
      return 'not-invited';
    default:
      return 'failed';
  }
}

/** The site answers, but is not (or no longer) a circle's: a list is not there, or not for this person. */
export function lacksLists(health: readonly KindHealth[]): boolean {
  return circleKinds.some(({ key }) => health.find(({ kind }) => kind === key)?.list !== 'present');
}

function isSignInError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && error.name === 'SignInError';
}
