/** On Today, below what the own log owes: what the circles need of us; it arrives later and moves nothing. */

import type { ReactNode } from 'react';
import type { Circle } from '../../../log/circle/circle.ts';
import { useCircles, useCircleView } from '../use-circles.ts';
import { NeedsUs } from './NeedsUs.tsx';

export function CircleToday(): ReactNode {
  const { circles } = useCircles();
  return circles?.map((circle) => <OneCircle key={circle.id} circle={circle} several={circles.length > 1} />);
}

/** What stopped a circle is said on its own page; here it is simply not there. */
function OneCircle(props: { readonly circle: Circle; readonly several: boolean }): ReactNode {
  const view = useCircleView(props.circle);
  return view.state === 'ready' ? (
    <NeedsUs circle={props.circle} view={view} several={props.several} brief />
  ) : null;
}
