/** Closes a duty in ten seconds: what came of it, when, and how they took it. */

import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Duty } from '../../../domain/duties/duty.ts';
import { isDay } from '../../../domain/ids.ts';
import { type NotToldReason, notToldReasons } from '../../../domain/system/duty-closing.ts';
import type { DutyClosing } from '../../../log/writing/saving.ts';
import { dutyValues } from '../../duty-words.ts';
import { DayInput } from '../../fields/DayControl.tsx';
import { useLog } from '../../log-context.tsx';
import { textsOfClosing } from '../../names/spoken-texts.ts';
import { useNameCheck } from '../../names/use-name-check.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useText, useWords } from '../../words.tsx';

const useStyles = makeStyles({
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
  const names = useNameCheck();
  const styles = useStyles();
  const telling = duty.step === 'tell';
  const offered: readonly DutyClosing['outcome'][] = telling ? tellOutcomes : otherOutcomes;
  const [outcome, setOutcome] = useState<DutyClosing['outcome']>(offered[0] ?? 'done');
  const [on, setOn] = useState<string>(log.today());
  const [reaction, setReaction] = useState<(typeof reactions)[number]>();
  const [because, setBecause] = useState<NotToldReason>();
  const [review, setReview] = useState('');
  const [reason, setReason] = useState('');
  const untold = outcome === 'not-told';
  const needsReason = outcome === 'changed' || (untold && because === 'other');
  const today = log.today();
  const dayProblem = !isDay(on) ? 'dayMissing' : on > today ? 'dayAhead' : undefined;
  const reactionMissing = outcome === 'told' && reaction === undefined;
  const reasonMissing = needsReason && reason.trim() === '';
  const becauseMissing = untold && because === undefined;
  const reviewMissing = untold && !(isDay(review) && review > today);
  const problem = (key: string) => ({ validationMessage: text(`today.closing.${key}`) });

  async function close(): Promise<void> {
    if (!isDay(on) || !(await names.mayGoOn(textsOfClosing({ reason })))) return;
    await log.closeDuty({
      duty: duty.id,
      outcome,
      on,
      ...(outcome === 'told' && reaction ? { reaction } : {}),
      ...(untold && because && isDay(review) ? { because, until: review } : {}),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
    onClosed();
  }

  return (
    <FormDialog
      title={text(telling ? 'today.closing.tell' : 'today.closing.title')}
      save={text('today.closing.save')}
      blocked={
        dayProblem !== undefined || reactionMissing || becauseMissing || reviewMissing || reasonMissing
      }
      onSave={close}
      onClose={onCancel}
    >
      {(tried) => (
        <>
          {names.asking}
          <p className={styles.sentence}>
            {duty.about ? `${words.cover(duty.about)}: ` : ''}
            {text(`duties.${duty.kind}.sentence`, dutyValues(duty, words, log.today()))}
          </p>
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
            <DayInput value={on} onChange={(raw) => setOn(raw ?? '')} />
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
          {untold ? (
            <>
              <Field
                label={text('today.closing.because')}
                required
                {...(tried && becauseMissing ? problem('becauseMissing') : {})}
              >
                <Select
                  value={because ?? ''}
                  onChange={(_, data) =>
                    setBecause(notToldReasons.find((known) => known === data.value) ?? because)
                  }
                >
                  <option value="" disabled>
                    {text('today.closing.choose')}
                  </option>
                  {notToldReasons.map((known) => (
                    <option key={known} value={known}>
                      {text(`choices.not-told-reasons.${known}`)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field
                label={text('today.closing.review')}
                hint={text('today.closing.reviewHint')}
                required
                {...(tried && reviewMissing ? problem('reviewMissing') : {})}
              >
                <DayInput value={review} onChange={(raw) => setReview(raw ?? '')} />
              </Field>
            </>
          ) : null}
          <Field
            label={text('today.closing.reason')}
            hint={text('today.closing.reasonHint')}
            required={needsReason}
            {...(tried && reasonMissing ? problem('reasonMissing') : {})}
          >
            <Input value={reason} maxLength={255} onChange={(_, data) => setReason(data.value)} />
          </Field>
        </>
      )}
    </FormDialog>
  );
}
