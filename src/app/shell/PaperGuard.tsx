/**
 * Keeps its content off paper where it may not leave: the browser's own print shows a notice instead. On screen it
 * changes nothing.
 */

import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../words.tsx';

const useStyles = makeStyles({
  open: { display: 'contents' },
  kept: { display: 'contents', '@media print': { display: 'none' } },
  notice: { display: 'none', '@media print': { display: 'block' } },
});

/** `said`: why, where it is not a mark of the own mission. */
export function PaperGuard(props: {
  readonly keeps: boolean;
  readonly said?: string;
  readonly children: ReactNode;
}): ReactNode {
  const text = useText();
  const styles = useStyles();
  if (!props.keeps) return <div className={styles.open}>{props.children}</div>;
  return (
    <>
      <p className={styles.notice}>{props.said ?? text('shell.notOnPaper')}</p>
      <div className={styles.kept}>{props.children}</div>
    </>
  );
}
