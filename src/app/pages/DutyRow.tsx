/** One duty: about whom, what in one sentence, by when, and the button that does the next step. */

import { Button, makeStyles, mergeClasses, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { CalendarClock20Regular } from '@fluentui/react-icons/svg/calendar-clock';
import { Chat20Regular } from '@fluentui/react-icons/svg/chat';
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text';
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team';
import { ShieldCheckmark20Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import { type ReactNode, useState } from 'react';
import type { Duty } from '../../domain/duties/duty.ts';
import { CloseDuty } from '../lazy-pages.ts';
import { useLog } from '../log-context.tsx';
import { LazyPart } from '../shell/LazyPart.tsx';
import { useLook } from '../shell/look.ts';
import { hrefOf } from '../shell/navigation.ts';
import { readsOnly } from '../shell/open-lists.ts';
import { useText, useWords } from '../words.tsx';
import { daysLeft, dutyValues } from './duty-words.ts';
import { useDutyStep } from './use-duty-step.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridColumn: '1 / -1',
    gridTemplateColumns: 'subgrid',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    ':not(:last-child)': {
      borderBlockEndWidth: tokens.strokeWidthThin,
      borderBlockEndStyle: 'solid',
      borderBlockEndColor: tokens.colorNeutralStroke2,
    },
  },
  icon: { display: 'flex', color: tokens.colorNeutralForeground3 },
  sentence: { minInlineSize: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase300 },
  actions: {
    display: 'contents',
    '@media (max-width: 640px)': { display: 'flex', flexWrap: 'wrap', gridColumn: '2 / -1' },
    '@media print': { display: 'none' },
  },
  chip: {
    justifySelf: 'end',
    '@media (max-width: 640px)': { gridColumn: '2 / -1', justifySelf: 'start' },
  },
  button: { '@media (max-width: 480px)': { minBlockSize: '44px' } },
});

const icons = {
  tell: Chat20Regular,
  'ask-consent': ShieldCheckmark20Regular,
  'confirm-observer': PeopleTeam20Regular,
  'write-report': DocumentText20Regular,
  'review-risk': Warning20Regular,
  open: CalendarClock20Regular,
} as const satisfies Record<Duty['step'], unknown>;

export function DutyRow(props: {
  readonly duty: Duty;
  readonly unnamed: boolean;
  /** Its dialog opens (true), or is left without closing the duty. */
  readonly onClosing: (closing: boolean) => void;
}): ReactNode {
  const { duty, onClosing } = props;
  const words = useWords();
  const text = useText();
  const log = useLog();
  const look = useLook();
  const styles = useStyles();
  const [closing, setClosing] = useState(false);
  const ask = (asked: boolean): void => {
    setClosing(asked);
    onClosing(asked);
  };
  const doStep = useDutyStep();
  const getsFocusBack = useRestoreFocusTarget();
  const reads = readsOnly(log.me);
  const Icon = icons[duty.step];
  const left = daysLeft(duty, log.today());
  return (
    <li className={styles.row} data-duty={duty.kind}>
      <span className={styles.icon}>
        <Icon aria-hidden="true" />
      </span>
      <span className={styles.sentence}>
        {duty.about && !props.unnamed ? (
          <>
            <a
              className={mergeClasses(look.link, look.strong)}
              href={hrefOf({ page: 'defenders', id: duty.about })}
            >
              {words.cover(duty.about)}
            </a>
            {' · '}
          </>
        ) : null}
        {text(`duties.${duty.kind}.sentence`, dutyValues(duty, words, log.today()))}
      </span>
      <span
        className={mergeClasses(
          look.chip,
          styles.chip,
          left.tone === 'late' && look.chipUrgent,
          left.tone === 'soon' && look.chipSoon,
        )}
      >
        {text(left.key, { count: left.days, day: words.day(duty.due) })}
      </span>
      <span className={styles.actions}>
        <Button
          size="small"
          className={styles.button}
          {...getsFocusBack}
          onClick={() => (duty.step === 'tell' && !reads ? ask(true) : doStep(duty))}
        >
          {text(reads ? 'today.open' : `duties.${duty.kind}.step`)}
        </Button>
        {reads || duty.closesIn === 'entry' ? null : (
          <Button
            size="small"
            appearance="subtle"
            className={styles.button}
            {...getsFocusBack}
            onClick={() => ask(true)}
          >
            {text('today.close')}
          </Button>
        )}
      </span>
      {closing ? (
        <LazyPart>
          <CloseDuty duty={duty} onCancel={() => ask(false)} onClosed={() => setClosing(false)} />
        </LazyPart>
      ) : null}
    </li>
  );
}
