/** "This is one of ours": a person says which own defender a received code stands for, and can take it back. */

import { Button, Field, Select } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Code } from '../../../domain/ids.ts';
import { may } from '../../../domain/roles.ts';
import type { Circle } from '../../../log/circle/circle.ts';
import type { SentCode } from '../../../log/circle/contract/sharing.ts';
import { knownCodes } from '../../known-codes.ts';
import { useLog, useView } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useTask } from '../use-task.ts';

export function LinkCode(props: {
  readonly circle: Circle;
  readonly code: SentCode;
  readonly linked: Code | undefined;
}): ReactNode {
  const { circle, code, linked } = props;
  const log = useLog();
  const view = useView();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useCircleLook();
  const [picked, setPicked] = useState('');
  const task = useTask();
  if (!may(log.me, 'record')) return null;
  const failed =
    task.failure === undefined ? null : <FailureNotice cause={task.failure} onRetry={task.again} />;
  if (linked)
    return (
      <div className={styles.part}>
        <p className={look.text}>{text('circle.link.is', { cover: words.cover(linked) })}</p>
        <div>
          <Button
            size="small"
            className={styles.touch}
            disabledFocusable={task.busy}
            onClick={() => task.run(() => circle.sharing.link(code, undefined))}
          >
            {text('circle.link.undo')}
          </Button>
        </div>
        {failed}
      </div>
    );
  const own = knownCodes(view, words).find((each) => each.code === picked);
  return (
    <div className={styles.part}>
      <Field label={text('circle.link.label')} hint={text('circle.link.hint')}>
        <Select value={picked} onChange={(_, data) => setPicked(data.value)}>
          <option value="">{text('circle.link.none')}</option>
          {knownCodes(view, words).map((each) => (
            <option key={each.code} value={each.code}>
              {each.cover}
            </option>
          ))}
        </Select>
      </Field>
      <div>
        <Button
          size="small"
          className={styles.touch}
          disabledFocusable={task.busy || !own}
          onClick={() => own && task.run(() => circle.sharing.link(code, own.code))}
        >
          {text(task.busy ? 'shell.saving' : 'circle.link.link')}
        </Button>
      </div>
      {failed}
    </div>
  );
}
