/** The one error of the store: the world failed, with a closed code. */

import type { Entry } from '../domain/record-kind.ts';

export const storeErrorCodes = [
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
] as const;
export type StoreErrorCode = (typeof storeErrorCodes)[number];

/** `code` is what callers branch on; `requestId` is for support; the message never holds content. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly requestId: string | undefined;
  /** `changed-meanwhile`, `duplicate`: what is there now. */
  readonly fresh: Entry | undefined;
  /** `unexpected-shape`, `not-provisioned`: list and column. */
  readonly where: string | undefined;
  /** Whether the write may have happened all the same (the answer was lost). */
  readonly maybeDone: boolean;
  constructor(
    code: StoreErrorCode,
    detail: {
      readonly cause?: unknown;
      readonly requestId?: string | undefined;
      readonly fresh?: Entry;
      readonly where?: string;
      readonly maybeDone?: boolean;
    } = {},
  ) {
    super(`store: ${code}`, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.requestId = detail.requestId;
    this.fresh = detail.fresh;
    this.where = detail.where;
    this.maybeDone = detail.maybeDone ?? false;
  }
}
