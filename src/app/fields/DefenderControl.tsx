/** Picks defenders by cover name or code, or makes a new code on the spot; never shows who they are. */

import {
  Button,
  Combobox,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Option,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
  Text,
  tokens,
} from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { formatCode, isCode } from '../../domain/codes.ts';
import type { Code } from '../../domain/ids.ts';
import { useView } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { type ControlProps, textOf, textsOf } from './control.ts';
import { defendersFitting, defendersKnown, type KnownDefender } from './defenders-known.ts';
import { useNewDefender } from './new-defender.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  code: { color: tokens.colorNeutralForeground2, marginInlineStart: tokens.spacingHorizontalS },
});

/** The options shown at once; typing narrows them. */
const OFFERED = 50;

export function DefenderControl(props: ControlProps): ReactNode {
  const names = props.field.columns.some((column) => column.unique);
  return names ? <OwnCode {...props} /> : <OneDefender {...props} />;
}

/** The code that this very entry introduces: made with the form, read only. */
function OwnCode(props: ControlProps): ReactNode {
  const words = useWords();
  const styles = useStyles();
  const { value } = props;
  if (!isCode(value)) return <OneDefender {...props} />;
  return (
    <Text>
      {words.cover(value)}
      <span className={styles.code}>{formatCode(value)}</span>
    </Text>
  );
}

function OneDefender(props: ControlProps): ReactNode {
  const { field, value, onChange } = props;
  const styles = useStyles();
  const known = useKnown(field.settings.units);
  const words = useWords();
  const [typed, setTyped] = useState<string | undefined>();
  const code = textOf(value);
  const shown = typed ?? (isCode(value) ? words.cover(value) : code);
  const fitting = defendersFitting(known, typed ?? '');
  return (
    <div className={styles.column}>
      <Combobox
        autoComplete="off"
        value={shown}
        selectedOptions={code === '' ? [] : [code]}
        clearable={!field.required}
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value === '') onChange(undefined);
        }}
        onBlur={() => {
          if (typed !== undefined && fitting.length === 1 && typed.trim() !== '') onChange(fitting[0]?.code);
          setTyped(undefined);
        }}
        onOptionSelect={(_, data) => {
          setTyped(undefined);
          onChange(data.optionValue === '' ? undefined : data.optionValue);
        }}
      >
        {fitting.slice(0, OFFERED).map((defender) => (
          <Option key={defender.code} value={defender.code} text={defender.cover}>
            {defender.cover}
            <span className={styles.code}>{defender.spelt}</span>
          </Option>
        ))}
      </Combobox>
      <NewDefender units={field.settings.units} onMade={onChange} />
    </div>
  );
}

export function DefendersControl(props: ControlProps): ReactNode {
  const { field, value, onChange } = props;
  const styles = useStyles();
  const text = useText();
  const words = useWords();
  const known = useKnown(field.settings.units);
  const [typed, setTyped] = useState('');
  const picked = textsOf(value);
  const offered = defendersFitting(known, typed)
    .filter((defender) => !picked.includes(defender.code))
    .slice(0, OFFERED);
  return (
    <div className={styles.column}>
      <TagPicker
        selectedOptions={[...picked]}
        onOptionSelect={(_, data) => {
          setTyped('');
          onChange(data.selectedOptions);
        }}
      >
        <TagPickerControl>
          <TagPickerGroup aria-label={text('forms.picked')}>
            {picked.map((code) => (
              <Tag key={code} value={code} shape="rounded">
                {isCode(code) ? words.cover(code) : code}
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
            offered.map((defender) => (
              <TagPickerOption key={defender.code} value={defender.code} text={defender.cover}>
                {defender.cover}
                <span className={styles.code}>{defender.spelt}</span>
              </TagPickerOption>
            ))
          )}
        </TagPickerList>
      </TagPicker>
      <NewDefender units={field.settings.units} onMade={(code) => onChange([...picked, code])} />
    </div>
  );
}

function useKnown(units: readonly string[] | undefined): readonly KnownDefender[] {
  return defendersKnown(useView(), useWords(), units);
}

function NewDefender(props: {
  readonly units: readonly string[] | undefined;
  onMade(code: Code): void;
}): ReactNode {
  const { units, onMade } = props;
  const text = useText();
  const words = useWords();
  const { make, making, failed, made } = useNewDefender(units);
  return (
    <div>
      <Button
        size="small"
        appearance="subtle"
        icon={<PersonAddRegular />}
        disabledFocusable={making}
        onClick={() => void make().then((code) => code && onMade(code))}
      >
        {text(making ? 'forms.defender.making' : 'forms.defender.new')}
      </Button>
      {made && (
        <Text size={200} role="status">
          {text('forms.defender.made', { cover: words.cover(made), code: formatCode(made) })}
        </Text>
      )}
      {failed && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{text('forms.defender.failed')}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
