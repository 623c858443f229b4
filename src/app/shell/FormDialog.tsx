/** The frame of every short form in a dialog: what is missing takes the focus, what failed is told, and nothing closes by itself. */

import { Button } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../words.tsx';
import { DialogFrame } from './DialogFrame.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { useDoing } from './use-doing.ts';

export function FormDialog(props: {
  readonly title: string;
  readonly save: string;
  /** What the button says while it works. */
  readonly saving?: string;
  /** Something is missing or wrong: pressing the button shows it instead of saving. */
  readonly blocked: boolean;
  /** Nothing can be saved at all: there is no button for it. */
  readonly unsavable?: boolean;
  /** Something that matters: a click beside the dialog does not close it. */
  readonly alert?: boolean;
  /** Rejects with what the world did; the dialog stays open and tells it. */
  readonly onSave: () => Promise<void>;
  readonly onClose: () => void;
  /** What the button says that closes without saving; `Cancel` where absent. */
  readonly giveUp?: string;
  /** Closing is what is advised: its button comes first. */
  readonly reluctant?: true;
  /** `tried`: the button was pressed while something was missing. */
  readonly children: (tried: boolean) => ReactNode;
}): ReactNode {
  const { blocked, onSave, onClose } = props;
  const text = useText();
  const [tried, setTried] = useState(false);
  const { busy, failure, run } = useDoing();
  const form = useRef<HTMLFormElement>(null);

  async function submit(event?: FormEvent): Promise<void> {
    event?.preventDefault();
    // A dialog on top of a form is a child of that form all the same, which is not sent with it.
    event?.stopPropagation();
    if (blocked) {
      flushSync(() => setTried(true));
      toMissing(form.current);
      return;
    }
    await run(onSave);
  }

  const giveUp = (
    <Button
      {...(props.reluctant ? { appearance: 'primary' as const } : {})}
      onClick={onClose}
      disabled={busy}
    >
      {props.giveUp ?? text('shell.cancel')}
    </Button>
  );
  return (
    <DialogFrame
      title={props.title}
      alert={props.alert}
      busy={busy}
      form={{ ref: form, onSubmit: (event) => void submit(event) }}
      onClose={onClose}
      actions={
        <>
          {props.reluctant ? giveUp : null}
          {props.unsavable ? null : (
            <Button
              {...(props.reluctant ? {} : { appearance: 'primary' as const })}
              type="submit"
              disabled={busy}
            >
              {busy ? (props.saving ?? text('shell.saving')) : props.save}
            </Button>
          )}
          {props.reluctant ? null : giveUp}
        </>
      }
    >
      {failure ? <FailureNotice cause={failure} onRetry={() => void submit()} /> : null}
      {props.children(tried)}
    </DialogFrame>
  );
}

/** Where something is missing: a field, a group of ticks, or a step that was left out; else what stands in the way, in words. */
function toMissing(form: HTMLFormElement | null): void {
  const marked = '[aria-invalid="true"], [data-missing] input, [data-missing]:not(fieldset)';
  const alerts = form?.querySelectorAll<HTMLElement>('[role="alert"]');
  const inTheWay = [...(alerts ?? [])].at(-1);
  const found =
    form?.querySelector<HTMLElement>(marked) ??
    inTheWay?.querySelector<HTMLElement>('button:not(:disabled), a[href]') ??
    (inTheWay ? undefined : form?.querySelector<HTMLElement>('input[type="checkbox"]'));
  found?.focus();
  if (inTheWay?.contains(found ?? inTheWay)) inTheWay.scrollIntoView({ block: 'nearest' });
}
