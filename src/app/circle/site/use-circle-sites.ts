/** The sites of the configured circles, and what stands in the way of each. */

import { useCallback, useEffect, useState } from 'react';
import type { CircleTrouble } from '../../../log/circle/circle.ts';
import type { CircleSite } from '../../../log/circle/site.ts';
import { useLog } from '../../log-context.tsx';

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
  const [value, setValue] = useState<readonly SiteState[]>();
  const [failure, setFailure] = useState<unknown>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isCurrent = asked >= 0;
    log
      .circleSites()
      .then((sites) => Promise.all(sites.map(async (site) => ({ site, trouble: await site.trouble() }))))
      .then(
        (states) => {
          if (isCurrent) setValue(states);
        },
        (cause: unknown) => {
          if (isCurrent) setFailure(cause);
        },
      );
    return () => {
      isCurrent = false;
    };
  }, [log, asked]);
  const again = useCallback(() => {
    setFailure(undefined);
    setAsked((before) => before + 1);
  }, []);
  const reopen = useCallback(async (site: CircleSite) => {
    const trouble = await site.again();
    setValue((before) => before?.map((one) => (one.site === site ? { site, trouble } : one)));
  }, []);
  return { value, failure, again, reopen };
}
