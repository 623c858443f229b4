/** Fluent's date picker with typed entry in the locale's form; loaded apart because it is heavy. */

import { makeStyles, useFieldContext_unstable as useFieldAround } from '@fluentui/react-components';
import { DatePicker } from '@fluentui/react-datepicker-compat';
import { type ReactNode, useCallback, useMemo } from 'react';
import { type Day, isDay } from '../../domain/ids.ts';
import { calendarNames, readDay, writeDay } from './typing.ts';

/** A month whose days are so many pixels wide and high; it has no other way to be given a size. */
function monthOf(day: number): Record<string, Record<string, string>> {
  const week = `${7 * day}px`;
  return {
    // The months stand beside the days where there is room.
    '& .fui-Calendar': { width: 'max-content' },
    '& .fui-CalendarDay': { width: week },
    '& .fui-CalendarDayGrid__table': { width: week },
    '& .fui-CalendarDayGrid__dayCell': { boxSizing: 'border-box', width: `${day}px`, height: `${day}px` },
    '& .fui-CalendarDayGrid__dayButton': { width: `${day - 4}px`, height: `${day - 4}px` },
  };
}

const useStyles = makeStyles({
  // Of itself it cuts off the longer months, and its days are too small for a thumb.
  surface: {
    ...monthOf(32),
    '& button': { fontFamily: 'inherit' },
    '@media (max-width: 480px)': monthOf(38),
  },
});

export interface DayInputProps {
  /** A day, or whatever was typed that is not one. */
  readonly value: string;
  readonly locale: string;
  readonly today: Day;
  readonly label?: string;
  readonly texts: {
    readonly goToToday: string;
    readonly previousMonth: string;
    readonly nextMonth: string;
    readonly previousYear: string;
    readonly nextYear: string;
    readonly close: string;
    readonly open: string;
  };
  onChange(raw: string | undefined): void;
}

/** The picker only carries dates: text that is no day rides on a date of its own, so that it is kept and shown. */
const typedText = new WeakMap<Date, string>();

function toDate(day: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

function toDay(date: Date): Day {
  const pad = (figure: number) => String(figure).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` as Day;
}

export function LazyDatePicker(props: DayInputProps): ReactNode {
  const { value, locale, today, texts, onChange, label } = props;
  const labelled = useFieldAround()?.labelFor;
  const styles = useStyles();
  const shown = useMemo(() => {
    if (value === '') return null;
    if (isDay(value)) return toDate(value);
    const carrier = toDate(today);
    typedText.set(carrier, value);
    return carrier;
  }, [value, today]);
  const write = useCallback(
    (date?: Date) => (date ? (typedText.get(date) ?? writeDay(toDay(date), locale)) : ''),
    [locale],
  );
  const read = useCallback(
    (typed: string) => {
      const day = readDay(typed, locale, today);
      const date = toDate(day ?? today);
      if (day === undefined) typedText.set(date, typed);
      return date;
    },
    [locale, today],
  );
  const names = useMemo(() => calendarNames(locale), [locale]);
  return (
    <DatePicker
      value={shown}
      allowTextInput
      openOnClick={false}
      formatDate={write}
      parseDateFromString={read}
      today={toDate(today)}
      initialPickerDate={toDate(today)}
      firstDayOfWeek={names.firstDay}
      showCloseButton
      popupSurface={{ className: styles.surface }}
      strings={{
        months: [...names.months],
        shortMonths: [...names.shortMonths],
        days: [...names.days],
        shortDays: [...names.shortDays],
        goToToday: texts.goToToday,
        prevMonthAriaLabel: texts.previousMonth,
        nextMonthAriaLabel: texts.nextMonth,
        prevYearAriaLabel: texts.previousYear,
        nextYearAriaLabel: texts.nextYear,
        closeButtonAriaLabel: texts.close,
      }}
      {...(label ? { 'aria-label': label } : {})}
      // The label of the field around points at this id; of itself the picker would take one of its own.
      {...(labelled ? { input: { id: labelled } } : {})}
      // Of itself the button would be named by the day in the field.
      contentAfter={{ 'aria-label': texts.open, 'aria-labelledby': undefined }}
      onSelectDate={(date) => onChange(date ? (typedText.get(date) ?? toDay(date)) : undefined)}
    />
  );
}
