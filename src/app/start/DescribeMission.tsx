/** The one form before there is a book: whose site this is. Whoever fills it in is the mission's first focal point. */

import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { MissionCode } from '../../domain/ids.ts';
import type { Mission } from '../../domain/missions.ts';
import type { Problems } from '../../domain/record-kind.ts';
import { mission } from '../../domain/system/mission.ts';
import type { Described } from '../../log/set-up.ts';
import { useProblemWords } from '../fields/problem-words.ts';
import { FailureNotice } from '../shell/FailureNotice.tsx';
import { useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';

/** Answers problems by field; once there are none, the book opens. Rejects with a StoreError. */
export type Describe = (described: Described) => Promise<Problems | undefined>;

const useStyles = makeStyles({
  form: { display: 'grid', rowGap: tokens.spacingVerticalM },
});

const typed = ['name', 'code', 'state', 'hostCountry'] as const;

type Values = Readonly<Record<(typeof typed)[number] | 'kind' | 'zone', string>>;

/** `zone` is where the host says that this person is; the browser's own where it says nothing. */
export function DescribeMission(props: {
  readonly zone: string | undefined;
  readonly onDescribe: Describe;
}): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const say = useProblemWords();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const [values, setValues] = useState<Values>(() => ({
    name: '',
    code: '',
    state: '',
    hostCountry: '',
    kind: 'embassy',
    zone: props.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  const [problems, setProblems] = useState<Problems>({});
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  async function save(): Promise<void> {
    setFailure(undefined);
    setSaving(true);
    try {
      const found = await props.onDescribe({
        ...values,
        code: values.code as MissionCode,
        kind: values.kind as Mission['kind'],
      });
      if (!found) return;
      setProblems(found);
      const [first] = [...typed, 'kind', 'zone'].filter((key) => found[key]);
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    } catch (cause) {
      setFailure(cause);
    }
    setSaving(false);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    void save();
  }

  function frameOf(key: keyof Values) {
    const message = problems[key]
      ?.map((problem) =>
        problem.code === 'not-a-code'
          ? text('start.describe.notACode')
          : say(problem, `fields.mission.${key}`),
      )
      .join(' ');
    return {
      label: text(`start.describe.fields.${key}`),
      ...(key === 'code' || key === 'zone' ? { hint: text(`start.describe.hints.${key}`) } : {}),
      ...(message ? { validationMessage: message, validationState: 'error' as const } : {}),
    };
  }

  const set = (key: keyof Values, value: string) => {
    setValues((before) => ({ ...before, [key]: value }));
    setProblems(({ [key]: _, ...others }) => others);
  };
  const kinds = mission.fields.kind.settings.choices?.keys ?? [];
  return (
    <form ref={form} className={styles.form} onSubmit={submit} aria-labelledby={id} noValidate>
      <h1 id={id} className={look.title}>
        {text('start.describe.title')}
      </h1>
      <p className={look.text}>{text('start.describe.means')}</p>
      {typed.map((key) => (
        <Field key={key} required {...frameOf(key)}>
          <Input
            name={key}
            value={values[key]}
            autoComplete="off"
            autoCapitalize={key === 'code' ? 'none' : 'words'}
            onChange={(_, data) => set(key, data.value)}
          />
        </Field>
      ))}
      <Field required {...frameOf('kind')}>
        <Select name="kind" value={values.kind} onChange={(_, data) => set('kind', data.value)}>
          {kinds.map((key) => (
            <option key={key} value={key}>
              {text(`choices.mission-kinds.${key}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field required {...frameOf('zone')}>
        <Select name="zone" value={values.zone} onChange={(_, data) => set('zone', data.value)}>
          {zonesWith(values.zone).map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </Field>
      <p className={look.text}>{text('start.describe.you')}</p>
      {failure ? <FailureNotice cause={failure} onRetry={() => void save()} /> : null}
      <div>
        <Button type="submit" appearance="primary" size="large" disabled={isSaving}>
          {text(isSaving ? 'shell.saving' : 'start.describe.save')}
        </Button>
      </div>
    </form>
  );
}

/** Browsers leave some names out that hosts use all the same, `UTC` among them. */
function zonesWith(zone: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), zone])].sort();
}
