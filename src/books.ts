/** The books that the configuration names, each reached with a token of the tenant it lies in. */

import type { Config, Place } from './config.ts';
import { beginCircle, type ConfiguredCircle } from './log/circle/begin.ts';
import type { Book } from './store/book.ts';
import { openGraphBook } from './store/graph/graph-book.ts';
import { graphFetch } from './store/graph/transport.ts';
import type { Host } from './teams/host.ts';

/** All that daily work asks for: who is signed in, and the sites this app was granted. */
export const scopes = ['User.Read', 'Sites.Selected'] as const;
/** Asked for on use, by an owner who sets a site up. */
const ownerScopes = ['Sites.Manage.All'] as const;

/** Longer than Graph takes for anything; without an end, one connection that is gone would keep a tab from ever asking again. */
const SILENCE_MS = 100_000;

/** Who gives tokens, and where requests go. */
interface Reach {
  readonly host: Host;
  readonly config: Config;
}

/** A token for those scopes is asked for without a window: whoever needs one opens it from a click before. */
export function bookAt({ host, config }: Reach, place: Place, asked: readonly string[] = scopes): Book {
  return openGraphBook({
    site: place.site,
    transport: graphFetch({
      token: async () => (await host.token(place.tenant, asked)).token,
      ...(config.graph ? { rewrite: config.graph } : {}),
      silence: SILENCE_MS,
    }),
  });
}

/** Call it from a click: the host may ask the owner to agree. */
export async function bookOfOwner(reach: Reach, place: Place): Promise<Book> {
  const asked = [...scopes, ...ownerScopes];
  await reach.host.token(place.tenant, asked, { interactive: true });
  return bookAt(reach, place, asked);
}

/** On its way at once, with a token of its host. Whatever fails there is told on its own pages. */
export function circleAt(reach: Reach, place: Place): ConfiguredCircle {
  return beginCircle({
    id: place.site,
    tenant: place.tenant,
    book: bookAt(reach, place),
    owners: () => bookOfOwner(reach, place),
    signIn: (interactive) => reach.host.token(place.tenant, scopes, { interactive }),
    now: () => Date.now(),
  });
}
