/** Offers the draft that was left in the mission's book, before anything new is typed. */

import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Draft } from '../../log/writing/saving.ts';
import { useLog, useView } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { type Opening, openKept, waitingDraft } from './opening.ts';

export function WaitingDraft(props: {
  readonly draft: Draft;
  readonly untouched: boolean;
  onTakeUp(opening: Opening): void;
}): ReactNode {
  const { draft, untouched, onTakeUp } = props;
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const [dropped, setDropped] = useState(false);
  const kept = waitingDraft(view, draft);
  if (!kept || !untouched || dropped) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{text('forms.waiting.what', { at: words.instant(kept.savedAt) })}</MessageBarBody>
      <MessageBarActions>
        <Button
          size="small"
          onClick={() => {
            const opening = openKept(kept);
            if (opening) onTakeUp(opening);
          }}
        >
          {text('forms.waiting.takeUp')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setDropped(true);
            void log.discardDraft(kept.draft).catch(() => setDropped(false));
          }}
        >
          {text('forms.waiting.drop')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
