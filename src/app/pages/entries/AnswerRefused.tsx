/** "We go" is not said yet: whose consent stands in the way, and the ways on, in a dialog over the page. */

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Verdict } from '../../../domain/consent/decision.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { RefusalPanel } from '../../consent/RefusalPanel.tsx';
import { ModalDialog } from '../../shell/ModalDialog.tsx';
import { useFocusBack } from '../../use-focus-back.ts';
import { useText } from '../../words.tsx';

export function AnswerRefused(props: {
  readonly entry: Entry;
  readonly verdict: Verdict;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const text = useText();
  useFocusBack();
  return (
    <ModalDialog open onOpenChange={(_, data) => !data.open && props.onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text('today.going.refused')}</DialogTitle>
          <DialogContent>
            <RefusalPanel
              verdict={props.verdict}
              source={props.entry.entry}
              onAnswered={props.onAgain}
              onChooseAnother={props.onClose}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={props.onClose}>{text('shell.cancel')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </ModalDialog>
  );
}
