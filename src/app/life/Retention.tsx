/** How long things are kept, what is held, and what is due: three parts on one page. */

import type { ReactNode } from 'react';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';
import { Due } from './Due.tsx';
import { Holds } from './Holds.tsx';
import { useLifeLook } from './look.ts';
import { Periods } from './Periods.tsx';

export function Retention(): ReactNode {
  const log = useLog();
  useView();
  const text = useText();
  const look = useLook();
  const styles = useLifeLook();
  const parts = [
    // Other periods, other entries due.
    ['due', <Due key={JSON.stringify(log.me.mission.retention ?? {})} />],
    ['holds', <Holds key="holds" />],
    ['periods', <Periods key="periods" />],
  ] as const;
  return (
    <div className={styles.section}>
      <p className={look.text}>{text('life.retention.why')}</p>
      {parts.map(([key, part]) => (
        <section key={key} className={styles.part} aria-label={text(`life.${key}.title`)}>
          <h2 className={look.heading}>{text(`life.${key}.title`)}</h2>
          {part}
        </section>
      ))}
    </div>
  );
}
