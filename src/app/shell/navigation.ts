/** Where the person is, and how to go elsewhere. */

import { useCallback, useMemo } from 'react';
import { useLocation } from 'wouter';
import { parseRoute, pathOf, type Route } from './routes.ts';

/** The page shown, or undefined for an address that is none of ours. */
export function useRoute(): Route | undefined {
  const [path] = useLocation();
  return useMemo(() => parseRoute(path), [path]);
}

/** Goes to a page; `replace` leaves no step for the back button. */
export function useGo(): (route: Route, how?: { readonly replace?: boolean }) => void {
  const [, navigate] = useLocation();
  return useCallback((route, how) => navigate(pathOf(route), { replace: how?.replace ?? false }), [navigate]);
}

/** The `href` of a page, for links that can be opened by keyboard and pointer alike. */
export function hrefOf(route: Route): string {
  return `#${pathOf(route)}`;
}
