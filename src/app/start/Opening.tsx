/** What is shown while something is on its way, and what is said when that takes long. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { PageSkeleton } from '../shell/Skeletons.tsx';
import { useText } from '../words.tsx';

const useStyles = makeStyles({
  slow: { padding: tokens.spacingHorizontalM },
});

/** Longer than a slow line needs: from then on somebody wants to know whether it still goes on. */
const SLOW_MS = 8000;

export function Opening(): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main>
      <h1 className={look.spoken}>{text('start.opening')}</h1>
      <div className={isSlow ? styles.slow : look.spoken} role="status">
        {isSlow ? (
          <Notice
            tone="info"
            what={text('start.slow.what')}
            means={text('start.slow.means')}
            next={text('start.slow.next')}
          />
        ) : (
          text('start.opening')
        )}
      </div>
      <PageSkeleton />
    </main>
  );
}
