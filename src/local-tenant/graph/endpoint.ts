/** One HTTP request to Graph: who calls, which faults strike, the answer with its headers. */
import { randomUUID } from 'node:crypto';
import type { Core, PersonRow } from '../core.ts';
import type { TokenBook } from '../entra/tokens.ts';
import type { FaultKind } from '../faults/fault-box.ts';
import { answerBatch } from './batch.ts';
import type { Columns } from './columns.ts';
import { FilterSyntaxError } from './filter.ts';
import {
  badRequest,
  type Caller,
  type Conditions,
  errorBody,
  GraphError,
  type GraphReply,
  type GraphRequest,
  invalidFilter,
  notImplemented,
} from './reply.ts';
import { route } from './router.ts';
import {
  applies,
  conditional,
  refusal,
  refusing,
  retryAfter,
  tokenProblems,
  unauthorized,
} from './strikes.ts';

/** The connection breaks: the caller learns nothing, not even a status. */
export class NetworkFault extends TypeError {}

export interface GraphEndpoint {
  /** `path` starts after /v1.0. Rejects with NetworkFault where the connection breaks. */
  answer(request: Request, path: string): Promise<Response>;
}

/** Graph over one database. */
export function graphEndpoint(core: Core, columns: Columns, tokens: TokenBook): GraphEndpoint {
  const { faults, db } = core;

  function authenticate(header: string | undefined): Caller {
    const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) throw unauthorized('Access token is empty.');
    const claims = tokens.read(token);
    if (typeof claims === 'string') throw unauthorized(tokenProblems[claims]);
    const person = db.first<PersonRow>(
      'SELECT * FROM person WHERE oid = ? AND tenant = ?',
      claims.oid,
      claims.tid,
    );
    if (person === undefined) throw unauthorized('The identity of the calling user no longer exists.');
    return { person, clientId: claims.appid, scopes: claims.scp.split(' ') };
  }

  function conditionsOf(method: string, path: string): Conditions {
    const rules = faults.strike(
      conditional.filter((kind) => applies(kind, method, path)),
      method,
      path,
    );
    const rule = (kind: FaultKind) => rules.find((each) => each.kind === kind);
    const resync = rule('resync');
    return {
      stampAs: rule('forgedAuthor')?.userId,
      skew: rule('clockSkew')?.ms ?? 0,
      shortPages: rule('shortPages')?.rows,
      delay: rule('delayedVisibility')?.ms ?? 0,
      missingUserId: rule('missingUserId') !== undefined,
      duplicateDelta: rule('duplicateDelta') !== undefined,
      resync: resync && (resync.code ?? 'resyncChangesApplyDifferences'),
    };
  }

  function pathAndQuery(request: GraphRequest): string {
    const query = request.query.toString();
    return query === '' ? request.path : `${request.path}?${query}`;
  }

  /** One request, in a batch or alone, with the faults that need no connection to break. */
  function answerOne(request: GraphRequest, caller: Caller): GraphReply {
    const target = pathAndQuery(request);
    const refusedBy = faults.strike(
      refusing.filter((kind) => applies(kind, request.method, target)),
      request.method,
      target,
    )[0];
    if (refusedBy !== undefined) throw refusal(refusedBy);
    return route({ core, columns, request, caller, conditions: conditionsOf(request.method, target) });
  }

  function failure(error: unknown): GraphError {
    if (error instanceof GraphError) return error;
    if (error instanceof FilterSyntaxError) return invalidFilter();
    console.error(error);
    return new GraphError(500, 'generalException', 'An unspecified error has occurred.');
  }

  function answerInner(request: GraphRequest, caller: Caller, ids: [string, string]): GraphReply {
    const target = pathAndQuery(request);
    try {
      const before = faults.strike(['lostRequest'], request.method, target)[0];
      if (before !== undefined)
        throw new GraphError(before.status ?? 504, 'gatewayTimeout', 'The request was lost');
      const reply = answerOne(request, caller);
      const after = faults.strike(['lostAnswer'], request.method, target)[0];
      if (after !== undefined)
        throw new GraphError(after.status ?? 504, 'gatewayTimeout', 'The answer was lost');
      return reply;
    } catch (error) {
      const failed = failure(error);
      return {
        status: failed.status,
        headers: failed.headers,
        body: errorBody(failed, ...ids, core.clock.now()),
      };
    }
  }

  function answerWholeBatch(request: GraphRequest, caller: Caller, ids: [string, string]): GraphReply {
    const rule = faults.strike(['partialBatch'], request.method, request.path)[0];
    const requests = (request.body as { requests?: unknown[] } | undefined)?.requests;
    const struck = new Set<number>();
    if (rule !== undefined && Array.isArray(requests)) {
      for (let at = requests.length - 1; struck.size < (rule.inner ?? 1) && at >= 0; at -= 1) struck.add(at);
    }
    return answerBatch(request.body, (inner, position) => {
      if (rule === undefined || !struck.has(position)) return answerInner(inner, caller, ids);
      const status = rule.status ?? 429;
      const error = new GraphError(
        status,
        status === 429 ? 'TooManyRequests' : 'serviceNotAvailable',
        'Too many requests',
      );
      return {
        status,
        headers: status === 500 ? {} : retryAfter(rule),
        body: errorBody(error, ...ids, core.clock.now()),
      };
    });
  }

  async function read(request: Request, path: string): Promise<GraphRequest> {
    const text = request.method === 'GET' || request.method === 'DELETE' ? '' : await request.text();
    let body: unknown;
    if (text !== '') {
      try {
        body = JSON.parse(text);
      } catch {
        throw badRequest(
          'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
        );
      }
    }
    const url = new URL(request.url);
    return {
      method: request.method,
      path,
      query: url.searchParams,
      header: (name) => request.headers.get(name) ?? undefined,
      body,
    };
  }

  function send(reply: GraphReply, ids: [string, string], broken: boolean): Response {
    const headers = new Headers({
      ...reply.headers,
      'request-id': ids[0],
      'client-request-id': ids[1],
      'odata-version': '4.0',
      'cache-control': 'no-store',
      date: new Date(core.clock.now()).toUTCString(),
    });
    if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
    headers.set(
      'content-type',
      'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
    );
    const text = JSON.stringify(reply.body);
    const innerError =
      '{"error":{"code":"InternalServerError","message":"Cannot write a deleted resource within a resource set"}}';
    return new Response(broken ? `${text.slice(0, Math.floor(text.length * 0.6))}${innerError}` : text, {
      status: reply.status,
      headers,
    });
  }

  function breaks(reply: GraphReply, method: string, target: string): boolean {
    if (!/\/items\/delta\b/.test(target) || reply.status !== 200) return false;
    const rows = (reply.body as { value?: { deleted?: unknown }[] }).value ?? [];
    const harmless = !rows.some((row) => row.deleted !== undefined);
    const rules = faults.list().filter((each) => each.kind === 'truncatedDelta');
    if (rules.length === 0 || (harmless && !rules.some((each) => each.always === true))) return false;
    return faults.strike(['truncatedDelta'], method, target).length > 0;
  }

  return {
    async answer(http, path) {
      const clientId = http.headers.get('client-request-id');
      const requestId = randomUUID();
      const ids: [string, string] = [requestId, clientId ?? requestId];
      const target = `${path}${new URL(http.url).search}`;
      const latency = faults.strike(['latency'], http.method, target)[0];
      if (latency !== undefined) await new Promise((resolve) => setTimeout(resolve, latency.ms ?? 100));
      if (faults.strike(['captivePortal'], http.method, target).length > 0) {
        return new Response('<!doctype html><title>Sign in to this network</title>', {
          headers: { 'content-type': 'text/html;charset=utf-8' },
        });
      }
      const batched = path === '/$batch';
      try {
        const lost = faults.strike(['lostRequest'], http.method, target)[0];
        if (lost !== undefined) {
          if (lost.status === undefined) throw new NetworkFault('fetch failed');
          throw new GraphError(lost.status, 'gatewayTimeout', 'The request was lost');
        }
        const request = await read(http, path);
        const caller = authenticate(request.header('authorization'));
        if (batched && request.method !== 'POST') throw notImplemented(`${request.method} /$batch`);
        const reply = batched ? answerBatchOrRefuse(request, caller, ids) : answerOne(request, caller);
        const gone = faults.strike(['lostAnswer'], http.method, target)[0];
        if (gone !== undefined) {
          if (gone.status === undefined) throw new NetworkFault('fetch failed');
          throw new GraphError(gone.status, 'gatewayTimeout', 'The answer was lost');
        }
        return send(reply, ids, breaks(reply, http.method, target));
      } catch (error) {
        if (error instanceof NetworkFault) throw error;
        const failed = failure(error);
        return send(
          {
            status: failed.status,
            headers: failed.headers,
            body: errorBody(failed, ...ids, core.clock.now()),
          },
          ids,
          false,
        );
      }
    },
  };

  function answerBatchOrRefuse(request: GraphRequest, caller: Caller, ids: [string, string]): GraphReply {
    const refusedBy = faults.strike(
      ['throttled', 'unavailable', 'expiredToken'],
      request.method,
      request.path,
    )[0];
    if (refusedBy !== undefined) throw refusal(refusedBy);
    return answerWholeBatch(request, caller, ids);
  }
}
