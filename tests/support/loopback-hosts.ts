/** One HTTPS server on this machine that plays several hosts of the internet and remembers who was asked for what. */
import { createServer } from 'node:https';
import { type HttpBindings, serve } from '@hono/node-server';
import { makeCertificate } from './certificate.ts';

export interface RecordedRequest {
  readonly host: string;
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  /** Undefined where the connection was broken off. */
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** ms since these sites began to play: when the request came, and when its answer was ready. */
  readonly came: number;
  readonly answered: number;
}

export type Site = (request: Request) => Response | Promise<Response>;

export interface LoopbackHosts {
  /** Value of Chromium's --host-resolver-rules: these hosts lead here, every other name to nowhere. */
  readonly resolverRules: string;
  /** Of the certificate of them all. */
  readonly spki: string;
  /** Who answers from now on, by host name; a site that rejects breaks the connection off. Tells what reached them, oldest first. */
  play(sites: Readonly<Record<string, Site>>): readonly RecordedRequest[];
  close(): Promise<void>;
}

/** Nobody answers until somebody plays. */
export async function openLoopbackHosts(hosts: readonly string[]): Promise<LoopbackHosts> {
  const certificate = await makeCertificate(hosts);
  let sites: Readonly<Record<string, Site>> = {};
  let requests: RecordedRequest[] = [];
  let began = 0;
  const elapsed = () => performance.now() - began;

  async function answer(request: Request, bindings: unknown): Promise<Response> {
    const { host, pathname, search } = new URL(request.url);
    const headers = Object.fromEntries(request.headers);
    const came = elapsed();
    const asked = requests;
    const body = request.body ? await request.clone().text() : '';
    const seen = {
      host,
      method: request.method,
      path: pathname + search,
      headers,
      came,
      ...(body ? { body } : {}),
    };
    try {
      const response = (await sites[host]?.(request)) ?? new Response(null, { status: 421 });
      asked.push({ ...seen, status: response.status, answered: elapsed() });
      return response;
    } catch {
      asked.push({ ...seen, status: undefined, answered: elapsed() });
      (bindings as HttpBindings).incoming.socket.destroy();
      return new Response(null, { status: 503 });
    }
  }

  return new Promise((resolve, reject) => {
    // A connection that Chromium keeps must not be closed under a request: after a few it gives up on the file.
    const server = serve(
      {
        fetch: answer,
        port: 0,
        hostname: '127.0.0.1',
        createServer,
        serverOptions: { key: certificate.key, cert: certificate.cert, keepAliveTimeout: 120_000 },
      },
      ({ port }) =>
        resolve({
          resolverRules: [
            ...hosts.map((host) => `MAP ${host}:443 127.0.0.1:${port}`),
            'MAP * ~NOTFOUND',
          ].join(','),
          spki: certificate.spki,
          play(next) {
            sites = next;
            requests = [];
            began = performance.now();
            return requests;
          },
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        }),
    );
    server.once('error', reject);
  });
}
