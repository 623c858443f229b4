/** "We deleted what was taken back": paper, mail and notes of ours, since the app itself dropped it already. */

import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Circle, CircleEntry } from '../../../log/circle/circle.ts';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useTask } from '../use-task.ts';

export function DeletionStep(props: { readonly circle: Circle; readonly row: CircleEntry }): ReactNode {
  const { circle, row } = props;
  const text = useText();
  const styles = useCircleLook();
  const words = useWords();
  const look = useLook();
  const task = useTask();
  if (row.withheld !== 'withdrawn' && row.withheld !== 'retracted') return null;
  if (row.deletedOn)
    return <p className={look.text}>{text('circle.entry.deleted', { day: words.day(row.deletedOn) })}</p>;
  return (
    <div className={styles.part}>
      <div>
        <Button
          appearance="primary"
          className={styles.touch}
          disabledFocusable={task.busy}
          onClick={() => task.run(() => circle.sharing.confirmDeletion(row.entry))}
        >
          {text(task.busy ? 'shell.saving' : 'circle.needs.deleted')}
        </Button>
      </div>
      {task.failure === undefined ? null : <FailureNotice cause={task.failure} onRetry={task.again} />}
    </div>
  );
}
