/** What came of trying to save, in the place where the person was writing; the form keeps its content. */

import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import type { AnyKind } from '../../domain/record-kind.ts';
import { RefusalPanel } from '../consent/RefusalPanel.tsx';
import { FieldBox } from '../fields/FieldBox.tsx';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useText } from '../words.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import type { RecordFormHandle } from './useRecordForm.ts';

/** The field in which a kind keeps the reason for acting without consent. */
const WHY = 'withoutConsentWhy';

export function FormStanding(props: {
  readonly form: RecordFormHandle;
  readonly kind: AnyKind;
  onClose(): void;
}): ReactNode {
  const { form, kind } = props;
  const { standing, draft } = form.state;
  const text = useText();
  switch (standing.is) {
    case 'open':
    case 'saving':
    case 'saved':
      return null;
    case 'refused':
      return (
        <RefusalPanel
          verdict={standing.verdict}
          source={draft.entry}
          onAnswered={() => void form.submit()}
          onChooseAnother={form.resume}
        />
      );
    case 'say-why':
      return <SayWhy form={form} kind={kind} />;
    case 'merge':
      return (
        <MergeDialog
          plan={standing.plan}
          kind={kind}
          onCancel={form.resume}
          onMerged={(chosen) => void form.saveMerged(standing.plan, chosen)}
        />
      );
    case 'read-only':
      return (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>{text(`forms.readOnly.${standing.why}.what`)}</MessageBarTitle>
            {text(`forms.readOnly.${standing.why}.next`)}
          </MessageBarBody>
        </MessageBar>
      );
    case 'failed':
      return <FailureNotice cause={standing.error} onRetry={() => void form.submit()} />;
  }
}

/** What happened is recorded with the reason why there was no consent; without one nothing is sent. */
function SayWhy(props: { readonly form: RecordFormHandle; readonly kind: AnyKind }): ReactNode {
  const { form, kind } = props;
  const { draft } = form.state;
  const text = useText();
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const why = kind.fields[WHY];
  const given = draft.values[WHY];
  const isMissing = typeof given !== 'string' || given.trim() === '';
  function save(): void {
    setTried(true);
    if (isMissing) field.current?.querySelector<HTMLElement>('textarea, input')?.focus();
    else void form.submit();
  }
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{text('forms.sayWhy.title')}</MessageBarTitle>
        {text('forms.sayWhy.means')}
        {why && (
          <div ref={field}>
            <FieldBox
              id={`why-${draft.entry}`}
              field={{ ...why, required: true }}
              value={given}
              words={`fields.${kind.key}.${WHY}`}
              problems={tried && isMissing ? [{ code: 'required' }] : []}
              onChange={(raw) => form.set(WHY, raw)}
            />
          </div>
        )}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={save}>{text('forms.sayWhy.save')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
