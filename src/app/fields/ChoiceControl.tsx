/** Answers from a closed set: a few as radio buttons, many as a list; several as ticks or tags; yes or no. */

import {
  Button,
  Checkbox,
  Dropdown,
  makeStyles,
  Option,
  Radio,
  RadioGroup,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useView } from '../log-context.tsx';
import { useLanguage, useText } from '../words.tsx';
import { labelIn, listedCodes } from './code-lists.ts';
import { type ControlProps, textOf, textsOf } from './control.ts';
import { InputGroup } from './InputGroup.tsx';

const useStyles = makeStyles({
  ticks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalM,
  },
  answers: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

const FEW = 5;
/** Ticks stay readable at a glance up to here; more are picked by typing. */
const TICKS = 12;

interface Answers {
  readonly keys: readonly string[];
  name(key: string): string;
}

/** A mission may call an answer otherwise, or offer it no longer (an open list of the same name); what was picked stays. */
function useAnswers(props: ControlProps): Answers {
  const text = useText();
  const view = useView();
  const { language } = useLanguage();
  const { set = '', keys = [] } = props.field.settings.choices ?? {};
  const own = new Map(listedCodes(view, set).map((code) => [code.key, code]));
  const chosen = [...textsOf(props.value), textOf(props.value)];
  return {
    keys: keys.filter((key) => own.get(key)?.retired !== true || chosen.includes(key)),
    name(key) {
      const code = own.get(key);
      const label = code && labelIn(code, language);
      const standard = text(`choices.${set}.${key}`);
      return label ? text('forms.ownLabel', { label, standard }) : standard;
    },
  };
}

export function ChoiceControl(props: ControlProps): ReactNode {
  const answers = useAnswers(props);
  return answers.keys.length <= FEW ? (
    <RadioAnswers {...props} answers={answers} />
  ) : (
    <ListAnswers {...props} answers={answers} />
  );
}

/** Not answered, yes and no are three different things. */
export function YesNoControl(props: ControlProps): ReactNode {
  const text = useText();
  const answers: Answers = { keys: ['yes', 'no'], name: (key) => text(`choices.yes-no.${key}`) };
  const value = props.value === true ? 'yes' : props.value === false ? 'no' : undefined;
  return (
    <RadioAnswers
      {...props}
      answers={answers}
      value={value}
      onChange={(raw) => props.onChange(raw === undefined ? undefined : raw === 'yes')}
    />
  );
}

function RadioAnswers(props: ControlProps & { readonly answers: Answers }): ReactNode {
  const { answers, field, value, onChange } = props;
  const styles = useStyles();
  const text = useText();
  return (
    <div className={styles.answers}>
      <RadioGroup
        layout={answers.keys.length <= 3 ? 'horizontal' : 'vertical'}
        value={textOf(value)}
        onChange={(_, data) => onChange(data.value)}
      >
        {answers.keys.map((key) => (
          <Radio key={key} value={key} label={answers.name(key)} />
        ))}
      </RadioGroup>
      {!field.required && value !== undefined && (
        <Button appearance="subtle" size="small" onClick={() => onChange(undefined)}>
          {text('forms.clearAnswer')}
        </Button>
      )}
    </div>
  );
}

function ListAnswers(props: ControlProps & { readonly answers: Answers }): ReactNode {
  const { answers, field, value, onChange } = props;
  const text = useText();
  const chosen = textOf(value);
  return (
    <Dropdown
      value={chosen === '' ? '' : answers.name(chosen)}
      selectedOptions={chosen === '' ? [] : [chosen]}
      placeholder={text('forms.choose')}
      clearable={!field.required}
      onOptionSelect={(_, data) => onChange(data.optionValue)}
    >
      {answers.keys.map((key) => (
        <Option key={key} value={key}>
          {answers.name(key)}
        </Option>
      ))}
    </Dropdown>
  );
}

export function ChoicesControl(props: ControlProps): ReactNode {
  const answers = useAnswers(props);
  return answers.keys.length <= TICKS ? (
    <Ticks {...props} answers={answers} />
  ) : (
    <Tags {...props} answers={answers} />
  );
}

function Ticks(props: ControlProps & { readonly answers: Answers }): ReactNode {
  const { answers, value, onChange } = props;
  const styles = useStyles();
  const ticked = textsOf(value);
  return (
    <InputGroup className={styles.ticks}>
      {answers.keys.map((key) => (
        <Checkbox
          key={key}
          label={answers.name(key)}
          checked={ticked.includes(key)}
          onChange={(_, data) =>
            onChange(
              answers.keys.filter((one) => (one === key ? data.checked === true : ticked.includes(one))),
            )
          }
        />
      ))}
    </InputGroup>
  );
}

function Tags(props: ControlProps & { readonly answers: Answers }): ReactNode {
  const { answers, value, onChange } = props;
  const text = useText();
  const [typed, setTyped] = useState('');
  const picked = textsOf(value);
  const offered = answers.keys.filter(
    (key) => !picked.includes(key) && answers.name(key).toLowerCase().includes(typed.toLowerCase().trim()),
  );
  return (
    <TagPicker
      selectedOptions={[...picked]}
      onOptionSelect={(_, data) => {
        setTyped('');
        onChange(answers.keys.filter((key) => data.selectedOptions.includes(key)));
      }}
    >
      <TagPickerControl>
        <TagPickerGroup aria-label={text('forms.picked')}>
          {picked.map((key) => (
            <Tag key={key} value={key} shape="rounded">
              {answers.name(key)}
            </Tag>
          ))}
        </TagPickerGroup>
        <TagPickerInput value={typed} onChange={(event) => setTyped(event.target.value)} />
      </TagPickerControl>
      <TagPickerList>
        {offered.length === 0 ? (
          <TagPickerOption value="none" aria-disabled="true">
            {text('forms.nothingFits')}
          </TagPickerOption>
        ) : (
          offered.map((key) => (
            <TagPickerOption key={key} value={key}>
              {answers.name(key)}
            </TagPickerOption>
          ))
        )}
      </TagPickerList>
    </TagPicker>
  );
}
