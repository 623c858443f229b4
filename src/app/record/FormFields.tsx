/** The fields of a form, each in its box, and its named sections with a count of what is filled in. */

import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AnyKind } from '../../domain/record-kind.ts';
import { anchorOf, FieldBox } from '../fields/FieldBox.tsx';
import { useProblemWords } from '../fields/problem-words.ts';
import { useText } from '../words.tsx';
import { filledIn } from './form-state.ts';
import type { RecordFormHandle } from './useRecordForm.ts';

const useStyles = makeStyles({
  section: { '& > button': { paddingInlineStart: 0 } },
  stack: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalS,
  },
});

interface FieldsProps {
  readonly form: RecordFormHandle;
  readonly kind: AnyKind;
  readonly keys: readonly string[];
}

export function FormFields(props: FieldsProps): ReactNode {
  const { form, kind, keys } = props;
  const text = useText();
  const say = useProblemWords();
  const { draft } = form.state;
  const needed: readonly string[] = kind.needs?.(draft.values) ?? [];
  return keys.map((key) => {
    const field = kind.fields[key];
    const words = `fields.${kind.key}.${key}`;
    const cautions = form.cautions.filter((caution) => caution.field === key);
    const stood = (form.stood[key] ?? []).map((problem) => say(problem, words));
    return (
      field && (
        <FieldBox
          key={key}
          id={anchorOf(draft.entry, key)}
          field={field}
          value={draft.values[key]}
          words={words}
          problems={form.problems[key] ?? []}
          cautions={[...new Set([...cautions.map((caution) => text(caution.words)), ...stood])]}
          needed={needed.includes(key)}
          onChange={(raw) => form.set(key, raw)}
          onLeave={() => form.leave(key)}
        />
      )
    );
  });
}

/** `sections`: name and keys of the fields that apply now. */
export function FormSections(
  props: Omit<FieldsProps, 'keys'> & {
    readonly sections: readonly (readonly [string, readonly string[]])[];
    readonly opened: readonly string[];
    onToggle(opened: readonly string[]): void;
  },
): ReactNode {
  const { form, kind, sections, opened, onToggle } = props;
  const text = useText();
  const styles = useStyles();
  const { values } = form.state.draft;
  return (
    <Accordion
      multiple
      collapsible
      openItems={[...opened]}
      onToggle={(_, data) => onToggle(data.openItems.map(String))}
    >
      {sections.map(([name, keys]) => (
        <AccordionItem key={name} value={name}>
          <AccordionHeader as="h3" className={styles.section}>
            {text('forms.section', {
              name: text(`sections.${kind.key}.${name}`),
              filled: text('forms.filled', { count: filledIn(values, keys) }),
            })}
          </AccordionHeader>
          <AccordionPanel>
            <div className={styles.stack}>
              <FormFields form={form} kind={kind} keys={keys} />
            </div>
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}
