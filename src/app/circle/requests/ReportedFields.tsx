/** Whose word was heard, who told it, how and when: what makes a reported answer one that nobody takes for a signature. */

import { Field, Input, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Day, isDay, type MissionCode } from '../../../domain/ids.ts';
import type { CircleMission } from '../../../log/circle/circle.ts';
import type { Answer } from '../../../log/circle/contract/sharing.ts';
import { DayInput } from '../../fields/DayControl.tsx';
import { useLook } from '../../shell/look.ts';
import { useText } from '../../words.tsx';

export const hows = ['phone', 'meeting', 'mail', 'note'] as const;

/** As it stands in the form. */
export interface Heard {
  readonly mission?: MissionCode;
  readonly by: string;
  readonly how: (typeof hows)[number];
  readonly at: string;
}

/** Undefined while something is missing. */
export function reportedIn({ mission, by, how, at }: Heard, today: Day): Answer['reported'] {
  if (!mission || by.trim() === '' || !isDay(at) || at > today) return undefined;
  return { mission, by: by.trim(), how, at };
}

export function ReportedFields(props: {
  readonly missions: readonly CircleMission[];
  readonly value: Heard;
  readonly today: Day;
  readonly tried: boolean;
  readonly onChange: (value: Heard) => void;
}): ReactNode {
  const { missions, value, today, tried, onChange } = props;
  const text = useText();
  const look = useLook();
  const problem = (is: boolean, key: string) =>
    tried && is ? { validationMessage: text(`circle.answer.${key}`) } : {};
  return (
    <>
      <p className={look.text}>{text('circle.answer.reportedMeans')}</p>
      <Field
        label={text('circle.answer.whose')}
        required
        {...problem(value.mission === undefined, 'whoseMissing')}
      >
        <Select
          value={value.mission ?? ''}
          onChange={(_, data) => {
            const { mission: _before, ...rest } = value;
            const mission = missions.find(({ code }) => code === data.value)?.code;
            onChange(mission ? { ...rest, mission } : rest);
          }}
        >
          <option value="">{text('circle.answer.pick')}</option>
          {missions.map(({ code, name }) => (
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
        {...problem(value.by.trim() === '', 'byMissing')}
      >
        <Input
          value={value.by}
          maxLength={120}
          onChange={(_, data) => onChange({ ...value, by: data.value })}
        />
      </Field>
      <Field label={text('circle.answer.how')}>
        <Select
          value={value.how}
          onChange={(_, data) =>
            onChange({ ...value, how: hows.find((one) => one === data.value) ?? 'phone' })
          }
        >
          {hows.map((one) => (
            <option key={one} value={one}>
              {text(`circle.hows.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={text('circle.answer.at')}
        required
        {...problem(!isDay(value.at) || value.at > today, 'atWrong')}
      >
        <DayInput value={value.at} onChange={(raw) => onChange({ ...value, at: raw ?? '' })} />
      </Field>
    </>
  );
}
