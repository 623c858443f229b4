/** A part of the screen that arrives on demand, and says so when it does not. */

import { type ReactNode, Suspense, use } from 'react';
import { useOpenedLog } from '../log-context.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';

export function LazyPart(props: {
  readonly children: ReactNode;
  readonly fallback?: ReactNode;
  /** It only reads, and may stand before the gate is here. */
  readonly reads?: true;
}): ReactNode {
  return (
    <ErrorBoundary>
      <Suspense fallback={props.fallback ?? null}>
        {props.reads ? props.children : <Gated>{props.children}</Gated>}
      </Suspense>
    </ErrorBoundary>
  );
}

/** Waits until the log can decide; before a log is open there is nothing to wait for. */
function Gated(props: { readonly children: ReactNode }): ReactNode {
  const log = useOpenedLog();
  if (log) use(log.ready());
  return props.children;
}
