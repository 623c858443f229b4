/** Asks before a saved filter is thrown away. */

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { ModalDialog } from '../../shell/ModalDialog.tsx';
import { useFocusBack } from '../../use-focus-back.ts';
import { useText } from '../../words.tsx';
import type { KeptFilter } from './saved-filters.ts';

export function RemoveFilter(props: { readonly kept: KeptFilter; readonly onClose: () => void }): ReactNode {
  const { kept, onClose } = props;
  const log = useLog();
  const text = useText();
  useFocusBack();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  async function remove(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      await log.keepFilter({ entry: kept.entry, choice: {} });
      onClose();
    } catch (cause) {
      setFailure(cause);
      setBusy(false);
    }
  }
  return (
    <ModalDialog open modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('entries.saved.removeTitle', { name: kept.name })}</DialogTitle>
          <DialogContent>
            {failure ? <FailureNotice cause={failure} onRetry={() => void remove()} /> : null}
            {text('entries.saved.removeMeans')}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text('entries.saved.removeNo')}</Button>
            <Button appearance="primary" disabled={busy} onClick={() => void remove()}>
              {text('entries.saved.removeYes')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}
