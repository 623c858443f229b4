/** Asks before something leaves the mission: what it holds, the button that lets it go, and what came of it. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { DialogFrame } from '../shell/DialogFrame.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useDoing } from '../shell/use-doing.ts';
import { useText } from '../words.tsx';

export function HandOutDialog(props: {
  readonly title: string;
  readonly go: string;
  /** What the button says while it works. */
  readonly going: string;
  /** There is nothing yet that could leave. */
  readonly isWaiting?: boolean;
  /** What the only button says once there is nothing more to let go. */
  readonly over: string | undefined;
  /** Rejects with what the world did; the dialog tells it and offers to try again. */
  readonly onGo: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const { title, over, onGo, onClose } = props;
  const text = useText();
  const { busy, failure, run } = useDoing();
  const go = () => void run(onGo);
  return (
    <DialogFrame
      title={title}
      busy={busy}
      onClose={onClose}
      actions={
        over === undefined ? (
          <>
            <Button appearance="primary" disabled={busy || props.isWaiting === true} onClick={go}>
              {busy ? props.going : props.go}
            </Button>
            <Button disabled={busy} onClick={onClose}>
              {text('shell.cancel')}
            </Button>
          </>
        ) : (
          <Button appearance="primary" onClick={onClose}>
            {over}
          </Button>
        )
      }
    >
      {failure === undefined ? null : <FailureNotice cause={failure} onRetry={go} />}
      {props.children}
    </DialogFrame>
  );
}
