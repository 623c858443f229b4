/** The missions of the circle, each with whom to reach there. */

import { Button, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CircleView } from '../../../log/circle/circle.ts';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { useText } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { MissionRow } from './MissionRow.tsx';

export function MissionsPart(props: {
  readonly view: CircleView;
  /** Stands where our own people are listed already. */
  readonly others?: true;
}): ReactNode {
  const { view, others } = props;
  const text = useText();
  const look = useLook();
  const shared = useCircleLook();
  const title = text(others ? 'circle.missions.others' : 'circle.missions.title');
  const missions = view.missions.filter(({ removed, pin }) => !removed && !(others && pin === 'own'));
  return (
    <section className={shared.part} aria-label={title}>
      <div className={look.row}>
        <h2 className={look.heading}>{title}</h2>
        <Button
          as="a"
          size="small"
          className={mergeClasses(shared.touch, shared.noPrint)}
          href={hrefOf({ page: 'settings', id: 'keys' })}
        >
          {text('circle.missions.keys')}
        </Button>
      </div>
      <ul className={mergeClasses(look.list, look.card)}>
        {missions.map((mission) => (
          <MissionRow key={mission.code} mission={mission} />
        ))}
      </ul>
    </section>
  );
}
