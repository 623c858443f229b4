/** Hearings and other dates by month, week or as a list, on the court's clock and on mine; dates are read here, never dragged. */

import { Button, makeStyles, mergeClasses, ToggleButton, useFluent } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { type ReactNode, useState } from 'react';
import type { Day } from '../../domain/ids.ts';
import { appointments, marksBetween } from '../calendar-marks.ts';
import { monthInWords, shortDay } from '../day-words.ts';
import { useLog, useView } from '../log-context.tsx';
import { useLook } from '../shell/look.ts';
import { narrowQuery, useMedia } from '../shell/media.ts';
import { RowsSkeleton } from '../shell/Skeletons.tsx';
import { useText, useWords } from '../words.tsx';
import { AgendaDays } from './AgendaDays.tsx';
import { CalendarGrid } from './CalendarGrid.tsx';
import { type CalendarViewName, calendarViews, daysShown, turned } from './calendar-days.ts';

const useStyles = makeStyles({
  title: { minInlineSize: '160px' },
  end: { marginInlineStart: 'auto' },
  noPrint: { '@media print': { display: 'none' } },
});

export function Calendar(): ReactNode {
  const view = useView();
  const log = useLog();
  const text = useText();
  const words = useWords();
  const look = useLook();
  const styles = useStyles();
  const narrow = useMedia(narrowQuery);
  const rtl = useFluent().dir === 'rtl';
  const today = log.today();
  const [shape, setShape] = useState<CalendarViewName>(narrow ? 'agenda' : 'month');
  const [around, setAround] = useState<Day>(today);
  const [only, setOnly] = useState(true);
  const days = daysShown(shape, around);
  const first = days[0] ?? today;
  const last = days.at(-1) ?? today;
  const marks = marksBetween(view, first, last, today, only ? appointments : undefined);
  const title =
    shape === 'month'
      ? monthInWords(around, words.locale)
      : text('calendarPage.fromTo', {
          from: shortDay(first, today, words.locale),
          to: shortDay(last, today, words.locale),
        });
  return (
    <div className={look.page}>
      <h1 className={look.spoken}>{text('shell.tabs.calendar')}</h1>
      <div className={mergeClasses(look.row, styles.noPrint)}>
        <Button
          appearance="subtle"
          icon={
            rtl ? <ChevronRight20Regular aria-hidden="true" /> : <ChevronLeft20Regular aria-hidden="true" />
          }
          aria-label={text(`calendarPage.back.${shape}`)}
          onClick={() => setAround(turned(shape, around, -1))}
        />
        <Button
          appearance="subtle"
          icon={
            rtl ? <ChevronLeft20Regular aria-hidden="true" /> : <ChevronRight20Regular aria-hidden="true" />
          }
          aria-label={text(`calendarPage.forward.${shape}`)}
          onClick={() => setAround(turned(shape, around, 1))}
        />
        <Button onClick={() => setAround(today)}>{text('calendarPage.today')}</Button>
        <h2 className={mergeClasses(look.heading, look.capital, styles.title)} aria-live="polite">
          {title}
        </h2>
        <span className={mergeClasses(look.row, styles.end)}>
          <ToggleButton appearance="subtle" checked={only} onClick={() => setOnly(!only)}>
            {text('calendarPage.only')}
          </ToggleButton>
          {calendarViews.map((name) => (
            <ToggleButton key={name} checked={shape === name} onClick={() => setShape(name)}>
              {text(`calendarPage.views.${name}`)}
            </ToggleButton>
          ))}
        </span>
      </div>
      <p className={look.quiet}>{text('calendarPage.clocks')}</p>
      {view.state === 'opening' ? (
        <RowsSkeleton count={8} />
      ) : shape === 'agenda' || narrow ? (
        <AgendaDays marks={marks} />
      ) : (
        <CalendarGrid
          days={days}
          marks={marks}
          around={around}
          tall={shape === 'week'}
          onAround={setAround}
        />
      )}
    </div>
  );
}
