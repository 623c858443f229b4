/** Fluent's date picker with typed entry in the locale's form; loaded apart because it is heavy. */

import { useFieldContext_unstable as useFieldAround } from '@fluentui/react-components';
import { DatePicker } from '@fluentui/react-datepicker-compat';
import { type ReactNode, useCallback, useMemo } from 'react';
import { type Day, isDay } from '../../domain/ids.ts';
import { calendarNames, readDay, writeDay } from './typing.ts';

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
