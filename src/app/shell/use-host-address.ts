/** Follows deep links into the app, and the phone's back button out of it. */

import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { Host } from '../../teams/host.ts';
import { useHost } from '../log-context.tsx';
import { parseRoute } from './routes.ts';

// A link is followed once: whoever opens a locked screen again lands on Today.
const followed = new WeakSet<Host>();

/**
 * At the start and after each resume the page of the deep link is shown; without one a personal tab begins with Today,
 * a channel tab with what all its members share.
 */
export function useHostAddress(): void {
  const host = useHost();
  const [, navigate] = useLocation();
  useEffect(() => {
    const link = followed.has(host) ? undefined : host.place.subPageId;
    followed.add(host);
    if (link) navigate(`/${link}`, { replace: true });
    else if (pathNow() === '/') navigate(host.place.channel ? '/entries' : '/today', { replace: true });
  }, [host, navigate]);
  useEffect(
    () =>
      host.onResume(({ subPageId }) => {
        if (subPageId) navigate(`/${subPageId}`);
      }),
    [host, navigate],
  );
  useEffect(
    () =>
      host.onBack(() => {
        const route = parseRoute(pathNow());
        if (!route || (!route.id && route.page === 'today')) return false;
        history.back();
        return true;
      }),
    [host],
  );
}

function pathNow(): string {
  return location.hash.replace(/^#?\/?/, '/');
}
