/** Says that the screen is open, and clears it in one click. */

import { Button, makeStyles } from '@fluentui/react-components';
import { LockOpen20Regular } from '@fluentui/react-icons/svg/lock-open';
import type { ReactNode } from 'react';
import { useText } from '../words.tsx';
import { useLock } from './lock-door.tsx';

const useStyles = makeStyles({
  button: { whiteSpace: 'nowrap', '@media (max-width: 480px)': { minBlockSize: '44px' } },
});

export function LockButton(): ReactNode {
  const text = useText();
  const styles = useStyles();
  const lock = useLock();
  return (
    <Button
      size="small"
      appearance="subtle"
      className={styles.button}
      icon={<LockOpen20Regular aria-hidden="true" />}
      title={text('lock.hint')}
      aria-keyshortcuts="Escape"
      onClick={lock}
    >
      {text('lock.now')}
    </Button>
  );
}
