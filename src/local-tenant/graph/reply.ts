/** Requests and replies inside Graph, and the errors Graph answers with. */
import type { PersonRow } from '../core.ts';

export interface GraphRequest {
  method: string;
  /** Path after /v1.0, still encoded, without the query. */
  path: string;
  query: URLSearchParams;
  header(name: string): string | undefined;
  body: unknown;
}

export interface Caller {
  person: PersonRow;
  clientId: string;
  scopes: string[];
}

/** What faults make of one request. */
export interface Conditions {
  /** Whom writes are stamped with instead of the caller. */
  stampAs: string | undefined;
  /** Milliseconds by which stamps of writes are off. */
  skew: number;
  /** Rows a page holds at most. */
  shortPages: number | undefined;
  /** Milliseconds for which filters and delta do not see a write. */
  delay: number;
  missingUserId: boolean;
  duplicateDelta: boolean;
  /** The code of a 410 for delta. */
  resync: string | undefined;
}

export interface GraphReply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const accessDenied = () => new GraphError(403, 'accessDenied', 'Access denied');
export const itemNotFound = (what: string) => new GraphError(404, 'itemNotFound', what);
export const invalidRequest = (message: string) => new GraphError(400, 'invalidRequest', message);
export const badRequest = (message: string) => new GraphError(400, 'BadRequest', message);
export const invalidFilter = () => badRequest('Invalid filter clause');
export const notImplemented = (what: string) =>
  new GraphError(501, 'notImplemented', `The local tenant does not know ${what}`);

/** The body of an error, with the ids support asks for. `now` in milliseconds. */
export function errorBody(
  error: GraphError,
  requestId: string,
  clientRequestId: string,
  now: number,
): object {
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        date: new Date(now).toISOString().slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  };
}

/** The body as a plain object; anything else is a bad request. */
export function objectBody(body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
  return body as Record<string, unknown>;
}
