/** A small table edited inline: rows are added, opened, removed, and a removal can be taken back. */

import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../domain/fields/field.ts';
import { useLog } from '../log-context.tsx';
import { useText } from '../words.tsx';
import { type ControlProps, type FieldFrame, listOf, membersOf, textOf } from './control.ts';
import { InputGroup } from './InputGroup.tsx';
import { changeRow, insertRow, type RawRow, removeRow } from './row-edits.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  row: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(200px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    minInlineSize: 0,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    // Lists and days have a least width of their own that is wider than a column.
    '& > div': { minInlineSize: 0 },
    '& .fui-Combobox, & .fui-Dropdown, & .fui-TagPickerControl, & .fui-DatePicker': {
      minInlineSize: 0,
      inlineSize: '100%',
    },
    '& .fui-Combobox__input': { minInlineSize: 0 },
    '& .fui-RadioGroup': { flexWrap: 'wrap' },
  },
  head: {
    gridColumn: '1 / -1',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  removed: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

export function RowsControl(props: ControlProps & { readonly Box: FieldFrame }): ReactNode {
  const { field, value, onChange, words, problems, Box } = props;
  const styles = useStyles();
  const text = useText();
  const log = useLog();
  const [removed, setRemoved] = useState<{ readonly row: RawRow; readonly at: number } | undefined>();
  /** The row that was just added or brought back: the focus goes there. */
  const [brought, setBrought] = useState<string | undefined>();
  const rows = listOf(value)
    .map(asRow)
    .filter((row) => row !== undefined);
  const addButton = useRef<HTMLElement>(null);

  function add(): void {
    const id = log.newEntryId();
    setBrought(id);
    onChange(insertRow(rows, { id }, rows.length));
  }
  function remove(row: RawRow): void {
    setRemoved({ row, at: rows.indexOf(row) });
    setBrought(undefined);
    onChange(removeRow(rows, row.id));
    addButton.current?.focus();
  }
  return (
    <InputGroup className={styles.column}>
      {rows.map((row, index) => (
        <RowEditor
          key={row.id}
          row={row}
          number={index + 1}
          fields={shownParts(field.settings, row)}
          words={words}
          problems={problems.filter((problem) => problem.row === row.id)}
          brought={row.id === brought}
          Box={Box}
          onChange={(part, raw) => onChange(changeRow(rows, row.id, part, raw))}
          onRemove={() => remove(row)}
        />
      ))}
      {removed && (
        <div className={styles.removed} role="status">
          <Text size={200}>{text('forms.rows.removed')}</Text>
          <Button
            size="small"
            appearance="transparent"
            onClick={() => {
              setBrought(removed.row.id);
              onChange(insertRow(rows, removed.row, removed.at));
              setRemoved(undefined);
            }}
          >
            {text('forms.rows.undo')}
          </Button>
        </div>
      )}
      <div>
        <Button
          ref={(button: HTMLElement | null) => {
            addButton.current = button;
          }}
          icon={<AddRegular />}
          onClick={add}
        >
          {text(rows.length === 0 ? 'forms.rows.addFirst' : 'forms.rows.add')}
        </Button>
      </div>
    </InputGroup>
  );
}

function asRow(raw: unknown): RawRow | undefined {
  const members = membersOf(raw);
  const id = textOf(members.id);
  return id === '' ? undefined : { ...members, id };
}

function shownParts({ row: parts = {}, hidesInRow }: ControlProps['field']['settings'], row: RawRow) {
  const hidden = hidesInRow?.(row) ?? [];
  return Object.fromEntries(Object.entries(parts).filter(([part]) => !hidden.includes(part)));
}

/** Every part stands in a box whose id begins so; the button that removes the row does not. */
const FIRST_CONTROL = '[id^="row-"] :is(input, textarea, button)';

function RowEditor(props: {
  readonly row: RawRow;
  readonly number: number;
  readonly fields: NonNullable<ControlProps['field']['settings']['row']>;
  readonly words: string;
  readonly problems: readonly Problem[];
  readonly brought: boolean;
  readonly Box: FieldFrame;
  onChange(part: string, raw: unknown): void;
  onRemove(): void;
}): ReactNode {
  const { row, number, fields, words, problems, brought, Box, onChange, onRemove } = props;
  const styles = useStyles();
  const text = useText();
  const frame = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (brought) frame.current?.querySelector<HTMLElement>(FIRST_CONTROL)?.focus();
  }, [brought]);
  return (
    <fieldset ref={frame} className={styles.row} aria-label={text('forms.rows.row', { number })}>
      <div className={styles.head}>
        <Text weight="semibold">{text('forms.rows.row', { number })}</Text>
        <Button
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={text('forms.rows.remove', { number })}
          onClick={onRemove}
        />
      </div>
      {Object.entries(fields).map(([part, field]) => (
        <Box
          key={part}
          id={`row-${row.id}-${part}`}
          field={field}
          value={row[part]}
          words={`${words}.row.${part}`}
          problems={problems
            .filter((problem) => problem.part === part)
            .map(({ code, values }) => ({ code, ...(values ? { values } : {}) }))}
          onChange={(raw) => onChange(part, raw)}
        />
      ))}
    </fieldset>
  );
}
