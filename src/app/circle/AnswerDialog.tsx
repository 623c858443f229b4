/** Our word on a request, or the word of a mission that is not connected, as somebody heard it and marked as such. */

import { Checkbox, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { answersSaid, type OpenRequest } from '../../domain/circle/requests.ts';
import { isDay, type MissionCode } from '../../domain/ids.ts';
import type { Answer, Circle, CircleView } from '../../log/circle/circle.ts';
import { DayInput } from '../fields/DayControl.tsx';
import { useLog } from '../log-context.tsx';
import { FormDialog } from '../shell/FormDialog.tsx';
import { useText } from '../words.tsx';
import { OutcomeNotice } from './OutcomeNotice.tsx';
import { UnlockFirst } from './UnlockFirst.tsx';
import { useOutcome } from './use-outcome.ts';

const hows = ['phone', 'meeting', 'mail', 'note'] as const;
type Reported = NonNullable<Answer['reported']>;

export function AnswerDialog(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly request: OpenRequest;
  readonly onClose: () => void;
}): ReactNode {
  const { circle, view, request, onClose } = props;
  const log = useLog();
  const text = useText();
  const [id] = useState(() => log.newEntryId());
  const [says, setSays] = useState<Answer['says']>();
  const [conditions, setConditions] = useState('');
  const [until, setUntil] = useState('');
  const [isReported, setReported] = useState(false);
  const [mission, setMission] = useState<MissionCode>();
  const [how, setHow] = useState<Reported['how']>('phone');
  const [by, setBy] = useState('');
  const sending = useOutcome(onClose);
  const silent = view.missions.filter(({ connected, removed }) => !connected && !removed);
  // A no without a reason leaves the others to guess; what was only heard may come without one.
  const needsWords = says === 'conditions' || (says === 'no' && !isReported);
  const noConditions = needsWords && conditions.trim() === '';
  const wrongUntil = until !== '' && (!isDay(until) || until < log.today());
  const noReporter = isReported && (mission === undefined || by.trim() === '');
  const blocked = says === undefined || noConditions || wrongUntil || noReporter;

  async function send(): Promise<void> {
    if (says === undefined) return;
    const answer: Answer = {
      entry: id,
      to: request.entry,
      says,
      ...(conditions.trim() === '' ? {} : { conditions: conditions.trim() }),
      ...(isDay(until) ? { until } : {}),
      ...(isReported && mission ? { reported: { mission, by: by.trim(), how } } : {}),
    };
    sending.run(() => circle.sharing.answer(answer));
  }

  const problem = (is: boolean, key: string) =>
    is ? { validationMessage: text(`circle.answer.${key}`) } : {};
  return (
    <FormDialog
      title={text('circle.answer.title')}
      save={text('circle.answer.send')}
      blocked={blocked}
      unsavable={!view.unlocked}
      onSave={send}
      onClose={onClose}
    >
      {(tried) => (
        <>
          <UnlockFirst circle={circle} view={view} />
          {silent.length > 0 ? (
            <Checkbox
              label={text('circle.answer.reported')}
              checked={isReported}
              onChange={(_, data) => setReported(data.checked === true)}
            />
          ) : null}
          {isReported ? (
            <>
              <p>{text('circle.answer.reportedMeans')}</p>
              <Field
                label={text('circle.answer.whose')}
                required
                {...problem(tried && mission === undefined, 'whoseMissing')}
              >
                <Select
                  value={mission ?? ''}
                  onChange={(_, data) => setMission(silent.find(({ code }) => code === data.value)?.code)}
                >
                  <option value="">{text('circle.answer.pick')}</option>
                  {silent.map(({ code, name }) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field
                label={text('circle.answer.by')}
                hint={text('circle.answer.byHint')}
                required
                {...problem(tried && by.trim() === '', 'byMissing')}
              >
                <Input value={by} maxLength={120} onChange={(_, data) => setBy(data.value)} />
              </Field>
              <Field label={text('circle.answer.how')}>
                <Select
                  value={how}
                  onChange={(_, data) => setHow(hows.find((one) => one === data.value) ?? 'phone')}
                >
                  {hows.map((one) => (
                    <option key={one} value={one}>
                      {text(`circle.hows.${one}`)}
                    </option>
                  ))}
                </Select>
              </Field>
            </>
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
          <OutcomeNotice outcome={sending.outcome} onAgain={() => void send()} />
        </>
      )}
    </FormDialog>
  );
}
