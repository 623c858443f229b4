/** What must be signed waits for one's key: opened here and now, or set up where keys are kept. */

import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Circle, CircleView } from '../../log/circle/circle.ts';
import { useLook } from '../shell/look.ts';
import { hrefOf } from '../shell/navigation.ts';
import { useText } from '../words.tsx';
import { useCircleLook } from './circle-look.ts';
import { UnlockDialog } from './keys/UnlockDialog.tsx';

/** Nothing once the key is open. */
export function UnlockFirst(props: { readonly circle: Circle; readonly view: CircleView }): ReactNode {
  const { circle, view } = props;
  const text = useText();
  const look = useLook();
  const styles = useCircleLook();
  const [asked, setAsked] = useState(false);
  if (view.keys !== 'ready')
    return (
      <a className={look.link} href={hrefOf({ page: 'settings', id: 'keys' })}>
        {text('circle.keysFirst')}
      </a>
    );
  return (
    <>
      {view.unlocked ? null : (
        <div>
          <Button size="small" className={styles.touch} onClick={() => setAsked(true)}>
            {text('circle.unlockFirst')}
          </Button>
        </div>
      )}
      {asked ? (
        <UnlockDialog circle={circle} onUnlocked={() => undefined} onClose={() => setAsked(false)} />
      ) : null}
    </>
  );
}
