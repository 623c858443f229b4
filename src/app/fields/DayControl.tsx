/** A day, typed in the locale's form or picked from a calendar. */

import { Input } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense } from 'react';
import { useHost, useLog } from '../log-context.tsx';
import { useText, useWords } from '../words.tsx';
import { type ControlProps, textOf } from './control.ts';
import { TypedDay } from './TypedDay.tsx';

// Asked for as soon as any form is, so that it stands there before anybody reaches the field.
const arriving = import('./LazyDatePicker.tsx');
// Where it cannot be fetched any more, a day can still be typed: a form with words in it must not go for want of a calendar.
const shown = arriving.then(
  ({ LazyDatePicker }) => ({ default: LazyDatePicker }),
  () => ({ default: TypedDay }),
);
const Picker = lazy(() => shown);

/** The host's regional form of the language shown: `en-GB` and `en-US` write dates differently. */
export function useLocale(): string {
  const { locale } = useWords();
  const asked = useHost().place.locale;
  return asked.toLowerCase().split(/[-_]/)[0] === locale ? asked.replace('_', '-') : locale;
}

export function DayControl(props: ControlProps): ReactNode {
  return <DayInput value={textOf(props.value)} onChange={props.onChange} />;
}

export function DayInput(props: {
  readonly value: string;
  readonly label?: string;
  onChange(raw: string | undefined): void;
}): ReactNode {
  const text = useText();
  const locale = useLocale();
  const today = useLog().today();
  const texts = {
    goToToday: text('forms.calendar.today'),
    previousMonth: text('forms.calendar.previousMonth'),
    nextMonth: text('forms.calendar.nextMonth'),
    previousYear: text('forms.calendar.previousYear'),
    nextYear: text('forms.calendar.nextYear'),
    close: text('forms.calendar.close'),
    open: text('forms.calendar.open'),
  };
  return (
    <Suspense fallback={<Input disabled aria-label={props.label} value={props.value} />}>
      <Picker {...props} locale={locale} today={today} texts={texts} />
    </Suspense>
  );
}
