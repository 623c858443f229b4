/** One line of text, or a note that grows with what is written; both say when little room is left. */

import { Input, makeStyles, Text, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useView } from '../log-context.tsx';
import { useLanguage, useText } from '../words.tsx';
import { codesOffered } from './code-lists.ts';
import { type ControlProps, textOf } from './control.ts';

const useStyles = makeStyles({
  // A text without a space must not push the form apart.
  grow: {
    minInlineSize: 0,
    maxInlineSize: '100%',
    '& textarea': {
      fieldSizing: 'content',
      minHeight: '64px',
      maxHeight: '320px',
      minInlineSize: 0,
      maxInlineSize: '100%',
      overflowWrap: 'anywhere',
    },
  },
  counter: { color: tokens.colorNeutralForeground2 },
  column: { display: 'flex', flexDirection: 'column', minInlineSize: 0 },
});

/** With what the mission's list offers; anything else may be typed, and what was typed before stays as it is. */
export function TextControl(props: ControlProps): ReactNode {
  const list = useId();
  const view = useView();
  const { language } = useLanguage();
  const { codeList } = props.field.settings;
  const offered = codeList ? codesOffered(view, codeList, language) : [];
  return (
    <Counted {...props}>
      <Input
        value={textOf(props.value)}
        autoComplete="off"
        {...(offered.length > 0 ? { list } : {})}
        onChange={(_, data) => props.onChange(data.value)}
      />
      {offered.length > 0 ? (
        <datalist id={list}>
          {offered.map(({ key, label }) => (
            <option key={key} value={label} />
          ))}
        </datalist>
      ) : null}
    </Counted>
  );
}

export function NoteControl(props: ControlProps): ReactNode {
  const styles = useStyles();
  return (
    <Counted {...props}>
      <Textarea
        className={styles.grow}
        value={textOf(props.value)}
        resize="vertical"
        onChange={(_, data) => props.onChange(data.value)}
      />
    </Counted>
  );
}

/** The count appears when a tenth, at most 200 characters, is left. */
function Counted(props: ControlProps & { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  const text = useText();
  const { max } = props.field.settings;
  const left = max === undefined ? Number.POSITIVE_INFINITY : max - textOf(props.value).length;
  const near = max !== undefined && left <= Math.min(200, max / 10);
  return (
    <div className={styles.column}>
      {props.children}
      {near && (
        <Text size={200} className={styles.counter} aria-live="polite">
          {left >= 0
            ? text('forms.charactersLeft', { count: left })
            : text('forms.charactersOver', { count: -left })}
        </Text>
      )}
    </div>
  );
}
