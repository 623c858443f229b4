/** After a withdrawal: which missions had received something through the circle, and who confirmed that it is deleted. */

import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Code } from '../../domain/ids.ts';
import type { Circle } from '../../log/circle/circle.ts';
import { useText, useWords } from '../words.tsx';
import { useMissionWords } from './mission-words.ts';
import { useCircles, useCircleView } from './use-circles.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

export function CircleReceived(props: { readonly code: Code }): ReactNode {
  const { circles } = useCircles();
  return circles?.map((circle) => <InCircle key={circle.id} circle={circle} code={props.code} />);
}

function InCircle(props: { readonly circle: Circle; readonly code: Code }): ReactNode {
  const { circle, code } = props;
  const view = useCircleView(circle);
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const missions = useMissionWords(view);
  const received = circle.sharing.received(code);
  if (received.length === 0) return null;
  const deleted = received.filter(({ deletedOn }) => deletedOn !== undefined).length;
  return (
    <section aria-live="polite">
      <Text weight="semibold">{text('circle.received.title', { count: received.length, deleted })}</Text>
      <ul className={styles.list}>
        {received.map(({ share, mission, at, deletedOn }) => (
          <li key={`${share} ${mission}`}>
            {text(deletedOn ? 'circle.received.deleted' : 'circle.received.asked', {
              mission: missions.name(mission),
              at: words.instant(at),
              day: deletedOn ? words.day(deletedOn) : '',
            })}
          </li>
        ))}
      </ul>
      <Text>{text('circle.received.means')}</Text>
    </section>
  );
}
