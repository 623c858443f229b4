/** Weeks as rows of days. One day is reached by Tab; keys go from there to other days, Enter into what lies on a day. */

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
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { comma } from '../../../domain/fields/signs.ts';
import { type Day, isDay } from '../../../domain/ids.ts';
import type { Mark } from '../../calendar-marks.ts';
import { dayInWords, fullDay, weekdays } from '../../day-words.ts';
import { useLog } from '../../log-context.tsx';
import { useLook } from '../../shell/look.ts';
import { useText, useWords } from '../../words.tsx';
import { dayByKey, type FirstDay } from './calendar-days.ts';
import { MarkLine } from './MarkLine.tsx';

const onPaper = {
  display: 'table-cell',
  verticalAlign: 'top',
  border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
} as const;

const useStyles = makeStyles({
  // On paper a table in earnest: the days of the week come again on every sheet.
  grid: {
    display: 'grid',
    rowGap: '1px',
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: 'hidden',
    '@media print': {
      display: 'table',
      tableLayout: 'fixed',
      inlineSize: '100%',
      borderCollapse: 'collapse',
      overflow: 'visible',
    },
  },
  headBlock: { display: 'grid', '@media print': { display: 'table-header-group', breakInside: 'avoid' } },
  block: { display: 'grid', rowGap: '1px', '@media print': { display: 'table-row-group' } },
  week: {
    display: 'grid',
    alignItems: 'stretch',
    gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
    columnGap: '1px',
    '@media print': { display: 'table-row' },
  },
  head: {
    '@media print': onPaper,
    padding: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    height: '28px',
  },
  day: {
    '@media print': { ...onPaper, position: 'static', height: '64px' },
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
  number: { color: tokens.colorNeutralForeground2 },
  today: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'underline',
  },
  rest: {
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'start',
    cursor: 'pointer',
    '@media print': { display: 'none' },
  },
  // On paper nothing can be opened.
  further: { display: 'none', '@media print': { display: 'grid' } },
});

/** More than these make a day of a month too tall to find the others. */
const MOST_IN_A_DAY = 3;

export function CalendarGrid(props: {
  readonly days: readonly Day[];
  readonly marks: readonly Mark[];
  readonly clashes: ReadonlyMap<Mark, readonly Mark[]>;
  readonly around: Day;
  readonly view: 'month' | 'week';
  readonly weekBegins: FirstDay;
  readonly onAround: (day: Day) => void;
  /** Shows everything of one day. */
  readonly onDay: (day: Day) => void;
}): ReactNode {
  const { days, marks, clashes, around, view, weekBegins, onAround } = props;
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const name = useId();
  const help = useId();
  const wantsFocus = useRef(false);
  const today = log.today();
  const tall = view === 'week';
  const byDay = new Map<Day, Mark[]>();
  for (const mark of marks) byDay.set(mark.day, [...(byDay.get(mark.day) ?? []), mark]);
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    document.getElementById(`${name}${around}`)?.focus();
  }, [around, name]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const cell = target.closest<HTMLElement>('[role="gridcell"]');
    const day = cell?.dataset.day;
    if (!cell || !isDay(day)) return;
    const stops = [...cell.querySelectorAll<HTMLElement>('a, button')].filter(
      (stop) => stop.offsetParent !== null,
    );
    if (target !== cell) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (key === 'Escape') cell.focus();
      else if (step !== undefined) stops[stops.indexOf(target) + step]?.focus();
      else return;
      event.preventDefault();
      return;
    }
    if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      if (stops.length === 1) stops[0]?.click();
      else stops[0]?.focus();
      return;
    }
    const forward = getComputedStyle(cell).direction === 'rtl' ? -1 : 1;
    const next = dayByKey(key, day, view, weekBegins, forward);
    if (next === undefined) return;
    event.preventDefault();
    wantsFocus.current = true;
    if (next === around) cell.focus();
    onAround(next);
  }
  return (
    <>
      <p id={help} className={look.spoken}>
        {text('calendarPage.keys')}
      </p>
      <Table
        noNativeElements
        role="grid"
        aria-label={text('shell.tabs.calendar')}
        aria-describedby={help}
        className={mergeClasses(look.card, styles.grid)}
        onKeyDown={onKeyDown}
      >
        <TableHeader className={styles.headBlock}>
          <TableRow className={styles.week}>
            {weekdays(words.locale, weekBegins).map((weekday, place) => (
              <TableHeaderCell
                key={weekday}
                className={styles.head}
                abbr={weekdays(words.locale, weekBegins, 'long')[place]}
              >
                {weekday}
              </TableHeaderCell>
            ))}
          </TableRow>
        </TableHeader>
        <TableBody className={styles.block}>
          {weeks.map((week) => (
            <TableRow key={week[0]} className={styles.week}>
              {week.map((day) => {
                const ofDay = byDay.get(day) ?? [];
                const shown = tall ? ofDay : firstOf(ofDay);
                const line = (mark: Mark): ReactNode => (
                  <MarkLine
                    key={`${mark.entry}${mark.nth}`}
                    mark={mark}
                    clashes={clashes.get(mark)}
                    short={!tall}
                    inGrid
                  />
                );
                return (
                  <TableCell
                    key={day}
                    id={`${name}${day}`}
                    data-day={day}
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
                      {day === today ? ` · ${dayInWords(day, today, words.locale)}` : ''}
                    </span>
                    <span className={look.spoken}>
                      {[fullDay(day, words.locale), day === today ? dayInWords(day, today, words.locale) : '']
                        .filter(Boolean)
                        .join(comma(words.locale))}
                    </span>
                    {shown.map(line)}
                    {shown.length < ofDay.length ? (
                      <>
                        <button
                          type="button"
                          tabIndex={-1}
                          className={mergeClasses(look.link, styles.rest)}
                          onClick={() => props.onDay(day)}
                        >
                          {text('calendarPage.more', { count: ofDay.length - shown.length })}
                        </button>
                        <div className={styles.further}>
                          {ofDay.filter((mark) => !shown.includes(mark)).map(line)}
                        </div>
                      </>
                    ) : null}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}

/** What is shown of a full day, in its order: where somebody must be before what is due. */
function firstOf(ofDay: readonly Mark[]): readonly Mark[] {
  if (ofDay.length <= MOST_IN_A_DAY) return ofDay;
  const first = [
    ...ofDay.filter((mark) => mark.appointment && !mark.off),
    ...ofDay.filter((mark) => !mark.appointment || mark.off),
  ].slice(0, MOST_IN_A_DAY - 1);
  return ofDay.filter((mark) => first.includes(mark));
}
