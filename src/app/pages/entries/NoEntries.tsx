/** An empty list: why it is empty, and the way on. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { may } from '../../../domain/roles.ts';
import { useLog, useView } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { readsOnly, seesNoEntries } from '../../shell/open-lists.ts';
import { useSync } from '../../shell/use-connection.ts';
import { useText } from '../../words.tsx';
import { whyEmpty } from './why-empty.ts';

const useStyles = makeStyles({
  empty: {
    display: 'grid',
    justifyItems: 'start',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalXXL,
  },
});

export function NoEntries(props: { readonly filtered: boolean; readonly onClear: () => void }): ReactNode {
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const log = useLog();
  const view = useView();
  const sync = useSync();
  const which = whyEmpty({
    filtered: props.filtered,
    closed: seesNoEntries(view.health, log.me),
    readsOnly: readsOnly(log.me),
    sync,
  });
  return (
    <div className={styles.empty}>
      <p className={look.strong} style={{ margin: 0 }}>
        {text(`entries.empty.${which}.what`)}
      </p>
      <p className={look.quiet}>{text(`entries.empty.${which}.next`)}</p>
      {which === 'none' && may(log.me, 'record') ? (
        <a className={look.link} href={hrefOf({ page: 'settings', id: 'import' })}>
          {text('entries.empty.import')}
        </a>
      ) : null}
      {props.filtered ? <Button onClick={props.onClear}>{text('entries.filters.clear')}</Button> : null}
    </div>
  );
}
