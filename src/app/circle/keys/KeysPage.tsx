/** Keys: set up step by step, afterwards how they stand, what waits, and what to do when something changes. */

import { type ReactNode, useState } from 'react';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { KeyFacts } from './KeyFacts.tsx';
import { OfCircle } from './OfCircle.tsx';
import { SetUpSteps } from './SetUpSteps.tsx';

export function KeysPage(): ReactNode {
  return <OfCircle>{(circle, view) => <Keys key={circle.id} circle={circle} view={view} />}</OfCircle>;
}

function Keys(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const [sheet, setSheet] = useState<string>();
  const isSetUp =
    view.keys === 'ready' || circle.keys.epochs.length > 1 || circle.keys.drilledOn !== undefined;
  // A mission that works goes on showing how its keys stand while something new waits for the head.
  if (!isSetUp || (sheet !== undefined && view.keys === 'no-own-key'))
    return <SetUpSteps circle={circle} view={view} sheet={sheet} onSheet={setSheet} />;
  return <KeyFacts circle={circle} view={view} sheet={sheet} onSheet={setSheet} />;
}
