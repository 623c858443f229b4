/** Says below the page what was saved after its form has closed; seen for a while, and read aloud once. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { type ReactNode, useEffect, useState } from 'react';
import { useLook } from '../shell/look.ts';

/** Long enough to be read by somebody who looked at the list first. */
const SEEN_MS = 8000;

const useStyles = makeStyles({
  line: {
    position: 'fixed',
    insetInlineStart: tokens.spacingHorizontalL,
    insetBlockEnd: tokens.spacingVerticalL,
    zIndex: 4,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
    maxInlineSize: 'min(480px, calc(100vw - 32px))',
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow8,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // What lies below stays in reach.
    pointerEvents: 'none',
    '@media (max-width: 480px)': { insetBlockEnd: '72px' },
    '@media print': { display: 'none' },
  },
  icon: { display: 'flex', flexShrink: 0, color: tokens.colorStatusSuccessForeground1 },
  said: {
    minInlineSize: 0,
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
  },
});

export function SavedLine(props: { readonly said: string }): ReactNode {
  const { said } = props;
  const look = useLook();
  const styles = useStyles();
  const [seen, setSeen] = useState('');
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSeen(said), SEEN_MS);
    return () => {
      clearTimeout(timer);
      setSeen('');
    };
  }, [said]);
  const isShown = said !== '' && seen !== said;
  return (
    <div role="status" className={isShown ? styles.line : look.spoken}>
      {isShown ? (
        <span className={styles.icon}>
          <CheckmarkCircle20Regular aria-hidden="true" />
        </span>
      ) : null}
      <span className={mergeClasses(isShown && styles.said)}>{said}</span>
    </div>
  );
}
