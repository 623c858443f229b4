/** One line at the top of Today: how much the circles need of us, and the way there. */

import { type ReactNode, useMemo } from 'react';
import type { Circle } from '../../log/circle/circle.ts';
import { keepChoice } from '../kept-choice.ts';
import { useLog } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { hrefOf } from '../shell/navigation.ts';
import { useText } from '../words.tsx';
import { CIRCLE_CHOICE, nameOf } from './circle-name.ts';
import { needsOf } from './needs.ts';
import { useCircles, useCircleView } from './use-circles.ts';

export function CircleLine(): ReactNode {
  const { circles } = useCircles();
  return circles?.map((circle) => <OneLine key={circle.id} circle={circle} several={circles.length > 1} />);
}

function OneLine(props: { readonly circle: Circle; readonly several: boolean }): ReactNode {
  const view = useCircleView(props.circle);
  const log = useLog();
  const text = useText();
  const look = useLook();
  const own = log.me.mission.code;
  const today = log.today();
  const { circle } = props;
  const count = useMemo(
    () => needsOf(view, own, today, circle.matching.runs).length,
    [circle, view, own, today],
  );
  return (
    <a
      className={look.link}
      href={hrefOf({ page: 'circle' })}
      onClick={() => props.several && keepChoice(CIRCLE_CHOICE, circle.id)}
    >
      {props.several ? `${nameOf(circle)}: ` : ''}
      {text(count === 0 ? 'circle.needs.todayNone' : 'circle.needs.todayLine', { count })}
    </a>
  );
}
