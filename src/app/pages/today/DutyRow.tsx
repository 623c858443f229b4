/** One duty: about whom, what in one sentence, by when, and the button that does the next step. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CalendarClock20Regular } from '@fluentui/react-icons/svg/calendar-clock';
import { Chat20Regular } from '@fluentui/react-icons/svg/chat';
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { PeopleTeam20Regular } from '@fluentui/react-icons/svg/people-team';
import { ShieldCheckmark20Regular } from '@fluentui/react-icons/svg/shield-checkmark';
import { Warning20Regular } from '@fluentui/react-icons/svg/warning';
import { memo, type ReactNode, useState } from 'react';
import type { Duty } from '../../../domain/duties/duty.ts';
import type { Day } from '../../../domain/ids.ts';
import type { Entry } from '../../../domain/record-kind.ts';
import type { Me } from '../../../log/log.ts';
import type { DutyClosing } from '../../../log/writing/saving.ts';
import { daysLeft, dutyValues, hereAt } from '../../duty-words.ts';
import { later } from '../../later.ts';
import { useLog } from '../../log-context.tsx';
import { FailureNotice } from '../../shell/FailureNotice.tsx';
import { LazyPart } from '../../shell/LazyPart.tsx';
import { useLook } from '../../shell/look.ts';
import { hrefOf } from '../../shell/navigation.ts';
import { readsOnly } from '../../shell/open-lists.ts';
import { useText, useWords } from '../../words.tsx';
import { goingOf, HearingAnswer } from '../entries/HearingAnswer.tsx';
import type { DutyAct } from './DutyMenu.tsx';
import { HandOver } from './later-hand-over.ts';
import { useDutyStep } from './use-duty-step.ts';

const CloseDuty = later(() => import('./CloseDuty.tsx').then((file) => file.CloseDuty), 'pages', 'forms');
const DutyMenu = later(() => import('./DutyMenu.tsx').then((file) => file.DutyMenu), 'pages');
const SetAside = later(() => import('./SetAside.tsx').then((file) => file.SetAside), 'pages', 'forms');

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
  button: { '@media (max-width: 480px)': { minBlockSize: '44px', minInlineSize: '44px' } },
  news: { marginInlineStart: tokens.spacingHorizontalS },
  marks: { display: 'block' },
  gone: { color: tokens.colorNeutralForeground3 },
  failure: { gridColumn: '2 / -1' },
});

const icons = {
  tell: Chat20Regular,
  'ask-consent': ShieldCheckmark20Regular,
  'confirm-observer': PeopleTeam20Regular,
  'write-report': DocumentText20Regular,
  'review-risk': Warning20Regular,
  open: CalendarClock20Regular,
} as const satisfies Record<Duty['step'], unknown>;

/** What opens over the page for this row. */
type Opened = 'close' | 'set-aside' | 'hand-over';

interface RowProps {
  readonly duty: Duty;
  /** Its place in the list, from 0. */
  readonly place: number;
  /** What it follows from, where that is in memory. */
  readonly entry: Entry | undefined;
  /** A colleague changed that since this person last looked. */
  readonly changed: boolean;
  readonly today: Day;
  readonly me: Me;
  readonly unnamed: boolean;
  /** Came since the page was opened. */
  readonly fresh: boolean;
  /** A colleague settled it meanwhile. */
  readonly gone: boolean;
  /** Its dialog opens (true), or is left without closing the duty. */
  readonly onClosing: (id: string, place: number, closing: boolean) => void;
  /** This person does something with it: when it goes, its row may go. */
  readonly onAct: ((id: string) => void) | undefined;
}

/** Drawn anew only when it says something else: a page of them would stand still with every change of a long book. */
export const DutyRow = memo(DutyRowOnce, saysTheSame);

/** Duties are worked out anew with every change, so that what they say is compared. */
function saysTheSame({ duty, ...others }: RowProps, { duty: next, ...now }: RowProps): boolean {
  const isSame = (Object.keys(now) as (keyof typeof now)[]).every((key) => Object.is(others[key], now[key]));
  return isSame && (duty === next || JSON.stringify(duty) === JSON.stringify(next));
}

function DutyRowOnce(props: RowProps): ReactNode {
  const { duty, place, entry, today, me } = props;
  const onAct = props.onAct && (() => props.onAct?.(duty.id));
  const onClosing = (closing: boolean) => props.onClosing(duty.id, place, closing);
  const words = useWords();
  const text = useText();
  const log = useLog();
  const look = useLook();
  const styles = useStyles();
  const [opened, setOpened] = useState<Opened>();
  const [failure, setFailure] = useState<{ readonly cause: unknown; readonly again: () => void }>();
  const ask = (asked: Opened | undefined): void => {
    if (asked) onAct?.();
    setOpened(asked);
    onClosing(asked !== undefined);
  };
  const done = (): void => setOpened(undefined);
  const doStep = useDutyStep();
  const reads = readsOnly(me);
  const Icon = icons[duty.step];
  const left = daysLeft(duty, today);
  const going = duty.step === 'confirm-observer' && !reads ? goingOf(entry, me) : undefined;
  const here = hereAt(duty, words);
  const marks = [
    duty.setAside
      ? text('today.row.aside', { day: words.day(duty.setAside.until), reason: duty.setAside.reason })
      : '',
    duty.owner ? givenMark(duty, duty.owner.name, text) : '',
    duty.askedOn ? text('today.row.asked', { day: words.day(duty.askedOn) }) : '',
    duty.untoldOn ? text('today.row.untold', { day: words.day(duty.untoldOn) }) : '',
  ].filter((mark) => mark !== '');

  /** One click, no dialog. */
  async function closeAtOnce(closing: DutyClosing): Promise<void> {
    onAct?.();
    onClosing(true);
    setFailure(undefined);
    try {
      await log.closeDuty(closing);
    } catch (cause) {
      setFailure({ cause, again: () => void closeAtOnce(closing) });
    }
  }
  function act(what: DutyAct): void {
    // The row may have been drawn before midnight.
    if (what === 'asked') void closeAtOnce({ duty: duty.id, outcome: 'asked-no-answer', on: log.today() });
    else if (what === 'bring-back')
      void closeAtOnce({ duty: duty.id, outcome: 'snoozed', on: log.today(), until: log.today() });
    else ask(what);
  }
  return (
    <li
      className={mergeClasses(styles.row, props.gone && styles.gone)}
      data-duty={duty.kind}
      data-about={duty.about}
    >
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
        {text(`duties.${duty.kind}.sentence`, dutyValues(duty, words, today))}
        {here ? ` (${here})` : ''}
        {props.fresh || props.changed ? (
          <span className={mergeClasses(look.chip, styles.news)}>
            {text(props.fresh ? 'today.row.new' : 'today.row.changed')}
          </span>
        ) : null}
        {marks.length > 0 ? (
          <span className={mergeClasses(look.quiet, styles.marks)}>{marks.join(' · ')}</span>
        ) : null}
      </span>
      {props.gone ? (
        <span className={mergeClasses(look.chip, styles.chip)}>{text('today.row.gone')}</span>
      ) : (
        <>
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
            {going && entry && going.said === undefined ? (
              <HearingAnswer entry={entry} going={going} {...(onAct ? { onAnswered: onAct } : {})} />
            ) : (
              <Button
                size="small"
                className={styles.button}
                onClick={() => (duty.step === 'tell' && !reads ? ask('close') : doStep(duty))}
              >
                {text(reads ? 'today.open' : `duties.${duty.kind}.step`)}
              </Button>
            )}
            {reads ? null : <MenuButton duty={duty} onAct={act} />}
          </span>
        </>
      )}
      {failure ? (
        <span className={styles.failure}>
          <FailureNotice cause={failure.cause} onRetry={failure.again} />
        </span>
      ) : null}
      {opened ? (
        <LazyPart>
          {opened === 'close' ? (
            <CloseDuty duty={duty} onCancel={() => ask(undefined)} onClosed={done} />
          ) : opened === 'set-aside' ? (
            <SetAside duty={duty} onCancel={() => ask(undefined)} onDone={done} />
          ) : (
            <HandOver duties={[duty]} onCancel={() => ask(undefined)} onDone={done} />
          )}
        </LazyPart>
      ) : null}
    </li>
  );
}

function givenMark({ given }: Duty, name: string, text: ReturnType<typeof useText>): string {
  if (given === undefined) return text('today.row.owner', { name });
  return given === ''
    ? text('today.row.given', { name })
    : text('today.row.givenSaying', { name, word: given });
}

/** The menu arrives when it is first asked for. */
function MenuButton(props: { readonly duty: Duty; readonly onAct: (act: DutyAct) => void }): ReactNode {
  const text = useText();
  const styles = useStyles();
  const [asked, setAsked] = useState(false);
  const label = text('today.menu.more');
  const button = (
    <Button
      size="small"
      appearance="subtle"
      className={styles.button}
      icon={<MoreHorizontal20Regular aria-hidden="true" />}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setAsked(true)}
    />
  );
  if (!asked) return button;
  return (
    <LazyPart fallback={button}>
      <DutyMenu duty={props.duty} label={label} className={styles.button} onAct={props.onAct} />
    </LazyPart>
  );
}
