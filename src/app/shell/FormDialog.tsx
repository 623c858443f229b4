/** The frame of every short form in a dialog: what is missing takes the focus, what failed is told, and nothing closes by itself. */

import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFocusBack } from '../use-focus-back.ts';
import { useText } from '../words.tsx';
import { FailureNotice } from './FailureNotice.tsx';
import { ModalDialog } from './ModalDialog.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
});

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
  const styles = useStyles();
  useFocusBack();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
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
    setBusy(true);
    setFailure(undefined);
    try {
      await onSave();
    } catch (cause) {
      setFailure(cause);
    }
    setBusy(false);
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
    <ModalDialog
      open
      modalType={props.alert ? 'alert' : 'modal'}
      onOpenChange={(_, data) => !data.open && !busy && onClose()}
    >
      <DialogSurface backdrop={{ appearance: 'dimmed' }}>
        <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
          <DialogBody>
            <DialogTitle>{props.title}</DialogTitle>
            <DialogContent className={styles.fields}>
              {failure ? <FailureNotice cause={failure} onRetry={() => void submit()} /> : null}
              {props.children(tried)}
            </DialogContent>
            <DialogActions>
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
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </ModalDialog>
  );
}

/** Where something is missing: a field, a group of ticks, or a step that was left out. */
function toMissing(form: HTMLFormElement | null): void {
  const marked = '[aria-invalid="true"], [data-missing] input, [data-missing]:not(fieldset)';
  const found =
    form?.querySelector<HTMLElement>(marked) ?? form?.querySelector<HTMLElement>('input[type="checkbox"]');
  found?.focus();
}
