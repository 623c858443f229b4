/** The only file that knows Microsoft's Graph client: one request in, one plain answer out, nothing repeated. */

import {
  Client,
  type Context,
  type Middleware,
  type MiddlewareOptions,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import { StoreError } from '../store-error.ts';
import { type Answer, type Ask, type Send, secondsOf } from './answer.ts';
import { graphBase, graphOrigin, type Transport } from './transport.ts';

/** Carries the exact address to the last step and what went wrong there back: the client would alter both. */
class Exchange implements MiddlewareOptions {
  readonly address: string;
  failure: unknown;
  constructor(address: string) {
    this.address = address;
  }
}

/** The whole chain: the client's own sign-in, retry and telemetry steps are left out. */
function lastStep(transport: Transport): Middleware {
  return {
    async execute(context: Context): Promise<void> {
      const exchange = context.middlewareControl?.getMiddlewareOptions(Exchange);
      if (!(exchange instanceof Exchange)) throw new TypeError('a request without its exchange');
      try {
        context.response = await transport(exchange.address, { ...context.options });
      } catch (failure) {
        exchange.failure = failure;
        throw failure;
      }
    },
  };
}

/**
 * Sends requests one by one. `url` is a path below v1.0, already encoded, or a link out of an earlier answer, used as
 * it stands. A network failure is an answer with status 0.
 */
export function graphClient(transport: Transport, requestId: () => string): Send {
  const client = Client.initWithMiddleware({
    baseUrl: `${graphOrigin}/`,
    defaultVersion: 'v1.0',
    middleware: lastStep(transport),
  });
  return async (ask: Ask): Promise<Answer> => {
    const exchange = new Exchange(ask.url.startsWith('/') ? `${graphBase}${ask.url}` : ask.url);
    const request = client
      .api(ask.url.startsWith('/') ? ask.url : '/')
      .headers({ 'client-request-id': requestId(), ...ask.headers })
      .middlewareOptions([exchange])
      .responseType(ResponseType.RAW);
    let response: Response;
    try {
      if (ask.method === 'GET') response = await request.get();
      else if (ask.method === 'POST') response = await request.post(ask.body);
      else response = await request.patch(ask.body);
    } catch (error) {
      const cause = exchange.failure ?? error;
      if (cause instanceof StoreError) throw cause;
      return { status: 0, body: undefined, requestId: undefined, retryAfter: undefined, cause };
    }
    return answerOf(response);
  };
}

async function answerOf(response: Response): Promise<Answer> {
  const requestId = response.headers.get('request-id') ?? undefined;
  const retryAfter = secondsOf(response.headers.get('retry-after'));
  try {
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, body, requestId, retryAfter };
  } catch (cause) {
    return { status: response.status, body: undefined, requestId, retryAfter, broken: true, cause };
  }
}
