/** One notice in three sentences: what happened, what it means, what to do. Needs nothing fetched, so that it works without a connection. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircle20Regular } from '@fluentui/react-icons/svg/error-circle';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'start',
    paddingBlock: tokens.spacingVerticalS,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
  },
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusSuccessBorder1}`,
  },
  icon: { display: 'flex' },
  warningIcon: { color: tokens.colorStatusWarningForeground3 },
  errorIcon: { color: tokens.colorStatusDangerForeground1 },
  successIcon: { color: tokens.colorStatusSuccessForeground1 },
  // Buttons stand beside the text where there is room for both, below it in a narrow panel.
  body: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  said: { flexGrow: 1, flexShrink: 1, flexBasis: '360px', margin: 0, overflowWrap: 'anywhere' },
  what: { fontWeight: tokens.fontWeightSemibold },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
  },
});

export type NoticeTone = 'info' | 'warning' | 'error' | 'success';

const icons = {
  info: Info20Regular,
  warning: Warning20Regular,
  error: ErrorCircle20Regular,
  success: CheckmarkCircle20Regular,
} as const;

/** `role` `alert` interrupts a reader; leave it to errors that stopped what the person was doing. */
export function Notice(props: {
  readonly tone: NoticeTone;
  readonly what: string;
  readonly means?: string;
  readonly next?: string;
  readonly actions?: ReactNode;
  readonly role?: 'status' | 'alert';
}): ReactNode {
  const { tone, what, means, next, actions, role } = props;
  const styles = useStyles();
  const Icon = icons[tone];
  const coloured = tone === 'info' ? undefined : styles[tone];
  const colouredIcon = tone === 'info' ? undefined : styles[`${tone}Icon`];
  return (
    <div {...(role ? { role } : {})} className={mergeClasses(styles.notice, coloured)}>
      <span className={mergeClasses(styles.icon, colouredIcon)}>
        <Icon aria-hidden="true" />
      </span>
      <div className={styles.body}>
        <p className={styles.said}>
          <span className={styles.what}>{what}</span> {[means, next].filter(Boolean).join(' ')}
        </p>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
