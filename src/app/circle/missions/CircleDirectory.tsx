/** Below our own people to reach: those of the other missions, as each of them told the circle. */

import type { ReactNode } from 'react';
import type { Circle } from '../../../log/circle/circle.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { RowsSkeleton } from '../../shell/Skeletons.tsx';
import { useText } from '../../words.tsx';
import { ShutCircles } from '../site/ShutCircles.tsx';
import { useCircleSites } from '../site/use-circle-sites.ts';
import { useCircles, useCircleView } from '../use-circles.ts';
import { MissionsPart } from './MissionsPart.tsx';

export function CircleDirectory(): ReactNode {
  const { circles, failure, again } = useCircles();
  const sites = useCircleSites();
  return (
    <>
      {failure === undefined ? null : <FailureNotice cause={failure} onRetry={again} />}
      <ShutCircles sites={sites} onTried={again} />
      {circles === undefined && failure === undefined ? <Opening /> : null}
      {circles?.map((circle) => (
        <OneCircle key={circle.id} circle={circle} />
      ))}
    </>
  );
}

function OneCircle(props: { readonly circle: Circle }): ReactNode {
  const view = useCircleView(props.circle);
  return view.state === 'opening' ? <Opening /> : <MissionsPart view={view} others />;
}

function Opening(): ReactNode {
  const text = useText();
  return (
    <div role="status" aria-label={text('circle.opening.what')}>
      <RowsSkeleton count={4} />
    </div>
  );
}
