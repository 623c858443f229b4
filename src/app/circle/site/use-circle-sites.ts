/** The sites of the configured circles, and what stands in the way of each. */

import { useCallback } from 'react';
import type { CircleTrouble } from '../../../log/circle/circle.ts';
import type { CircleSite } from '../../../log/circle/site.ts';
import { useLog } from '../../log-context.tsx';
import { useFetched } from '../../use-fetched.ts';

export interface SiteState {
  readonly site: CircleSite;
  readonly trouble: CircleTrouble | undefined;
}

export interface Sites {
  /** Undefined until every circle has answered or failed. */
  readonly value: readonly SiteState[] | undefined;
  readonly failure: unknown;
  /** Asks for the sites anew. */
  again(): void;
  /** Tries to open one again. Never rejects. */
  reopen(site: CircleSite): Promise<void>;
}

export function useCircleSites(): Sites {
  const log = useLog();
  const fetch = useCallback(async (): Promise<readonly SiteState[]> => {
    const sites = await log.circleSites();
    return Promise.all(sites.map(async (site) => ({ site, trouble: await site.trouble() })));
  }, [log]);
  const { value, failure, again, change } = useFetched(fetch);
  const reopen = useCallback(
    async (site: CircleSite) => {
      const trouble = await site.again();
      change((before) => before.map((one) => (one.site === site ? { site, trouble } : one)));
    },
    [change],
  );
  return { value, failure, again, reopen };
}

/** Those that are not open. */
export function shutIn({
  value,
}: Sites): readonly { readonly site: CircleSite; readonly trouble: CircleTrouble }[] {
  return value?.flatMap(({ site, trouble }) => (trouble ? [{ site, trouble }] : [])) ?? [];
}
