/** Reads and checks `config.json`, which every ministry serves beside the app from its own origin. */

import './domain/jitless.ts';
import * as z from 'zod/mini';

const guid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i));
const place = z.object({
  tenant: guid,
  /** `host:/sites/path`, as Graph addresses a site. */
  site: z.string().check(z.regex(/^[a-z0-9.-]+:\/[A-Za-z0-9._~/-]+$/)),
});

const Config = z.object({
  clientId: guid,
  /** The ministry's own tenant. */
  tenantId: guid,
  cloud: z._default(z.literal('global'), 'global'),
  missions: z.array(place),
  circles: z._default(z.array(place), []),
  capital: z.optional(place),
  /** Only for a tenant that runs on this machine: where requests to Graph are sent instead. Loopback addresses only. */
  graph: z.optional(
    z.string().check(z.regex(/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/[a-z/]*$/)),
  ),
});

export type Config = z.infer<typeof Config>;
export type Place = z.infer<typeof place>;

/** What stopped the configuration from being read; `fields` names what is wrong in it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code: 'unreachable' | 'not-json' | 'wrong';
  readonly fields: readonly string[];
  constructor(code: 'unreachable' | 'not-json' | 'wrong', fields: readonly string[] = []) {
    super(`config: ${code}${fields.length > 0 ? ` (${fields.join(', ')})` : ''}`);
    this.code = code;
    this.fields = fields;
  }
}

/** @throws ConfigError */
export function checkConfig(raw: unknown): Config {
  const read = Config.safeParse(raw);
  if (read.success) return read.data;
  throw new ConfigError('wrong', [...new Set(read.error.issues.map((issue) => issue.path.join('.')))]);
}

/** @throws ConfigError */
export async function loadConfig(url: string): Promise<Config> {
  const answer = await fetch(url, { cache: 'no-store' }).catch(() => undefined);
  if (!answer?.ok) throw new ConfigError('unreachable');
  const raw: unknown = await answer.json().catch(() => {
    throw new ConfigError('not-json');
  });
  return checkConfig(raw);
}
