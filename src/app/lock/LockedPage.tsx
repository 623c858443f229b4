/** A page that could be anybody's: one sentence and one button, nothing of the work. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLook } from '../shell/look.ts';
import { Notice } from '../shell/Notice.tsx';
import { useText } from '../words.tsx';
import { useShown } from './use-shown.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    placeContent: 'center',
    justifyItems: 'center',
    rowGap: tokens.spacingVerticalL,
    blockSize: '100%',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    textAlign: 'center',
  },
  button: { minBlockSize: '44px' },
});

export function LockedPage(props: { readonly onOpen: () => Promise<void> }): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const button = useRef<HTMLElement>(null);
  const [opening, setOpening] = useState(false);
  const [failed, setFailed] = useState(false);
  useShown(button);
  useEffect(() => button.current?.focus(), []);
  function rememberButton(element: HTMLElement | null): void {
    button.current = element;
  }
  async function open(): Promise<void> {
    setOpening(true);
    setFailed(false);
    try {
      await props.onOpen();
    } catch {
      // Whatever the reason, it must not tell what lies behind.
      setFailed(true);
      setOpening(false);
    }
  }
  return (
    <main className={styles.page}>
      <h1 className={look.title}>{text('lock.title')}</h1>
      <p className={look.text}>{text('lock.means')}</p>
      {failed ? (
        <Notice
          role="alert"
          tone="error"
          what={text('lock.failed.what')}
          means={text('lock.failed.means')}
          next={text('lock.failed.next')}
        />
      ) : null}
      <Button
        ref={rememberButton}
        appearance="primary"
        className={styles.button}
        disabledFocusable={opening}
        onClick={() => void open()}
      >
        {text(opening ? 'lock.opening' : 'lock.open')}
      </Button>
    </main>
  );
}
