/** Whether every list is there and whole; what is missing, who repairs it, and for an owner the repair itself. */

import { Button, makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { type ReactNode, useState } from 'react';
import { kindOf } from '../../../domain/registry.ts';
import { may } from '../../../domain/roles.ts';
import type { Log, View } from '../../../log/log.ts';
import { useLog, useView } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { useLook } from '../../shell/look.ts';
import { Notice } from '../../shell/Notice.tsx';
import { listsByHealth } from '../../shell/open-lists.ts';
import { useText } from '../../words.tsx';

const useStyles = makeStyles({
  rows: { paddingInline: tokens.spacingHorizontalM, paddingBlock: tokens.spacingVerticalXS },
  row: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(120px, 1fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    '@media (max-width: 480px)': { gridTemplateColumns: '16px minmax(0, 1fr)' },
  },
  said: { '@media (max-width: 480px)': { gridColumnStart: 2 } },
  progress: { display: 'grid', rowGap: tokens.spacingVerticalXS, maxInlineSize: '420px' },
});

type OneHealth = View['health'][number];

function listName(health: OneHealth): string {
  try {
    return kindOf(health.kind).list;
  } catch {
    return health.kind;
  }
}

export function Health(): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const { broken, whole, closed } = listsByHealth(view.health, log.me);
  return (
    <>
      <p className={look.text} role="status">
        {view.health.length === 0
          ? text('settings.health.unknown')
          : broken.length === 0 && whole.length > 0
            ? text('settings.health.whole', { count: whole.length })
            : broken.length > 0
              ? text('settings.health.broken', { count: broken.length })
              : ''}{' '}
        {closed.length > 0 ? text('settings.health.closed', { count: closed.length }) : ''}
      </p>
      {broken.length > 0 ? (
        <>
          <div className={mergeClasses(look.card, styles.rows)}>
            {broken.map((health) => (
              <HealthRow key={health.kind} health={health} whole={false} />
            ))}
          </div>
          <p className={look.text}>{text('settings.health.who')}</p>
        </>
      ) : null}
      {whole.length > 0 ? (
        <details>
          <summary className={look.quiet}>{text('settings.health.showWhole')}</summary>
          <div className={mergeClasses(look.card, styles.rows)}>
            {whole.map((health) => (
              <HealthRow key={health.kind} health={health} whole />
            ))}
          </div>
        </details>
      ) : null}
      {may(log.me, 'set-up') ? <Repair log={log} /> : null}
    </>
  );
}

function HealthRow(props: { readonly health: OneHealth; readonly whole: boolean }): ReactNode {
  const { health } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const faults = [
    health.list === 'missing' && text('settings.health.listMissing'),
    health.missingColumns.length > 0 &&
      text('settings.health.columnsMissing', {
        count: health.missingColumns.length,
        columns: health.missingColumns.join(', '),
      }),
    health.wrongColumns.length > 0 &&
      text('settings.health.columnsWrong', {
        count: health.wrongColumns.length,
        columns: health.wrongColumns.join(', '),
      }),
    !health.writable && text('settings.health.readOnly'),
  ].filter((fault) => fault !== false);
  return (
    <div className={styles.row} data-health={health.kind}>
      {props.whole ? (
        <CheckmarkCircle16Regular aria-hidden="true" />
      ) : (
        <Warning16Regular aria-hidden="true" />
      )}
      <span className={look.strong}>{listName(health)}</span>
      <span className={styles.said}>
        {faults.length > 0 ? faults.join(' ') : text('settings.health.fine')}
      </span>
    </div>
  );
}

function Repair(props: { readonly log: Log }): ReactNode {
  const { log } = props;
  const text = useText();
  const styles = useStyles();
  const [progress, setProgress] = useState<{ readonly done: number; readonly all?: number }>();
  const [failure, setFailure] = useState<unknown>();
  const [finished, setFinished] = useState(false);
  async function repair(): Promise<void> {
    setFailure(undefined);
    setFinished(false);
    setProgress({ done: 0 });
    try {
      await log.provision((done, all) => setProgress(all === undefined ? { done } : { done, all }));
      setFinished(true);
    } catch (cause) {
      setFailure(cause);
    }
    setProgress(undefined);
  }
  return (
    <div className={styles.progress}>
      <div>
        <Button disabled={progress !== undefined} onClick={() => void repair()}>
          {text(progress ? 'settings.health.repairing' : 'settings.health.repair')}
        </Button>
      </div>
      {progress ? (
        <>
          <ProgressBar
            {...(progress.all ? { value: progress.done, max: progress.all } : {})}
            aria-label={text('settings.health.repairing')}
          />
          <span role="status">
            {progress.all
              ? text('settings.health.progress', { done: progress.done, all: progress.all })
              : text('settings.health.repairing')}
          </span>
        </>
      ) : null}
      {finished ? <Notice role="status" tone="success" what={text('settings.health.repaired')} /> : null}
      {failure ? <FailureNotice cause={failure} onRetry={() => void repair()} /> : null}
    </div>
  );
}
