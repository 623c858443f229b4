/** The consent mark of a row: a word with an icon. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle16Regular } from '@fluentui/react-icons/svg/error-circle';
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import { memo, type ReactNode } from 'react';
import { useText } from '../words.tsx';
import type { ConsentMark } from './consent-mark.ts';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    verticalAlign: 'bottom',
    columnGap: tokens.spacingHorizontalXXS,
    minInlineSize: 0,
    color: tokens.colorNeutralForeground2,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  danger: { color: tokens.colorStatusDangerForeground3 },
  icon: { flexShrink: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', textAlign: 'start' },
});

const icons = {
  'not-needed': SubtractCircle16Regular,
  covered: CheckmarkCircle16Regular,
  'done-without': Warning16Regular,
  'missing-now': ErrorCircle16Regular,
  halted: ErrorCircle16Regular,
} as const;

function MarkOnce(props: { readonly mark: ConsentMark }): ReactNode {
  const text = useText();
  const styles = useStyles();
  const Icon = icons[props.mark];
  const tone = {
    'not-needed': styles.quiet,
    covered: undefined,
    'done-without': styles.warning,
    'missing-now': styles.danger,
    halted: styles.danger,
  }[props.mark];
  return (
    <span className={mergeClasses(styles.mark, tone)}>
      <Icon className={styles.icon} aria-hidden="true" />
      <span className={styles.text}>{text(`entries.consent.${props.mark}`)}</span>
    </span>
  );
}

export const ConsentMarkText = memo(MarkOnce);
