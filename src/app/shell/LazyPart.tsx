/** A part of the screen that arrives on demand, and says so when it does not. */

import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from './ErrorBoundary.tsx';

export function LazyPart(props: { readonly children: ReactNode; readonly fallback?: ReactNode }): ReactNode {
  return (
    <ErrorBoundary>
      <Suspense fallback={props.fallback ?? null}>{props.children}</Suspense>
    </ErrorBoundary>
  );
}
