/** Asks before a saved filter is thrown away. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLog } from '../../log-context.tsx';
import { DialogFrame } from '../../shell/DialogFrame.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useDoing } from '../../shell/use-doing.ts';
import { useText } from '../../words.tsx';
import type { KeptFilter } from './saved-filters.ts';

export function RemoveFilter(props: { readonly kept: KeptFilter; readonly onClose: () => void }): ReactNode {
  const { kept, onClose } = props;
  const log = useLog();
  const text = useText();
  const { busy, failure, run } = useDoing();
  const remove = () =>
    void run(async () => {
      await log.keepFilter({ entry: kept.entry, choice: {} });
      onClose();
    });
  return (
    <DialogFrame
      alert
      title={text('entries.saved.removeTitle', { name: kept.name })}
      busy={busy}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('entries.saved.removeNo')}</Button>
          <Button appearance="primary" disabled={busy} onClick={remove}>
            {text('entries.saved.removeYes')}
          </Button>
        </>
      }
    >
      {failure === undefined ? null : <FailureNotice cause={failure} onRetry={remove} />}
      {text('entries.saved.removeMeans')}
    </DialogFrame>
  );
}
