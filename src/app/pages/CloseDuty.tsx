/** Closes a duty in ten seconds: what came of it, when, and how they took it. */

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
  Select,
  tokens,
} from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Duty } from '../../domain/duties/duty.ts';
import { isDay } from '../../domain/ids.ts';
import type { DutyClosing } from '../../log/log.ts';
import { useLog } from '../log-context.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useFocusBack } from '../use-focus-back.ts';
import { useText, useWords } from '../words.tsx';
import { dutyValues } from './duty-words.ts';

const useStyles = makeStyles({
  fields: { display: 'grid', rowGap: tokens.spacingVerticalM },
  sentence: { margin: 0 },
});

const tellOutcomes = ['told', 'asked-no-answer', 'not-told'] as const;
const otherOutcomes = ['done', 'kept', 'changed', 'asked-no-answer'] as const;
const reactions = ['satisfied', 'mixed', 'not-satisfied', 'harm', 'unknown'] as const;

export function CloseDuty(props: {
  readonly duty: Duty;
  readonly onCancel: () => void;
  readonly onClosed: () => void;
}): ReactNode {
  const { duty, onCancel, onClosed } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  useFocusBack();
  const telling = duty.step === 'tell';
  const offered: readonly DutyClosing['outcome'][] = telling ? tellOutcomes : otherOutcomes;
  const [outcome, setOutcome] = useState<DutyClosing['outcome']>(offered[0] ?? 'done');
  const [on, setOn] = useState<string>(log.today());
  const [reaction, setReaction] = useState<(typeof reactions)[number]>();
  const [reason, setReason] = useState('');
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const needsReason = outcome === 'not-told';
  const today = log.today();
  const dayProblem = !isDay(on) ? 'dayMissing' : on > today ? 'dayAhead' : undefined;
  const reactionMissing = outcome === 'told' && reaction === undefined;
  const reasonMissing = needsReason && reason.trim() === '';
  const problem = (key: string) => ({ validationMessage: text(`today.closing.${key}`) });

  async function close(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!isDay(on) || dayProblem || reactionMissing || reasonMissing) {
      flushSync(() => setTried(true));
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setSaving(true);
    setFailure(undefined);
    try {
      await log.closeDuty({
        duty: duty.id,
        outcome,
        on,
        ...(outcome === 'told' && reaction ? { reaction } : {}),
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      });
      onClosed();
    } catch (cause) {
      setFailure(cause);
      setSaving(false);
    }
  }

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onCancel()}>
      <DialogSurface>
        <form ref={form} onSubmit={(event) => void close(event)} noValidate>
          <DialogBody>
            <DialogTitle>{text(telling ? 'today.closing.tell' : 'today.closing.title')}</DialogTitle>
            <DialogContent className={styles.fields}>
              <p className={styles.sentence}>
                {duty.about ? `${words.cover(duty.about)}: ` : ''}
                {text(`duties.${duty.kind}.sentence`, dutyValues(duty, words, log.today()))}
              </p>
              {failure ? <FailureNotice cause={failure} onRetry={() => setFailure(undefined)} /> : null}
              <Field label={text('today.closing.outcome')}>
                <Select
                  value={outcome}
                  onChange={(_, data) => setOutcome(offered.find((known) => known === data.value) ?? outcome)}
                >
                  {offered.map((known) => (
                    <option key={known} value={known}>
                      {text(`today.closing.outcomes.${known}`)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field
                label={text('today.closing.on')}
                required
                {...(tried && dayProblem ? problem(dayProblem) : {})}
              >
                <Input type="date" value={on} max={today} onChange={(_, data) => setOn(data.value)} />
              </Field>
              {outcome === 'told' ? (
                <Field
                  label={text('today.closing.reaction')}
                  required
                  {...(tried && reactionMissing ? problem('reactionMissing') : {})}
                >
                  <Select
                    value={reaction ?? ''}
                    onChange={(_, data) =>
                      setReaction(reactions.find((known) => known === data.value) ?? reaction)
                    }
                  >
                    <option value="" disabled>
                      {text('today.closing.choose')}
                    </option>
                    {reactions.map((known) => (
                      <option key={known} value={known}>
                        {text(`today.closing.reactions.${known}`)}
                      </option>
                    ))}
                  </Select>
                </Field>
              ) : null}
              <Field
                label={text('today.closing.reason')}
                hint={text('today.closing.reasonHint')}
                required={needsReason}
                {...(tried && reasonMissing ? problem('reasonMissing') : {})}
              >
                <Input value={reason} maxLength={255} onChange={(_, data) => setReason(data.value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit" disabled={saving}>
                {text(saving ? 'shell.saving' : 'today.closing.save')}
              </Button>
              <Button onClick={onCancel}>{text('shell.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
