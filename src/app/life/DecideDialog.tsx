/** Asks once more before something that matters: what it means, why, until when, and a word typed where nothing can be taken back. */

import { Field, Input, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type Day, isDay } from '../../domain/ids.ts';
import { DayInput } from '../fields/DayControl.tsx';
import { FormDialog } from '../shell/FormDialog.tsx';
import { useText } from '../words.tsx';

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
  const [reason, setReason] = useState('');
  const [picked, setPicked] = useState('');
  const [word, setWord] = useState('');
  const lacksReason = props.reason !== undefined && reason.trim() === '';
  const dayIsOpen = day === undefined || (day.optional === true && picked === '');
  const lacksDay = !dayIsOpen && (!isDay(picked) || picked <= (day?.after ?? ''));
  const lacksWord = typed !== undefined && word.trim().toLowerCase() !== typed.toLowerCase();
  const problem = (key: string) => ({ validationMessage: text(`life.decide.${key}`) });

  async function save(): Promise<void> {
    await onConfirm({ reason: reason.trim(), ...(isDay(picked) ? { day: picked } : {}) });
    onClose();
  }

  return (
    <FormDialog
      alert
      title={title}
      save={confirm}
      saving={text('life.decide.busy')}
      blocked={lacksReason || lacksDay || lacksWord}
      onSave={save}
      onClose={onClose}
    >
      {(tried) => (
        <>
          {props.children}
          {props.reason === undefined ? null : (
            <Field label={props.reason} required {...(tried && lacksReason ? problem('reason') : {})}>
              <Textarea value={reason} maxLength={2000} onChange={(_, data) => setReason(data.value)} />
            </Field>
          )}
          {day === undefined ? null : (
            <Field
              label={day.label}
              required={day.optional !== true}
              {...(tried && lacksDay ? problem('day') : {})}
            >
              <DayInput value={picked} onChange={(raw) => setPicked(raw ?? '')} />
            </Field>
          )}
          {typed === undefined ? null : (
            <Field
              label={text('life.decide.type', { word: typed })}
              required
              {...(tried && lacksWord ? problem('word') : {})}
            >
              <Input value={word} autoComplete="off" onChange={(_, data) => setWord(data.value)} />
            </Field>
          )}
        </>
      )}
    </FormDialog>
  );
}
