/** "We go" is not said yet: whose consent stands in the way, and the ways on, in a dialog over the page. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Verdict } from '../../../domain/consent/decision.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import { RefusalPanel } from '../../consent/RefusalPanel.tsx';
import { DialogFrame } from '../../shell/DialogFrame.tsx';
import { useText } from '../../words.tsx';

export function AnswerRefused(props: {
  readonly entry: Entry;
  readonly verdict: Verdict;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const text = useText();
  return (
    <DialogFrame
      title={text('today.going.refused')}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{text('shell.cancel')}</Button>}
    >
      <RefusalPanel
        verdict={props.verdict}
        source={props.entry.entry}
        onAnswered={props.onAgain}
        onChooseAnother={props.onClose}
      />
    </DialogFrame>
  );
}
