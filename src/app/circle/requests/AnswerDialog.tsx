/** Our word on a request, or the word of a mission that is not connected, as somebody heard it and marked as such. */

import { Checkbox, Field, Radio, RadioGroup, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { answersSaid, type OpenRequest } from '../../../domain/circle/requests.ts';
import { isDay } from '../../../domain/ids.ts';
import type { Circle, CircleMission, CircleView } from '../../../log/circle/circle.ts';
import type { Answer } from '../../../log/circle/contract/sharing.ts';
import { DayInput } from '../../fields/DayControl.tsx';
import { useLog } from '../../log-context.tsx';
import { FormDialog } from '../../shell/FormDialog.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { KeysFirst } from '../KeysFirst.tsx';
import { useAsked } from '../mission-words.ts';
import { OutcomeNotice } from '../OutcomeNotice.tsx';
import { useOutcome } from '../use-outcome.tsx';
import { type Heard, ReportedFields, reportedIn } from './ReportedFields.tsx';

export function AnswerDialog(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly request: OpenRequest;
  readonly onClose: () => void;
}): ReactNode {
  const { circle, view, request, onClose } = props;
  const log = useLog();
  const [id] = useState(() => log.newEntryId());
  const text = useText();
  const words = useWords();
  const look = useLook();
  const asked = useAsked(view)(request);
  const today = log.today();
  const own = log.me.mission.code;
  const before = request.answers.find(({ mission, reportedBy }) => mission === own && !reportedBy);
  const [says, setSays] = useState<Answer['says'] | undefined>(before?.says);
  const [conditions, setConditions] = useState(before?.conditions ?? '');
  const [until, setUntil] = useState<string>(before?.ended ? '' : (before?.until ?? ''));
  // To what we asked ourselves we can only write down what others told us.
  const isOurs = request.from === own;
  const [isReported, setReported] = useState(isOurs);
  const [heard, setHeard] = useState<Heard>({ by: '', how: 'phone', at: today });
  const sending = useOutcome(circle, onClose);
  const silent = silentMissions(view);
  const reported = isReported ? reportedIn(heard, today) : undefined;
  // A no without a reason leaves the others to guess; what was only heard may come without one.
  const needsWords = says === 'conditions' || (says === 'no' && !isReported);
  const noConditions = needsWords && conditions.trim() === '';
  const wrongUntil = until !== '' && (!isDay(until) || until < today);
  const blocked = says === undefined || noConditions || wrongUntil || (isReported && reported === undefined);

  async function send(): Promise<void> {
    if (says === undefined) return;
    const answer: Answer = {
      entry: id,
      to: request.entry,
      says,
      ...(conditions.trim() === '' ? {} : { conditions: conditions.trim() }),
      ...(isDay(until) ? { until } : {}),
      ...(reported ? { reported } : {}),
    };
    const texts = answer.conditions ? [{ text: answer.conditions }] : [];
    await sending.run(() => circle.sharing.answer(answer), { texts });
  }

  const problem = (is: boolean, key: string) =>
    is ? { validationMessage: text(`circle.answer.${key}`) } : {};
  return (
    <FormDialog
      title={text(isOurs ? 'circle.requests.report' : 'circle.answer.title')}
      save={text('circle.answer.send')}
      blocked={blocked}
      unsavable={view.keys !== 'ready'}
      onSave={send}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <p className={look.text}>
            {[asked, request.by && text('circle.requests.by', { day: words.day(request.by) })]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <KeysFirst view={view} />
          {silent.length > 0 && !isOurs ? (
            <Checkbox
              label={text('circle.answer.reported')}
              checked={isReported}
              onChange={(_, data) => setReported(data.checked === true)}
            />
          ) : null}
          {isReported ? (
            <ReportedFields missions={silent} value={heard} today={today} tried={tried} onChange={setHeard} />
          ) : null}
          <Field
            label={text(isReported ? 'circle.answer.theySay' : 'circle.answer.weSay')}
            required
            {...problem(tried && says === undefined, 'missing')}
          >
            <RadioGroup
              value={says ?? ''}
              onChange={(_, data) => setSays(answersSaid.find((one) => one === data.value))}
            >
              {answersSaid.map((one) => (
                <Radio key={one} value={one} label={text(`circle.says.${one}`)} />
              ))}
            </RadioGroup>
          </Field>
          {says === 'conditions' || says === 'no' ? (
            <Field
              label={text(says === 'no' ? 'circle.answer.why' : 'circle.answer.conditions')}
              hint={text('forms.noNames')}
              required={needsWords}
              {...problem(tried && noConditions, 'conditionsMissing')}
            >
              <Textarea
                value={conditions}
                maxLength={2000}
                onChange={(_, data) => setConditions(data.value)}
              />
            </Field>
          ) : null}
          <Field
            label={text('circle.answer.until')}
            hint={text('circle.answer.untilHint')}
            {...problem(tried && wrongUntil, 'untilWrong')}
          >
            <DayInput value={until} onChange={(raw) => setUntil(raw ?? '')} />
          </Field>
          <OutcomeNotice sending={sending} />
        </>
      )}
    </FormDialog>
  );
}

/** Those who can only be heard elsewhere. */
export function silentMissions(view: CircleView): readonly CircleMission[] {
  return view.missions.filter(({ connected, removed }) => !connected && !removed);
}
