/** Rows of a list that cannot be read, named with their column so that somebody can repair them; none is dropped in silence. */

import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

import type { View } from '../../../log/log.ts';
import { useLook } from '../../shell/look.ts';
import { isRecordKind } from '../../shell/record-kinds.ts';
import { useText } from '../../words.tsx';

const useStyles = makeStyles({
  rows: {
    paddingInline: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
  },
});

export function MalformedRows(props: { readonly rows: View['malformed'] }): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  if (props.rows.length === 0) return null;
  return (
    <details className={look.card}>
      <summary className={styles.rows}>
        {text('entries.malformed.title', { count: props.rows.length })}
      </summary>
      <div className={styles.rows}>
        <p className={look.text}>{text('entries.malformed.next')}</p>
        <ul>
          {props.rows.map((row) => (
            <li key={`${row.kind}/${row.id}/${row.column}`}>
              {text('entries.malformed.row', {
                list: isRecordKind(row.kind) ? text(`kinds.${row.kind}.many`) : row.kind,
                id: row.id,
                column: row.column,
              })}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
