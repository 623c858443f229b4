/** Logs a contact in one click, any other kind in two. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { type ReactNode, useState } from 'react';
import { later } from '../../later.ts';
import { useLog } from '../../log-context.tsx';
import { useText } from '../../words.tsx';
import { useOpenForm } from '../form-door.tsx';
import { firstKind, kindsToLog, knownFromPage } from '../kinds.tsx';
import { LazyPart } from '../LazyPart.tsx';
import { useRoute } from '../navigation.ts';
import { logKeys, useLogKey } from './use-log-key.ts';

const LogMenu = later(() => import('./LogMenu.tsx').then((file) => file.LogMenu));

const useStyles = makeStyles({
  split: { display: 'flex', flexShrink: 0 },
  main: {
    borderStartEndRadius: 0,
    borderEndEndRadius: 0,
    whiteSpace: 'nowrap',
  },
  more: {
    borderStartStartRadius: 0,
    borderEndStartRadius: 0,
    borderInlineStartWidth: tokens.strokeWidthThin,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStrokeOnBrand2,
    minInlineSize: '32px',
  },
  thumb: { minBlockSize: '44px' },
  thumbMore: { minBlockSize: '44px', minInlineSize: '44px' },
});

/** `thumb` makes it as tall as a thumb needs. Shows nothing to someone who may log nothing. */
export function LogButton(props: { readonly thumb?: boolean }): ReactNode {
  const text = useText();
  const log = useLog();
  const openForm = useOpenForm();
  const route = useRoute();
  const styles = useStyles();
  const [asked, setAsked] = useState(false);
  const kinds = kindsToLog(log);
  const [first, ...others] = kinds;
  function logFirst(): void {
    if (first) openForm({ what: 'new', kind: first.key, values: knownFromPage(first, route) });
  }
  useLogKey(logFirst);
  if (!first) return null;
  const arrow = (
    <Button
      appearance="primary"
      className={mergeClasses(styles.more, props.thumb && styles.thumbMore)}
      icon={<ChevronDown20Regular aria-hidden="true" />}
      aria-label={text('shell.logOther')}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setAsked(true)}
    />
  );
  return (
    <div className={styles.split}>
      <Button
        appearance="primary"
        className={mergeClasses(others.length > 0 && styles.main, props.thumb && styles.thumb)}
        icon={<Add20Regular aria-hidden="true" />}
        aria-keyshortcuts={logKeys}
        onClick={logFirst}
      >
        {text(first.key === firstKind ? 'shell.log' : `kinds.${first.key}.log`)}
      </Button>
      {others.length === 0 ? null : asked ? (
        <LazyPart fallback={arrow}>
          <LogMenu className={mergeClasses(styles.more, props.thumb && styles.thumbMore)} kinds={kinds} />
        </LazyPart>
      ) : (
        arrow
      )}
    </div>
  );
}
