/** One line at the top of Today: how much the circles need of us or what is in their way, and the way there. */

import { type ReactNode, useMemo } from 'react';
import type { Circle } from '../../../log/circle/circle.ts';
import { keepChoice } from '../../kept-choice.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText } from '../../words.tsx';
import { CIRCLE_CHOICE, nameAt } from '../circle-name.ts';
import { useCircleSites } from '../site/use-circle-sites.ts';
import { useCircles, useCircleView } from '../use-circles.ts';
import { needsOf } from './needs.ts';

export function CircleLine(): ReactNode {
  const { circles } = useCircles();
  const sites = useCircleSites();
  const several = useLog().circleIds.length > 1;
  const text = useText();
  const shut = sites.value?.flatMap(({ site, trouble }) => (trouble ? [{ site, trouble }] : [])) ?? [];
  return (
    <>
      {shut.map(({ site, trouble }) => (
        <Line key={site.id} id={site.id} several={several}>
          {text(`circleTrouble.${trouble}.what`)}
        </Line>
      ))}
      {circles
        ?.filter(({ id }) => !shut.some(({ site }) => site.id === id))
        .map((circle) => (
          <OneLine key={circle.id} circle={circle} several={several} />
        ))}
    </>
  );
}

/** What stands in the way comes before what is needed, which is listed below in any case. */
function OneLine(props: { readonly circle: Circle; readonly several: boolean }): ReactNode {
  const { circle, several } = props;
  const view = useCircleView(circle);
  const log = useLog();
  const text = useText();
  const own = log.me.mission.code;
  const today = log.today();
  const count = useMemo(
    () => needsOf(view, own, today, circle.matching.runs).length,
    [circle, view, own, today],
  );
  return (
    <Line id={circle.id} several={several}>
      {view.trouble
        ? text(`circleTrouble.${view.trouble}.what`)
        : view.undone.length > 0
          ? text('circle.needs.todayUndone')
          : text(count === 0 ? 'circle.needs.todayNone' : 'circle.needs.todayLine', { count })}
    </Line>
  );
}

function Line(props: {
  readonly id: string;
  readonly several: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { id, several } = props;
  const look = useLook();
  return (
    <a
      className={look.link}
      href={hrefOf({ page: 'circle' })}
      onClick={() => several && keepChoice(CIRCLE_CHOICE, id)}
    >
      {several ? `${nameAt(id)}: ` : ''}
      {props.children}
    </a>
  );
}
