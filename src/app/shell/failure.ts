/** Reads the closed code out of whatever went wrong, so that the right words can be found. */

import type { StoreErrorCode } from '../../log/log.ts';

export interface Failure {
  readonly code: StoreErrorCode | 'page' | 'unknown';
  /** For support. */
  readonly requestId?: string;
  /** List and column, where the error names them and somebody could look there. */
  readonly where?: string;
}

const codes: ReadonlySet<string> = new Set<StoreErrorCode>([
  'signed-out',
  'forbidden',
  'not-found',
  'changed-meanwhile',
  'duplicate',
  'throttled',
  'too-many-rows',
  'offline',
  'unavailable',
  'unexpected-shape',
  'not-provisioned',
  'too-large',
]);

/** Nothing is wrong with a list then. */
const onTheWay: ReadonlySet<string> = new Set<StoreErrorCode>([
  'signed-out',
  'throttled',
  'offline',
  'unavailable',
]);

function isStoreCode(code: unknown): code is StoreErrorCode {
  return typeof code === 'string' && codes.has(code);
}

/** `page` is a part of the app that could not be fetched; `unknown` is a fault of ours. */
export function failureOf(cause: unknown): Failure {
  if (typeof cause !== 'object' || cause === null) return { code: 'unknown' };
  const found = cause as {
    name?: unknown;
    code?: unknown;
    requestId?: unknown;
    where?: unknown;
    message?: unknown;
  };
  if (found.name === 'StoreError' && isStoreCode(found.code)) {
    return {
      code: found.code,
      ...(typeof found.requestId === 'string' ? { requestId: found.requestId } : {}),
      ...(typeof found.where === 'string' && !onTheWay.has(found.code) ? { where: found.where } : {}),
    };
  }
  const message = typeof found.message === 'string' ? found.message : '';
  return {
    code: /dynamically imported module|importing a module script/i.test(message) ? 'page' : 'unknown',
  };
}
