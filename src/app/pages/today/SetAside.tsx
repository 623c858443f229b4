/** Sets a duty aside until a day, with a reason that colleagues read; what could harm somebody is never pushed past its day. */

import { Field, Input } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Duty } from '../../../domain/duties/duty.ts';
import { addDays, isDay } from '../../../domain/ids.ts';
import { DayInput } from '../../fields/DayControl.tsx';
import { useLog } from '../../log-context.tsx';
import { textsOfClosing } from '../../names/spoken-texts.ts';
import { useNameCheck } from '../../names/use-name-check.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useText, useWords } from '../../words.tsx';
import { DutySentence } from './DutySentence.tsx';

export function SetAside(props: {
  readonly duty: Duty;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}): ReactNode {
  const { duty, onCancel, onDone } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const names = useNameCheck();
  const today = log.today();
  const limit = duty.setAsideLimit;
  const [until, setUntil] = useState<string>(addDays(today, 1));
  const [reason, setReason] = useState('');
  const dayProblem = !isDay(until)
    ? 'dayMissing'
    : until <= today
      ? 'notAhead'
      : limit && until > limit
        ? 'tooLate'
        : undefined;
  const reasonMissing = reason.trim() === '';

  async function save(): Promise<void> {
    if (!isDay(until) || !(await names.mayGoOn(textsOfClosing({ reason })))) return;
    await log.closeDuty({ duty: duty.id, outcome: 'snoozed', on: today, until, reason: reason.trim() });
    onDone();
  }

  return (
    <FormDialog
      title={text('today.aside.title')}
      save={text('today.aside.save')}
      blocked={dayProblem !== undefined || reasonMissing}
      onSave={save}
      onClose={onCancel}
    >
      {(tried) => (
        <>
          {names.asking}
          <DutySentence duty={duty} />
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
            <DayInput value={until} onChange={(raw) => setUntil(raw ?? '')} />
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
        </>
      )}
    </FormDialog>
  );
}
