/** One line per item: figures answer a line and go on to the next, a note opens on demand, a count runs along. */

import {
  Button,
  Input,
  makeStyles,
  mergeClasses,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { NoteAddRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useText } from '../words.tsx';
import { answered, pressed } from './checklist-keys.ts';
import { type ControlProps, membersOf, textOf } from './control.ts';
import { InputGroup } from './InputGroup.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column' },
  count: { color: tokens.colorNeutralForeground2 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    paddingBlock: tokens.spacingVerticalXS,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: 'solid',
    borderBlockEndColor: tokens.colorNeutralStroke3,
    ':focus-within': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  wide: { gridColumn: '1 / -1' },
  answers: { display: 'flex', flexWrap: 'wrap' },
  note: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '& > :first-child': { flexGrow: 1 },
  },
});

export function ChecklistControl(props: ControlProps): ReactNode {
  const { field, value, onChange, problems } = props;
  const styles = useStyles();
  const text = useText();
  const { items, choices } = field.settings;
  const keys = items?.keys ?? [];
  const answers = choices?.keys ?? [];
  const lines = membersOf(value);
  const list = useRef<HTMLDivElement>(null);

  function change(item: string, members: Readonly<Record<string, unknown>> | undefined): void {
    const { [item]: _, ...others } = lines;
    onChange(members ? { ...others, [item]: members } : others);
  }
  function onKeyDown(event: KeyboardEvent, line: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const effect = pressed(event.key, line, keys.length, answers);
    const item = keys[line];
    if (!effect || item === undefined) return;
    event.preventDefault();
    if (effect.do === 'answer') change(item, { ...membersOf(lines[item]), answer: effect.choice });
    focusLine(list.current, effect.focus);
  }
  return (
    <InputGroup>
      <Text size={200} block className={styles.count}>
        {text('forms.checklist.keys', { count: answers.length })}
      </Text>
      <Text size={200} block className={styles.count} aria-live="polite">
        {text('forms.checklist.count', { done: answered(value, keys), all: keys.length })}
      </Text>
      <div className={styles.lines} ref={list}>
        {keys.map((item, line) => (
          <Line
            key={item}
            number={line + 1}
            label={text(`checklists.${items?.list ?? ''}.${item}`)}
            answers={answers.map((key) => ({ key, name: text(`choices.${choices?.set ?? ''}.${key}`) }))}
            line={membersOf(lines[item])}
            wrong={problems.some((problem) => problem.part === item)}
            onChange={(members) => change(item, members)}
            onKeyDown={(event) => onKeyDown(event, line)}
          />
        ))}
      </div>
    </InputGroup>
  );
}

function focusLine(list: HTMLElement | null, line: number): void {
  const row = list?.children[line];
  const radio = row?.querySelector('input[type=radio]:checked') ?? row?.querySelector('input[type=radio]');
  if (radio instanceof HTMLElement) radio.focus();
}

interface LineProps {
  readonly number: number;
  readonly label: string;
  readonly answers: readonly { readonly key: string; readonly name: string }[];
  readonly line: Readonly<Record<string, unknown>>;
  readonly wrong: boolean;
  onChange(members: Readonly<Record<string, unknown>> | undefined): void;
  onKeyDown(event: KeyboardEvent): void;
}

function Line(props: LineProps): ReactNode {
  const { number, label, answers, line, onChange } = props;
  const styles = useStyles();
  const text = useText();
  const labelId = useId();
  const [open, setOpen] = useState(textOf(line.note) !== '');
  const answer = textOf(line.answer);
  return (
    <div className={styles.line}>
      <Text id={labelId} className={mergeClasses(answers.length > 3 && styles.wide)}>
        {number}. {label}
      </Text>
      <RadioGroup
        className={styles.answers}
        layout="horizontal"
        aria-labelledby={labelId}
        value={answer}
        onKeyDown={props.onKeyDown}
        onChange={(_, data) => onChange({ ...line, answer: data.value })}
      >
        {answers.map(({ key, name }) => (
          <Radio key={key} value={key} label={name} />
        ))}
      </RadioGroup>
      <Button
        appearance="subtle"
        icon={<NoteAddRegular />}
        aria-expanded={open}
        disabled={answer === ''}
        aria-label={text('forms.checklist.note', { item: label })}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div className={styles.note}>
          <Input
            aria-label={text('forms.checklist.noteOn', { item: label })}
            value={textOf(line.note)}
            onChange={(_, data) => onChange({ ...line, note: data.value })}
          />
          <RadioGroup
            layout="horizontal"
            aria-label={text('forms.checklist.basis', { item: label })}
            value={textOf(line.basis)}
            onChange={(_, data) => onChange({ ...line, basis: data.value })}
          >
            <Radio value="own" label={text('forms.checklist.own')} />
            <Radio value="reported" label={text('forms.checklist.reported')} />
          </RadioGroup>
          {answer !== '' && (
            <Button size="small" appearance="subtle" onClick={() => onChange(undefined)}>
              {text('forms.clearAnswer')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
