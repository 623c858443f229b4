/** Mounts a local tenant on a port under Node; a broken connection is a destroyed socket. */
import { type HttpBindings, serve as serveHono } from '@hono/node-server';
import type { LocalTenant } from './local-tenant.ts';

/** Listens on `port` (0 = any free one). Rejects when the port is taken. */
export function serve(
  tenant: Pick<LocalTenant, 'fetch'>,
  options: { port: number; host?: string },
): Promise<{ url: string; close(): Promise<void> }> {
  const host = options.host ?? '127.0.0.1';
  return new Promise((resolve, reject) => {
    const server = serveHono(
      {
        fetch: async (request: Request, bindings: unknown) => {
          try {
            return await tenant.fetch(request);
          } catch {
            (bindings as HttpBindings).incoming.socket.destroy();
            return new Response(null, { status: 503 });
          }
        },
        port: options.port,
        hostname: host,
        overrideGlobalObjects: false,
        // Longer than anybody here is busy with something else: Node's five seconds close a connection that is about to be used.
        serverOptions: { keepAliveTimeout: 120_000 },
      },
      (address) => {
        server.off('error', reject);
        resolve({
          url: `http://${host}:${address.port}`,
          close: () =>
            new Promise((done) => {
              server.close(() => done());
              if ('closeAllConnections' in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.once('error', reject);
  });
}
