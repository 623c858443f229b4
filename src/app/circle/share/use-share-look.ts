/** What a plan would send, asked for anew whenever the plan or its entry changes; a name only on request, and not for long. */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problems } from '../../../domain/record-kind.ts';
import type { Circle } from '../../../log/circle/circle.ts';
import type { ShareLook, SharePlan } from '../../../log/circle/contract/sharing.ts';
import { useHost } from '../../log-context.tsx';

const FIVE_MINUTES_MS = 5 * 60_000;

export interface ShareLooking {
  /** Of the plan as it is now; absent while it is worked out, or where nothing can be looked at. */
  readonly looked: ShareLook | undefined;
  readonly problems: Problems | undefined;
  readonly failure: unknown;
  readonly isLooking: boolean;
  /** A name would go along, and nobody has asked to read it. */
  readonly waitsForName: boolean;
  showName(): void;
  again(): void;
}

interface Found {
  readonly of: string;
  readonly looked?: ShareLook;
  readonly problems?: Problems;
  readonly failure?: unknown;
}

/** @param version of the entry; @param isReady whether there is anything to look at */
export function useShareLook(
  circle: Circle,
  plan: SharePlan,
  version: string,
  isReady: boolean,
): ShareLooking {
  const host = useHost();
  const [found, setFound] = useState<Found>();
  const [wantsName, setWantsName] = useState(false);
  const [tries, setTries] = useState(0);
  const before = useRef<ShareLook>(undefined);
  const latest = useRef(plan);
  latest.current = plan;
  const waitsForName = isReady && plan.identity !== 'none' && !wantsName;
  const of = isReady && !waitsForName ? `${JSON.stringify(plan)} ${version} ${tries}` : undefined;

  useEffect(() => {
    if (of === undefined) return;
    let isOver = false;
    const take = (next: Omit<Found, 'of'>): void => {
      if (!isOver) setFound({ of, ...next });
    };
    circle.sharing.look(latest.current, before.current).then(
      (came) => {
        if (came === undefined) return take({});
        if ('problems' in came) return take({ problems: came.problems as Problems });
        before.current = came;
        take({ looked: came });
      },
      (failure: unknown) => take({ failure }),
    );
    return () => {
      isOver = true;
    };
  }, [circle, of]);

  /** Nothing of the name stays where nobody looks. */
  const leave = useCallback(() => {
    before.current = undefined;
    setFound(undefined);
    setWantsName(false);
  }, []);
  useEffect(() => {
    if (!wantsName) return;
    const onVisibility = (): void => {
      if (document.visibilityState === 'hidden') leave();
    };
    addEventListener('blur', leave);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', onVisibility);
    const stop = host.onSuspend(async () => leave());
    const timer = setTimeout(leave, FIVE_MINUTES_MS);
    return () => {
      clearTimeout(timer);
      removeEventListener('blur', leave);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', onVisibility);
      stop();
    };
  }, [wantsName, leave, host]);

  const now = of !== undefined && found?.of === of ? found : undefined;
  return {
    looked: now?.looked,
    problems: now?.problems,
    failure: now?.failure,
    isLooking: of !== undefined && now === undefined,
    waitsForName,
    showName: () => setWantsName(true),
    again: () => setTries((count) => count + 1),
  };
}
