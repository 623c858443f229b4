/** Weeks as rows of days; arrow keys go from day to day, and what lies on a day is reached by Tab. */

import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { flushSync } from 'react-dom';
import { addDays, type Day } from '../../domain/ids.ts';
import type { Mark } from '../calendar-marks.ts';
import { fullDay, weekdays } from '../day-words.ts';
import { useLog } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { useText, useWords } from '../words.tsx';
import { MarkLine } from './MarkLine.tsx';

const useStyles = makeStyles({
  grid: { display: 'grid', rowGap: '1px', backgroundColor: tokens.colorNeutralStroke2, overflow: 'hidden' },
  block: { display: 'grid', rowGap: '1px' },
  week: {
    display: 'grid',
    alignItems: 'stretch',
    gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
    columnGap: '1px',
  },
  head: {
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    height: '28px',
  },
  day: {
    display: 'grid',
    alignContent: 'start',
    rowGap: tokens.spacingVerticalXS,
    position: 'relative',
    height: 'auto',
    minBlockSize: '92px',
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase200,
    ':focus-visible': {
      outlineStyle: 'solid',
      outlineWidth: tokens.strokeWidthThick,
      outlineColor: tokens.colorStrokeFocus2,
      outlineOffset: '-2px',
    },
  },
  tall: { minBlockSize: '320px' },
  outside: { backgroundColor: tokens.colorNeutralBackground3 },
  number: { display: 'inline-block', minInlineSize: '20px', color: tokens.colorNeutralForeground2 },
  today: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
  },
});

const steps: Readonly<Record<string, number>> = { ArrowUp: -7, ArrowDown: 7 };

export function CalendarGrid(props: {
  readonly days: readonly Day[];
  readonly marks: readonly Mark[];
  readonly around: Day;
  /** Room for a whole day's text. */
  readonly tall: boolean;
  readonly onAround: (day: Day) => void;
}): ReactNode {
  const { days, marks, around, tall, onAround } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const name = useId();
  const today = log.today();
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
    const sideways = event.key === 'ArrowRight' ? forward : event.key === 'ArrowLeft' ? -forward : undefined;
    const step = steps[event.key] ?? sideways;
    if (step === undefined || !(event.target instanceof HTMLElement) || event.target.role !== 'gridcell')
      return;
    event.preventDefault();
    const next = addDays(around, step);
    flushSync(() => onAround(next));
    document.getElementById(`${name}${next}`)?.focus();
  }
  return (
    <Table
      noNativeElements
      role="grid"
      aria-label={text('shell.tabs.calendar')}
      className={mergeClasses(look.card, styles.grid)}
      onKeyDown={onKeyDown}
    >
      <TableHeader className={styles.block}>
        <TableRow className={styles.week}>
          {weekdays(words.locale).map((weekday) => (
            <TableHeaderCell key={weekday} className={styles.head}>
              {weekday}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody className={styles.block}>
        {weeks.map((week) => (
          <TableRow key={week[0]} className={styles.week}>
            {week.map((day) => (
              <TableCell
                key={day}
                id={`${name}${day}`}
                role="gridcell"
                tabIndex={day === around ? 0 : -1}
                aria-current={day === today ? 'date' : undefined}
                className={mergeClasses(
                  styles.day,
                  tall && styles.tall,
                  !tall && day.slice(0, 7) !== around.slice(0, 7) && styles.outside,
                )}
              >
                <span
                  aria-hidden="true"
                  className={mergeClasses(styles.number, day === today && styles.today)}
                >
                  {Number(day.slice(8))}
                </span>
                <span className={look.spoken}>{fullDay(day, words.locale)}</span>
                {marks
                  .filter((mark) => mark.day === day)
                  .map((mark) => (
                    <MarkLine key={`${mark.entry}${mark.word}`} mark={mark} short={!tall} />
                  ))}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
