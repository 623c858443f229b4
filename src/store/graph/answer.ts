/** One request to Graph, its answer, and what an unhappy answer means in the store's own words. */

import '../../domain/jitless.ts';
import * as z from 'zod/mini';
import { StoreError, type StoreErrorCode } from '../store-error.ts';

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Path below v1.0, encoded, or an absolute link out of an earlier answer. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answer {
  /** HTTP status; 0 when the network failed. */
  readonly status: number;
  readonly body: unknown;
  readonly requestId: string | undefined;
  /** Seconds, where it could be read. */
  readonly retryAfter: number | undefined;
  /** The body was no JSON: cut off, or somebody else's page. */
  readonly broken?: true;
  readonly cause?: unknown;
}

export type Send = (ask: Ask) => Promise<Answer>;

const errorBody = z.object({
  error: z.object({ code: z.optional(z.nullable(z.string())), message: z.optional(z.nullable(z.string())) }),
});

/** Code and message of an error, as one line to match against; never shown to anybody. */
function textOf(answer: Answer): string {
  const parsed = errorBody.safeParse(answer.body);
  return parsed.success ? `${parsed.data.error.code ?? ''} ${parsed.data.error.message ?? ''}` : '';
}

export function succeeded(answer: Answer): boolean {
  return answer.status >= 200 && answer.status < 300 && answer.broken !== true;
}

/** A query that touches too many rows; some tenants say so with the status of throttling, where waiting never helps. */
export function isTooManyRows(answer: Answer): boolean {
  return (
    [422, 429, 500].includes(answer.status) &&
    /too many resources|list view threshold|SPQueryThrottled/i.test(textOf(answer))
  );
}

/** Worth asking again after a while. */
export function isTransient(answer: Answer): boolean {
  if (answer.broken === true && answer.status < 400) return true;
  return [0, 408, 429, 502, 503, 504].includes(answer.status) && !isTooManyRows(answer);
}

/** A write that may have been done although its answer does not say so. */
export function isUncertain(answer: Answer): boolean {
  return isTransient(answer) || (answer.status === 500 && !isDuplicate(answer) && !isTooManyRows(answer));
}

/** A unique column refused the write, in any of the shapes tenants give it. */
export function isDuplicate(answer: Answer): boolean {
  return (
    [400, 409, 500].includes(answer.status) &&
    /duplicate value|nameAlreadyExists/i.test(textOf(answer)) &&
    !isChangedMeanwhile(answer)
  );
}

export function isChangedMeanwhile(answer: Answer): boolean {
  return answer.status === 412 || (answer.status === 409 && /resourceModified/i.test(textOf(answer)));
}

/** The column that a refused request named as unknown. */
export function unknownColumnOf(answer: Answer): string | undefined {
  if (answer.status !== 400) return undefined;
  return /Field '([^']{1,80})' is not recognized/.exec(textOf(answer))?.[1];
}

/** The StoreError of an unhappy answer. `where` names list and column, as far as they are known. */
export function failureOf(answer: Answer, where?: string, maybeDone = false): StoreError {
  const column = unknownColumnOf(answer);
  return new StoreError(codeOf(answer), {
    cause: answer.cause,
    requestId: answer.requestId,
    maybeDone,
    ...(where === undefined ? {} : { where: column === undefined ? where : `${where} / ${column}` }),
  });
}

function codeOf(answer: Answer): StoreErrorCode {
  if (answer.status === 0) return 'offline';
  if (isTooManyRows(answer)) return 'too-many-rows';
  if (isChangedMeanwhile(answer)) return 'changed-meanwhile';
  if (isDuplicate(answer)) return 'duplicate';
  if (unknownColumnOf(answer) !== undefined) return 'not-provisioned';
  if (answer.broken === true && answer.status < 400) return 'unavailable';
  if (answer.status === 401) return 'signed-out';
  if (answer.status === 403) return 'forbidden';
  if (answer.status === 404) return 'not-found';
  if (answer.status === 413) return 'too-large';
  if (answer.status === 429) return 'throttled';
  return answer.status >= 500 ? 'unavailable' : 'unexpected-shape';
}

/** Retry-After as seconds; undefined where it is absent, hidden by the browser or a date. */
export function secondsOf(header: unknown): number | undefined {
  const seconds = typeof header === 'string' && header.trim() !== '' ? Number(header) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
