/** Several ticks under one heading, with what is wrong beneath: a group that reads as one question. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useLook } from '../shell/look.ts';

const useStyles = makeStyles({
  group: { border: 'none', margin: 0, padding: 0, minInlineSize: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(180px, 1fr))',
    columnGap: tokens.spacingHorizontalM,
    // A label of one line stands beside its box, also where its neighbour has two.
    alignItems: 'start',
  },
  lines: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: tokens.spacingVerticalXXS },
  required: { color: tokens.colorPaletteRedForeground3 },
  problem: {
    margin: 0,
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

export function TickGroup(props: {
  readonly label: string;
  readonly hint?: string;
  readonly required?: true;
  readonly problem?: string | undefined;
  /** Short labels stand beside each other. */
  readonly columns?: true;
  readonly children: ReactNode;
}): ReactNode {
  const look = useLook();
  const styles = useStyles();
  const id = useId();
  const told = [props.hint ? `${id}hint` : '', props.problem ? `${id}problem` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      className={styles.group}
      {...(told ? { 'aria-describedby': told } : {})}
      {...(props.problem ? { 'data-missing': true } : {})}
    >
      <legend className={styles.legend}>
        {props.label}
        {props.required ? (
          <span aria-hidden="true" className={styles.required}>
            {' *'}
          </span>
        ) : null}
      </legend>
      <div className={props.columns ? styles.columns : styles.lines}>{props.children}</div>
      {props.hint ? (
        <p id={`${id}hint`} className={look.quiet}>
          {props.hint}
        </p>
      ) : null}
      {props.problem ? (
        <p id={`${id}problem`} className={styles.problem} role="alert">
          {props.problem}
        </p>
      ) : null}
    </fieldset>
  );
}
