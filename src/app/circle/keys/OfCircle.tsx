/** A page about one circle: chosen where there are several, told what is in the way where it is not open. */

import { Field, Select } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { keepChoice, keptChoice } from '../../kept-choice.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { RowsSkeleton } from '../../shell/Skeletons.tsx';
import { useText } from '../../words.tsx';
import { CIRCLE_CHOICE, nameOf } from '../circle-name.ts';
import { ShutCircles } from '../site/ShutCircles.tsx';
import { shutIn, useCircleSites } from '../site/use-circle-sites.ts';
import { useCircles, useCircleView } from '../use-circles.ts';

export function OfCircle(props: {
  readonly children: (circle: Circle, view: CircleView) => ReactNode;
}): ReactNode {
  const text = useText();
  const look = useLook();
  const { circles, failure, again } = useCircles();
  const sites = useCircleSites();
  const [chosen, setChosen] = useState(() => keptChoice(CIRCLE_CHOICE));
  if (failure !== undefined) return <FailureNotice cause={failure} onRetry={again} />;
  if (circles === undefined)
    return (
      <div role="status" aria-label={text('keys.opening')}>
        <RowsSkeleton count={4} />
      </div>
    );
  const circle = circles.find(({ id }) => id === chosen) ?? circles[0];
  if (!circle)
    return shutIn(sites).length === 0 ? (
      <p className={look.text}>{text('keys.noCircle')}</p>
    ) : (
      <ShutCircles sites={sites} onTried={again} />
    );
  return (
    <>
      {circles.length > 1 ? (
        <Field label={text('keys.which')}>
          <Select
            value={circle.id}
            onChange={(_, data) => {
              keepChoice(CIRCLE_CHOICE, data.value);
              setChosen(data.value);
            }}
          >
            {circles.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <Opened key={circle.id} circle={circle}>
        {props.children}
      </Opened>
    </>
  );
}

function Opened(props: {
  readonly circle: Circle;
  readonly children: (circle: Circle, view: CircleView) => ReactNode;
}): ReactNode {
  const { circle, children } = props;
  const text = useText();
  const view = useCircleView(circle);
  // Colleagues make keys in our own book, of which no other book tells: whoever opens the page looks once.
  useEffect(() => {
    circle.refresh().catch(() => undefined);
  }, [circle]);
  if (view.state !== 'ready')
    return (
      <div role="status" aria-label={text('keys.opening')}>
        <RowsSkeleton count={4} />
      </div>
    );
  return children(circle, view);
}
