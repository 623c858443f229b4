/** One cell of consent at a glance as a button that says in words what is drawn, and where it stands. */

import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { DismissCircle16Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import { QuestionCircle16Regular } from '@fluentui/react-icons/svg/question-circle';
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle';
import { Warning16Regular } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { Decision } from '../../domain/consent/consent-file.ts';
import { useLook } from '../shell/look.ts';
import { useText } from '../words.tsx';
import { type CellState, type GlanceCell, giverOf } from './glance-cell.ts';

const useStyles = makeStyles({
  // The icon is as high as a line, so that a cell of two lines begins where its row begins.
  button: {
    alignItems: 'start',
    justifyContent: 'start',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    minWidth: '104px',
    paddingInline: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalXS,
    '@media print': {
      minWidth: 0,
      columnGap: tokens.spacingHorizontalXXS,
      paddingInline: 0,
      '& svg': { inlineSize: '12px', blockSize: '12px' },
      '& .fui-Button__icon': { inlineSize: '12px', blockSize: '12px', marginInline: 0 },
      fontSize: tokens.fontSizeBase100,
    },
  },
  full: { width: '100%', minBlockSize: '44px', alignItems: 'center' },
  line: { whiteSpace: 'nowrap', '@media print': { whiteSpace: 'normal' } },
  given: { color: tokens.colorStatusSuccessForeground1 },
  refused: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const icons = {
  given: CheckmarkCircle16Regular,
  'given-ending': Clock16Regular,
  'one-proceeding': CheckmarkCircle16Regular,
  refused: DismissCircle16Regular,
  expired: Clock16Regular,
  asked: QuestionCircle16Regular,
  incomplete: Warning16Regular,
  'not-asked': SubtractCircle16Regular,
} as const satisfies Record<CellState, unknown>;

/** `wide` takes the whole width, in a list; `where` is read aloud only. */
export function CellButton(props: {
  readonly cell: GlanceCell;
  readonly decisions: readonly Decision[];
  readonly where: string;
  readonly wide?: boolean;
  onOpen(): void;
}): ReactNode {
  const { cell, decisions, where, wide, onOpen } = props;
  const text = useText();
  const look = useLook();
  const styles = useStyles();
  const Icon = icons[cell.state];
  const tone = {
    given: styles.given,
    'given-ending': styles.warning,
    'one-proceeding': styles.given,
    refused: styles.refused,
    expired: styles.warning,
    asked: styles.quiet,
    incomplete: styles.warning,
    'not-asked': styles.quiet,
  }[cell.state];
  const says = text(
    cell.state === 'asked' || cell.state === 'one-proceeding'
      ? `forms.glance.${cell.state}`
      : `consent.glance.${cell.state}`,
    {
      count: cell.days ?? 0,
    },
  );
  const giver = giverOf(cell, decisions);
  const who = giver && text(`consent.givers.${giver}`);
  return (
    <Button
      data-paper
      size="small"
      appearance="subtle"
      className={mergeClasses(styles.button, wide && styles.full)}
      icon={<Icon className={tone} aria-hidden="true" />}
      onClick={onOpen}
    >
      <span className={mergeClasses(!wide && styles.line)}>
        <span className={look.spoken}>{text('forms.glance.cell', { where })} </span>
        {says}
        {who && (
          <Text block size={100} className={styles.quiet}>
            {who}
          </Text>
        )}
      </span>
    </Button>
  );
}
