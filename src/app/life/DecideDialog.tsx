/** Asks once more before something that matters: what it means, why, until when, and a word typed where nothing can be taken back. */

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Day, isDay } from '../../domain/ids.ts';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useFocusBack } from '../use-focus-back.ts';
import { useText } from '../words.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalM },
});

export interface Decided {
  readonly reason: string;
  readonly day?: Day;
}

export function DecideDialog(props: {
  readonly title: string;
  readonly children?: ReactNode;
  /** Absent: no reason is asked for. */
  readonly reason?: string;
  readonly day?: { readonly label: string; readonly after: Day; readonly optional?: true };
  /** What must be typed before the button does anything. */
  readonly typed?: string;
  readonly confirm: string;
  readonly onConfirm: (decided: Decided) => Promise<void>;
  readonly onClose: () => void;
}): ReactNode {
  const { title, day, typed, confirm, onConfirm, onClose } = props;
  const text = useText();
  const styles = useStyles();
  useFocusBack();
  const [reason, setReason] = useState('');
  const [picked, setPicked] = useState('');
  const [word, setWord] = useState('');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);
  const lacksReason = props.reason !== undefined && reason.trim() === '';
  const dayIsOpen = day === undefined || (day.optional === true && picked === '');
  const lacksDay = !dayIsOpen && (!isDay(picked) || picked <= (day?.after ?? ''));
  const lacksWord = typed !== undefined && word.trim().toLowerCase() !== typed.toLowerCase();
  const problem = (key: string) => ({ validationMessage: text(`life.decide.${key}`) });

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (lacksReason || lacksDay || lacksWord) {
      flushSync(() => setTried(true));
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setBusy(true);
    setFailure(undefined);
    try {
      await onConfirm({ reason: reason.trim(), ...(isDay(picked) ? { day: picked } : {}) });
      onClose();
    } catch (cause) {
      setFailure(cause);
      setBusy(false);
    }
  }

  return (
    <Dialog open modalType="alert" onOpenChange={(_, data) => !data.open && !isBusy && onClose()}>
      <DialogSurface>
        <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.fields}>
              {props.children}
              {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
              {props.reason === undefined ? null : (
                <Field label={props.reason} required {...(isTried && lacksReason ? problem('reason') : {})}>
                  <Textarea value={reason} maxLength={2000} onChange={(_, data) => setReason(data.value)} />
                </Field>
              )}
              {day === undefined ? null : (
                <Field
                  label={day.label}
                  required={day.optional !== true}
                  {...(isTried && lacksDay ? problem('day') : {})}
                >
                  <Input type="date" value={picked} onChange={(_, data) => setPicked(data.value)} />
                </Field>
              )}
              {typed === undefined ? null : (
                <Field
                  label={text('life.decide.type', { word: typed })}
                  required
                  {...(isTried && lacksWord ? problem('word') : {})}
                >
                  <Input value={word} autoComplete="off" onChange={(_, data) => setWord(data.value)} />
                </Field>
              )}
            </DialogContent>
            <DialogActions fluid>
              <Button onClick={onClose} disabled={isBusy}>
                {text('shell.cancel')}
              </Button>
              <Button appearance="primary" type="submit" disabled={isBusy}>
                {isBusy ? text('life.decide.busy') : confirm}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
