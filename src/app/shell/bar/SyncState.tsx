/** Says in words whether what is shown is current, and tells readers when that changes. */

import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { CloudOff16Regular } from '@fluentui/react-icons/svg/cloud-off';
import type { ReactNode } from 'react';
import type { Sync } from '../../../log/log.ts';
import { clock } from '../../day-words.ts';
import { useLog } from '../../log-context.tsx';
import { useLanguage, useText } from '../../words.tsx';
import { useSync } from '../use-connection.ts';

const useStyles = makeStyles({
  sync: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
  hidden: {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

const icons = {
  live: CheckmarkCircle16Regular,
  polling: CheckmarkCircle16Regular,
  slowed: ArrowSync16Regular,
  offline: CloudOff16Regular,
  stopped: CloudOff16Regular,
} as const satisfies Record<Sync['state'], unknown>;

export function SyncState(): ReactNode {
  const sync = useSync();
  const { zone } = useLog().me.mission;
  const text = useText();
  const { language } = useLanguage();
  const styles = useStyles();
  const Icon = icons[sync.state];
  const time = sync.lastAt ? clock(Date.parse(sync.lastAt), language, zone) : undefined;
  const current = sync.state === 'live' || sync.state === 'polling';
  return (
    <div className={styles.sync}>
      <Icon aria-hidden="true" />
      <span>
        {/* Without a connection none is coming. */}
        {sync.older && sync.state !== 'offline' && sync.state !== 'stopped'
          ? text('shell.sync.older')
          : current && time
            ? text('shell.sync.asOf', { time })
            : text(`shell.sync.${sync.state}`)}
      </span>
      <span className={styles.hidden} role="status">
        {text(`shell.sync.${sync.state}`)}
      </span>
    </div>
  );
}
