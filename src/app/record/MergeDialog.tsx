/** Somebody else saved first: only the fields that differ, mine, theirs and the result; the person picks or writes. */

import { Button, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';
import type { Field } from '../../domain/fields/field.ts';
import { comma } from '../../domain/fields/signs.ts';
import type { AnyKind, AnyRecord } from '../../domain/record-kind.ts';
import type { MergeField, MergePlan } from '../../log/writing/saving.ts';
import { FieldBox } from '../fields/FieldBox.tsx';
import { DialogFrame } from '../shell/DialogFrame.tsx';
import { useText, useWords } from '../words.tsx';
import { isEmpty } from './form-state.ts';
import {
  chosenValues,
  type MergeChoice,
  type MergeChoices,
  openingChoices,
  type Side,
  undecided,
} from './merge-choices.ts';

const useStyles = makeStyles({
  field: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    borderBlockStartWidth: tokens.strokeWidthThin,
    borderBlockStartStyle: 'solid',
    borderBlockStartColor: tokens.colorNeutralStroke2,
    paddingBlockStart: tokens.spacingVerticalS,
  },
  sides: { display: 'flex', flexDirection: 'column' },
  value: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** `onMerged` gets a value for every field that differs. */
export function MergeDialog(props: {
  readonly plan: MergePlan;
  readonly kind: AnyKind;
  onCancel(): void;
  onMerged(chosen: AnyRecord): void;
}): ReactNode {
  const { plan, kind, onCancel, onMerged } = props;
  const text = useText();
  const words = useWords();
  const reason = useId();
  const [choices, setChoices] = useState<MergeChoices>(() => openingChoices(plan));
  const open = undecided(plan, choices);
  const who = { who: plan.theirs.by.name, at: words.instant(plan.theirs.at) };
  return (
    <DialogFrame
      alert
      wide
      title={text('merge.title')}
      onClose={onCancel}
      actions={
        <>
          <Text id={reason} role="status" size={200}>
            {open.length > 0 &&
              text('merge.open', {
                fields: open.map((key) => text(`fields.${kind.key}.${key}.label`)).join(comma(words.locale)),
              })}
          </Text>
          <Button
            appearance="primary"
            disabledFocusable={open.length > 0}
            aria-describedby={reason}
            onClick={() => onMerged(chosenValues(plan, choices))}
          >
            {text('merge.save')}
          </Button>
          <Button onClick={onCancel}>{text('merge.back')}</Button>
        </>
      }
    >
      <Text>{text('merge.means', { ...who, count: plan.fields.length })}</Text>
      {plan.fields.map((difference) => {
        const field = kind.fields[difference.key];
        return (
          field && (
            <Difference
              key={difference.key}
              kind={kind.key}
              field={field}
              difference={difference}
              theirs={who}
              choice={choices[difference.key]}
              onChoice={(choice) => setChoices({ ...choices, [difference.key]: choice })}
            />
          )
        );
      })}
    </DialogFrame>
  );
}

const sides: readonly Side[] = ['mine', 'theirs', 'written'];

function Difference(props: {
  readonly kind: string;
  readonly field: Field;
  readonly difference: MergeField;
  readonly theirs: { readonly who: string; readonly at: string };
  readonly choice: MergeChoice | undefined;
  onChoice(choice: MergeChoice): void;
}): ReactNode {
  const { kind, field, difference, theirs, choice, onChoice } = props;
  const text = useText();
  const styles = useStyles();
  const name = `fields.${kind}.${difference.key}`;
  const label = text(`${name}.label`);
  const labelId = useId();
  return (
    <div className={styles.field}>
      <Text weight="semibold" id={labelId}>
        {label}
      </Text>
      {field.settings.noDefaultInMerge && <Text size={200}>{text('merge.mustChoose')}</Text>}
      <RadioGroup
        className={styles.sides}
        aria-labelledby={labelId}
        value={choice?.side ?? ''}
        onChange={(_, data) => {
          const side = sides.find((one) => one === data.value);
          if (side) onChoice(side === 'written' ? { side, raw: difference.mine } : { side });
        }}
      >
        <Radio
          value="mine"
          label={<Value title={text('merge.mine')} field={field} value={difference.mine} />}
        />
        <Radio
          value="theirs"
          label={<Value title={text('merge.theirs', theirs)} field={field} value={difference.theirs} />}
        />
        <Radio value="written" label={text('merge.written')} />
      </RadioGroup>
      {choice?.side === 'written' && (
        <FieldBox
          id={`merge-${difference.key}`}
          field={field}
          value={choice.raw}
          words={name}
          problems={problemsWith(field, choice.raw)}
          onChange={(raw) => onChoice({ side: 'written', raw })}
        />
      )}
    </div>
  );
}

function problemsWith(field: Field, raw: unknown): Parameters<typeof FieldBox>[0]['problems'] {
  if (isEmpty(raw)) return field.required ? [{ code: 'required' }] : [];
  const checked = field.check(raw);
  return checked.ok ? [] : [checked.problem];
}

function Value(props: { readonly title: string; readonly field: Field; readonly value: unknown }): ReactNode {
  const { title, field, value } = props;
  const text = useText();
  const words = useWords();
  const styles = useStyles();
  const checked = isEmpty(value) ? undefined : field.check(value);
  return (
    <span className={styles.value}>
      <Text weight="medium">{title}: </Text>
      {checked?.ok ? field.print(checked.value, words) : text('merge.empty')}
    </span>
  );
}
