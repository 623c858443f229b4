/** One share of ours: with whom, until when, what became of it; taken back with one more question and never a passphrase. */

import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { type Day, isMissionCode, type MissionCode } from '../../../domain/ids.ts';
import type { AnyRecord, Entry } from '../../../domain/record-kind.ts';
import { may } from '../../../domain/roles.ts';
import type { Circle, CircleView } from '../../../log/circle/circle.ts';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { useText, useWords } from '../../words.tsx';
import { useCircleLook } from '../circle-look.ts';
import { useMissionWords } from '../mission-words.ts';
import { useTask } from '../use-task.ts';

export function ShareLine(props: {
  readonly circle: Circle;
  readonly view: CircleView;
  readonly share: Entry;
}): ReactNode {
  const { circle, view, share } = props;
  const { record } = share;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useCircleLook();
  const missions = useMissionWords(view);
  const [sure, setSure] = useState(false);
  const task = useTask();
  const to = missionsIn(record.to);
  const until = record.until as Day;
  const isLive = record.state === 'shared' && until >= log.today();
  const state = isLive ? 'shared' : record.state === 'shared' ? 'ended' : String(record.state);
  const names = missions.names(to);
  return (
    <li className={styles.part} data-share={share.entry}>
      <span className={look.text}>
        {text(`circle.with.${state}`, { missions: names, day: words.day(until) })}
      </span>
      {view.undone.some((one) => one.what === 'emptied' && one.share === share.entry) ? (
        <span className={look.text}>{text('circle.with.emptied')}</span>
      ) : null}
      {rowsIn(record.confirmations).map(({ mission, asked, deletedOn }) =>
        isMissionCode(mission) ? (
          <span key={mission} className={look.quiet}>
            {text(deletedOn ? 'circle.with.deleted' : 'circle.with.asked', {
              mission: missions.name(mission),
              day: words.day(String(deletedOn ?? asked)),
            })}
          </span>
        ) : null,
      )}
      {isLive && may(log.me, 'act') && !sure ? (
        <div>
          <Button size="small" className={styles.touch} onClick={() => setSure(true)}>
            {text('circle.with.takeBack')}
          </Button>
        </div>
      ) : null}
      {sure && isLive ? (
        <Notice
          role="alert"
          tone="warning"
          what={text('circle.with.sure', { missions: names })}
          means={text('circle.with.sureMeans')}
          actions={
            <>
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={task.busy}
                onClick={() => task.run(() => circle.sharing.revoke(share.entry))}
              >
                {text(task.busy ? 'shell.saving' : 'circle.with.sureYes')}
              </Button>
              <Button size="small" onClick={() => setSure(false)}>
                {text('shell.cancel')}
              </Button>
            </>
          }
        />
      ) : null}
      {task.failure === undefined ? null : <FailureNotice cause={task.failure} onRetry={task.again} />}
    </li>
  );
}

function missionsIn(value: unknown): readonly MissionCode[] {
  return Array.isArray(value) ? value.filter(isMissionCode) : [];
}

function rowsIn(value: unknown): readonly AnyRecord[] {
  return Array.isArray(value) ? value : [];
}
