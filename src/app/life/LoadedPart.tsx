/** Shows what was loaded, or that it is on its way, or why it did not come. */

import type { ReactNode } from 'react';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { RowsSkeleton } from '../shell/Skeletons.tsx';
import { useText } from '../words.tsx';
import type { Loaded } from './use-life.ts';

export function LoadedPart<T>(props: {
  readonly loaded: Loaded<T>;
  readonly children: (value: T) => ReactNode;
}): ReactNode {
  const { value, failure, again } = props.loaded;
  const text = useText();
  if (failure !== undefined) return <FailureNotice cause={failure} onRetry={again} />;
  if (value === undefined)
    return (
      <div role="status" aria-label={text('life.reading')}>
        <RowsSkeleton count={3} />
      </div>
    );
  return props.children(value);
}
