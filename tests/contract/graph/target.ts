/** Where the raw HTTP facts are tried: the local tenant in process, over a port, or a real tenant named by the environment. */
import { serve } from '../../../src/local-tenant/serve.ts';
import { moved } from './client.ts';
import { everyScope, mails, stageWorld, tokenOf } from './staged-world.ts';

export interface Target {
  /** Takes absolute Graph urls. */
  fetch(request: Request): Promise<Response>;
  /** Path of a site whose owner `token` is, e.g. /sites/host,guid,guid. */
  siteBase: string;
  /** The token of an owner with User.Read and Sites.Manage.All. */
  token(): Promise<string>;
  close(): Promise<void>;
}

async function localTarget(overPort: boolean): Promise<Target> {
  const staged = stageWorld();
  const server = overPort ? await serve(staged.tenant, { port: 0 }) : undefined;
  return {
    fetch: async (request) =>
      server === undefined
        ? staged.tenant.fetch(await moved(request, 'http://localhost'))
        : fetch(await moved(request, server.url)),
    siteBase: `/sites/${staged.site}`,
    token: () => tokenOf(staged.tenant, staged.aldermark, mails.owner, everyScope),
    async close() {
      await server?.close();
      staged.tenant.close();
    },
  };
}

/** Every target of this run; a real tenant joins when FOCAL_POINT_TENANT_SITE and FOCAL_POINT_TENANT_TOKEN are set. */
export function targets(): { name: string; open(): Promise<Target> }[] {
  const site = process.env.FOCAL_POINT_TENANT_SITE;
  const token = process.env.FOCAL_POINT_TENANT_TOKEN;
  const local = [
    { name: 'the local tenant in process', open: () => localTarget(false) },
    { name: 'the local tenant over a port', open: () => localTarget(true) },
  ];
  if (site === undefined || token === undefined) return local;
  const real: Target = {
    fetch: (request) => fetch(request),
    siteBase: `/sites/${site}`,
    token: async () => token,
    close: async () => {},
  };
  return [...local, { name: 'the real tenant', open: async () => real }];
}
