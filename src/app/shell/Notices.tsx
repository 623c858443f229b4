/** What the person must know before trusting the screen: no connection, a slow server, a wrong clock, lists that cannot be written. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLog, useView } from '../log-context.tsx';
import { useText } from '../words.tsx';
import { Notice } from './Notice.tsx';
import { useGo } from './navigation.ts';
import { useSync } from './use-connection.ts';
import { noticesOf } from './what-to-notice.ts';

const useStyles = makeStyles({
  notices: {
    display: 'grid',
    rowGap: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalL,
    paddingBlockStart: tokens.spacingVerticalS,
    '@media (max-width: 480px)': { paddingInline: tokens.spacingHorizontalM },
  },
});

export function Notices(): ReactNode {
  const { health } = useView();
  const sync = useSync();
  const log = useLog();
  const text = useText();
  const go = useGo();
  const styles = useStyles();
  const notices = noticesOf({ sync, health }, log.me);
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices}>
      {notices.map(({ code, tone, kinds, minutes }) => {
        const values = {
          kinds: kinds.map((kind) => text(`kinds.${kind}.many`)).join(', '),
          count: kinds.length === 0 ? minutes : kinds.length,
        };
        return (
          <Notice
            key={code}
            role="status"
            tone={tone}
            what={text(`shell.notices.${code}.what`, values)}
            means={text(`shell.notices.${code}.means`, values)}
            next={text(`shell.notices.${code}.next`, values)}
            actions={
              code === 'read-only' ? (
                <Button size="small" onClick={() => go({ page: 'settings' })}>
                  {text('shell.notices.openHealth')}
                </Button>
              ) : code === 'clock' ? null : (
                <Button size="small" onClick={() => void log.refresh().catch(() => undefined)}>
                  {text('shell.retry')}
                </Button>
              )
            }
          />
        );
      })}
    </div>
  );
}
