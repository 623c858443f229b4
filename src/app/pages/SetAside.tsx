/** Sets a duty aside until a day, with a reason that colleagues read; what could harm somebody is never pushed past its day. */

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
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Duty } from '../../domain/duties/duty.ts';
import { addDays, isDay } from '../../domain/ids.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useFocusBack } from '../use-focus-back.ts';
import { useText, useWords } from '../words.tsx';
import { DutySentence } from './DutySentence.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', rowGap: tokens.spacingVerticalM },
});

export function SetAside(props: {
  readonly duty: Duty;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { duty, onCancel, onDone } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  useFocusBack();
  const today = log.today();
  const limit = duty.setAsideLimit;
  const [until, setUntil] = useState<string>(addDays(today, 1));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const form = useRef<HTMLFormElement>(null);
  const dayProblem = !isDay(until)
    ? 'dayMissing'
    : until <= today
      ? 'notAhead'
      : limit && until > limit
        ? 'tooLate'
        : undefined;
  const reasonMissing = reason.trim() === '';

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isDay(until) || dayProblem || reasonMissing) {
      flushSync(() => setTried(true));
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setSaving(true);
    setFailure(undefined);
    try {
      await log.closeDuty({ duty: duty.id, outcome: 'snoozed', on: today, until, reason: reason.trim() });
      onDone();
    } catch (cause) {
      setFailure(cause);
      setSaving(false);
    }
  }
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onCancel()}>
      <DialogSurface>
        <form ref={form} onSubmit={(event) => void save(event)} noValidate>
          <DialogBody>
            <DialogTitle>{text('today.aside.title')}</DialogTitle>
            <DialogContent className={styles.fields}>
              <DutySentence duty={duty} />
              {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
              <Field
                label={text('today.aside.until')}
                hint={text(limit ? 'today.aside.limit' : 'today.aside.free', {
                  day: limit ? words.day(limit) : '',
                })}
                required
                {...(tried && dayProblem
                  ? {
                      validationMessage: text(`today.aside.problems.${dayProblem}`, {
                        day: limit ? words.day(limit) : '',
                      }),
                    }
                  : {})}
              >
                <Input
                  type="date"
                  value={until}
                  min={addDays(today, 1)}
                  {...(limit ? { max: limit } : {})}
                  onChange={(_, data) => setUntil(data.value)}
                />
              </Field>
              <Field
                label={text('today.aside.reason')}
                hint={text('today.closing.reasonHint')}
                required
                {...(tried && reasonMissing
                  ? { validationMessage: text('today.aside.problems.reasonMissing') }
                  : {})}
              >
                <Input value={reason} maxLength={255} onChange={(_, data) => setReason(data.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={saving}>
                {text(saving ? 'shell.saving' : 'today.aside.save')}
              </Button>
              <Button onClick={onCancel}>{text('shell.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
